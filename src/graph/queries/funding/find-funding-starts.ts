import { judgeCycleEntry } from '../../../domain/funding/cycle-entry.ts';
import type { WorkBudget } from '../../../domain/funding/work-budget.ts';
import { isMeantBy, matchActorsMeant } from '../../cypher/actors-meant.ts';
import { type FundingLinkSource, giversTo, isLinked, LINK_PARAMETERS } from '../../cypher/funding-links.ts';
import type { Graph } from '../../open-graph.ts';
import { readFundingLinks } from './read-funding-links.ts';

export interface FundingStartCriteria {
  readonly sources: readonly FundingLinkSource[];
  /** Actors of which one funds the activity; a country stands for its own organisations too. */
  readonly funders: readonly string[] | null;
  /** The only activities asked about; all where null. */
  readonly among: readonly string[] | null;
}

interface Candidate {
  readonly id: string;
  readonly isRoot: boolean;
}

const FROM_FUNDERS = `
  UNWIND $funders AS funder
  ${matchActorsMeant('funder', 'actor')}
  MATCH (actor)-[part:PARTICIPATES_IN {role: 'FUNDING'}]->(to:Activity) WHERE part.basis IN $basis
  WITH DISTINCT to`;
const IS_FUNDED = `EXISTS {
    MATCH (actor:Actor)-[part:PARTICIPATES_IN {role: 'FUNDING'}]->(to)
    WHERE part.basis IN $basis AND ${isMeantBy('actor', '$funders')}
  }`;

/**
 * Activities that pass money on and may begin chains: those that nobody passes money to, and those to which only
 * activities with larger ids do.
 */
function candidates({ sources, funders, among }: FundingStartCriteria): string {
  const head = among
    ? 'UNWIND $among AS id MATCH (to:Activity {id: id})'
    : funders
      ? FROM_FUNDERS
      : 'MATCH (to:Activity)';
  return `${head}
  WITH to WHERE to.id >= $since AND ${isLinked(sources, 'to', 'receiver')} ${among && funders ? `AND ${IS_FUNDED}` : ''}
  WITH to, COLLECT { ${giversTo(sources)} RETURN from.id AS giver ORDER BY giver LIMIT 1 } AS smallestGiver
  WHERE smallestGiver = [] OR smallestGiver[0] > to.id
  RETURN to.id AS id, smallestGiver = [] AS isRoot
  ORDER BY id LIMIT $limit`;
}

/** Where chains begin, in the order of their ids, at most `limit` from the id `since` on. */
export async function findFundingStarts(
  graph: Graph,
  criteria: FundingStartCriteria,
  { since, limit }: { readonly since: string; readonly limit: number },
  budget: WorkBudget,
  signal?: AbortSignal,
): Promise<string[]> {
  const { funders, among, sources } = criteria;
  const cypher = candidates(criteria);
  const starts: string[] = [];
  for (let from = since; ; ) {
    const parameters = { ...LINK_PARAMETERS, funders, among, since: from, limit: limit + 1 };
    const found = await graph.read<Candidate>(cypher, parameters, signal);
    starts.push(...(await withoutFalse(graph, sources, found.slice(0, limit), budget, signal)));
    const next = found[limit];
    if (next === undefined || starts.length >= limit) return starts.slice(0, limit);
    from = next.id;
  }
}

/** Candidates that others pass money to are entries of cycles or none; their givers are read until it is clear. */
async function withoutFalse(
  graph: Graph,
  sources: readonly FundingLinkSource[],
  found: readonly Candidate[],
  budget: WorkBudget,
  signal?: AbortSignal,
): Promise<string[]> {
  const givers = new Map<string, readonly string[]>();
  const doubtful = found.filter(({ isRoot }) => !isRoot);
  for (;;) {
    const unread = new Set(doubtful.flatMap(({ id }) => unreadOf(id, givers)));
    if (unread.size === 0) break;
    const read = await readFundingLinks(graph, sources, { ids: [...unread], direction: 'UP' }, budget, signal);
    for (const [id, found] of read) givers.set(id, found);
  }
  return found.filter(({ id, isRoot }) => isRoot || isEntry(id, givers)).map(({ id }) => id);
}

function unreadOf(id: string, givers: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const judged = judgeCycleEntry(id, givers);
  return 'unread' in judged ? judged.unread : [];
}

function isEntry(id: string, givers: ReadonlyMap<string, readonly string[]>): boolean {
  const judged = judgeCycleEntry(id, givers);
  return 'isEntry' in judged && judged.isEntry;
}
