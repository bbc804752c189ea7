import type { Term } from '../../../domain/vocabulary.ts';
import { VOCABULARY } from '../../../domain/vocabulary.ts';
import { isMeantBy } from '../../cypher/actors-meant.ts';
import { CHAIN_ROW } from '../../cypher/chain-row.ts';
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

const IN_ROLE = (ids: string, role: Term<'TriangularRole'>) =>
  `EXISTS { MATCH (player:Actor)-[play:PLAYS {role: '${role}'}]->(chain) WHERE play.basis IN $basis AND ${isMeantBy('player', ids)} }`;

/** Regions lie in regions, parts of activities in activities: a few steps each. */
const WITHIN = '*0..3';

/** What each criterion asks of a chain. */
const CONDITIONS: Readonly<Record<Exclude<keyof TrilateralChainCriteria, 'basis'>, string>> = {
  actors: `all(actor IN $actors WHERE EXISTS { MATCH (player:Actor)-[play:PLAYS]->(chain) WHERE play.basis IN $basis AND ${isMeantBy('player', '[actor]')} })`,
  facilitating: IN_ROLE('$facilitating', 'FACILITATING'),
  pivotal: IN_ROLE('$pivotal', 'PIVOTAL'),
  beneficiaries: IN_ROLE('$beneficiaries', 'BENEFICIARY'),
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
};

/** Only what is asked for stands in the statement: Neo4j plans every condition, whether or not it can ever be false. */
function conditionsOf(criteria: TrilateralChainCriteria): string {
  const asked = Object.entries(CONDITIONS).filter(([name]) => criteria[name as keyof typeof CONDITIONS] !== null);
  return asked.length === 0 ? '' : `WHERE ${asked.map(([, condition]) => condition).join('\n    AND ')}`;
}

/** An arrangement's basis is that of its weakest role; a role's is that of its best-founded actor. One without all three roles is no chain. */
const BASIS = `
  WITH chain, COLLECT { MATCH (:Actor)-[play:PLAYS]->(chain) RETURN play {.role, .basis} } AS plays
  WITH chain, [role IN $roles | head([strength IN $strengths WHERE any(play IN plays WHERE play.role = role AND play.basis = strength)])] AS founded
  WHERE all(strength IN founded WHERE strength IS NOT NULL)
  WITH chain, last([strength IN $strengths WHERE strength IN founded]) AS basis
  WHERE basis IN $basis`;

/** Where actors are asked for, the search begins at them and their own organisations, not at all arrangements. */
const FROM_ACTORS = `
  MATCH (named:Actor) WHERE named.id IN $anchors
  CALL (named) { RETURN named AS player UNION MATCH (player:Organisation)-[:BELONGS_TO]->(named) RETURN player }
  MATCH (player)-[:PLAYS]->(chain:TriangularArrangement)
  WITH DISTINCT chain`;
const FROM_ALL = 'MATCH (chain:TriangularArrangement)';

const PAGE = `WITH chain WHERE chain.id > $after WITH chain ORDER BY chain.id LIMIT $limit RETURN ${CHAIN_ROW} AS chain ORDER BY chain.id`;
const COUNT = 'RETURN count(chain) AS count';

/** The arrangements that fit, in the order of their ids. Cost grows with the arrangements of the actors asked for. */
export async function findTrilateralChains(
  graph: Graph,
  criteria: TrilateralChainCriteria,
  page: { readonly after: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<TrilateralChainRow[]> {
  const { cypher, parameters } = search(criteria);
  const rows = await graph.read<{ chain: TrilateralChainRow }>(`${cypher} ${PAGE}`, { ...parameters, ...page }, signal);
  return rows.map(({ chain }) => chain);
}

export async function countTrilateralChains(
  graph: Graph,
  criteria: TrilateralChainCriteria,
  signal?: AbortSignal,
): Promise<number> {
  const { cypher, parameters } = search(criteria);
  const [row] = await graph.read<{ count: number }>(`${cypher} ${COUNT}`, parameters, signal);
  return row?.count ?? 0;
}

function search(criteria: TrilateralChainCriteria) {
  const { actors, facilitating, pivotal, beneficiaries } = criteria;
  // Any one of the conditions on actors narrows the search; the rarest is not known beforehand.
  const anchors = actors?.[0] === undefined ? (facilitating ?? beneficiaries ?? pivotal) : [actors[0]];
  return {
    cypher: `${anchors ? FROM_ACTORS : FROM_ALL} ${conditionsOf(criteria)} ${BASIS}`,
    parameters: { ...criteria, anchors, roles: VOCABULARY.TriangularRole, strengths: VOCABULARY.Basis },
  };
}
