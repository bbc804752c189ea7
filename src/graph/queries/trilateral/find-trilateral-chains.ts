import type { Term } from '../../../domain/vocabulary.ts';
import { VOCABULARY } from '../../../domain/vocabulary.ts';
import { isMeantBy, matchActorsMeant } from '../../cypher/actors-meant.ts';
import { type ChainParts, chainRow } from '../../cypher/chain-row.ts';
import type { Graph } from '../../open-graph.ts';
import type { TrilateralChainRow } from './trilateral-chain-row.ts';

export interface TrilateralChainCriteria {
  readonly actors: readonly string[] | null;
  readonly facilitating: readonly string[] | null;
  readonly pivotal: readonly string[] | null;
  readonly beneficiaries: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly sectors: readonly string[] | null;
  readonly activities: readonly string[] | null;
  /** YYYY-MM-DD. */
  readonly from: string | null;
  /** YYYY-MM-DD. */
  readonly to: string | null;
  readonly basis: readonly Term<'Basis'>[];
  readonly statuses: readonly string[] | null;
}

/** Regions lie in regions, parts of activities in activities: a few steps each. */
const WITHIN = '*0..3';

/** What the other criteria ask of a chain. */
const CONDITIONS = {
  statuses: 'chain.status IN $statuses',
  from: '(chain.lastDay >= date($from) OR (chain.firstDay IS NOT NULL AND chain.lastDay IS NULL))',
  to: '(chain.firstDay <= date($to) OR (chain.lastDay IS NOT NULL AND chain.firstDay IS NULL))',
  regions: `(
      EXISTS { MATCH (chain)-[:IN_REGION]->(:Region)-[:IN_REGION${WITHIN}]->(region:Region) WHERE region.id IN $regions }
      OR EXISTS { MATCH (chain)<-[:PLAYS {role: 'BENEFICIARY'}]-(:Actor)-[:BELONGS_TO*0..1]->(:Country)-[:IN_REGION*1..3]->(region:Region) WHERE region.id IN $regions })`,
  sectors: `(
      EXISTS { MATCH (chain)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(sector:Sector) WHERE sector.id IN $sectors }
      OR EXISTS { MATCH (chain)-[:COVERS]->(:Activity)-[:IN_SECTOR]->(:Sector)-[:IN_SECTOR*0..1]->(sector:Sector) WHERE sector.id IN $sectors })`,
  activities: `EXISTS { MATCH (chain)-[:COVERS]->(:Activity)-[:PART_OF${WITHIN}]->(activity:Activity) WHERE activity.id IN $activities }`,
} as const;

/** The roles of which the actors may be asked for, those first by which fewest chains are found, as far as can be told beforehand. */
const ROLES = { facilitating: 'FACILITATING', beneficiaries: 'BENEFICIARY', pivotal: 'PIVOTAL' } as const;

type RoleCriterion = keyof typeof ROLES;

/**
 * Only what is asked for stands in the statement: Neo4j plans every condition, whether or not it can ever be false. What
 * the search begins with holds of all that it finds.
 */
function conditionsOf(criteria: TrilateralChainCriteria, begun: RoleCriterion | 'actors' | null): string[] {
  const names = Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[];
  const roles = Object.keys(ROLES) as RoleCriterion[];
  const others = criteria.actors?.slice(1) ?? [];
  return [
    ...(others.length > 0 ? [allPlay(others)] : []),
    ...roles.filter((name) => name !== begun).flatMap((name) => onePlays(name, criteria[name])),
    ...names.filter((name) => criteria[name] !== null).map((name) => CONDITIONS[name]),
  ];
}

function allPlay(others: readonly string[]): string {
  return `all(actor IN tail($actors) WHERE EXISTS { MATCH (player)-[play:PLAYS]->(chain) WHERE play.basis IN $basis AND ${isMeantBy('player', '[actor]', others)} })`;
}

function onePlays(name: RoleCriterion, ids: readonly string[] | null): string[] {
  if (ids === null) return [];
  const role = ROLES[name];
  const list = `$${name}`;
  return [
    `EXISTS { MATCH (player)-[play:PLAYS {role: '${role}'}]->(chain) WHERE play.basis IN $basis AND ${isMeantBy('player', list, ids)} }`,
  ];
}

/** Where actors are asked for, the search begins at them and their own organisations, not at all arrangements. */
function searchFrom(anchors: readonly string[], begun: RoleCriterion | 'actors'): string {
  const role = begun === 'actors' ? '' : ` AND play.role = '${ROLES[begun]}'`;
  const match = matchActorsMeant('anchor', 'player', anchors);
  return `
  UNWIND $anchors AS anchor
  ${match}
  MATCH (player)-[play:PLAYS]->(chain)
  WHERE play.basis IN $basis${role}
  WITH DISTINCT chain`;
}

const FROM_ALL = 'MATCH (chain:TriangularArrangement)';

/** An arrangement's basis is that of its weakest role; a role's is that of its best-founded actor. One without all three roles is no chain. */
const BASIS = `
  WITH chain, COLLECT { MATCH ()-[play:PLAYS]->(chain) RETURN [play.role, play.basis] } AS plays
  WITH chain, [role IN $roles | head([strength IN $strengths WHERE [role, strength] IN plays])] AS founded
  WHERE all(strength IN founded WHERE strength IS NOT NULL)
    AND last([strength IN $strengths WHERE strength IN founded]) IN $basis`;

/** The arrangements that fit, in the order of their ids, of which only what is wanted is shown. Cost grows with the arrangements of the actors asked for. */
export async function findTrilateralChains(
  graph: Graph,
  criteria: TrilateralChainCriteria,
  page: { readonly after: string; readonly limit: number },
  wanted: ChainParts,
  signal?: AbortSignal,
): Promise<TrilateralChainRow[]> {
  const { match, parameters } = search(criteria, 'chain.id > $after');
  const cypher = `${match}
  WITH chain ORDER BY chain.id LIMIT $limit
  RETURN ${chainRow(wanted)} AS chain ORDER BY chain.id`;
  const rows = await graph.read<{ chain: TrilateralChainRow }>(cypher, { ...parameters, ...page }, signal);
  return rows.map(({ chain }) => chain);
}

export async function countTrilateralChains(
  graph: Graph,
  criteria: TrilateralChainCriteria,
  signal?: AbortSignal,
): Promise<number> {
  const { match, parameters } = search(criteria);
  const [row] = await graph.read<{ count: number }>(`${match} RETURN count(chain) AS count`, parameters, signal);
  return row?.count ?? 0;
}

function search(criteria: TrilateralChainCriteria, ...more: readonly string[]) {
  const { anchors, begun } = beginningOf(criteria);
  const conditions = [...more, ...conditionsOf(criteria, begun)];
  const from = begun === null ? FROM_ALL : searchFrom(anchors, begun);
  const match = `${from}${conditions.length === 0 ? '' : ` WHERE ${conditions.join('\n    AND ')}`} ${BASIS}`;
  return {
    match,
    parameters: { ...criteria, anchors, roles: VOCABULARY.TriangularRole, strengths: VOCABULARY.Basis },
  };
}

/** Any one of the conditions on actors narrows the search; the rarest is not known beforehand. */
function beginningOf({ actors, ...criteria }: TrilateralChainCriteria) {
  const [first] = actors ?? [];
  if (first !== undefined) return { begun: 'actors' as const, anchors: [first] };
  const begun = (Object.keys(ROLES) as RoleCriterion[]).find((name) => criteria[name] !== null) ?? null;
  return { begun, anchors: (begun && criteria[begun]) ?? [] };
}
