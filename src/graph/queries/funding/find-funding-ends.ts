import type { WorkBudget } from '../../../domain/funding/work-budget.ts';
import { isMeantBy, matchActorsMeant } from '../../cypher/actors-meant.ts';
import { type FundingLinkSource, isLinked, LINK_PARAMETERS } from '../../cypher/funding-links.ts';
import type { Graph } from '../../open-graph.ts';

export interface FundingEndCriteria {
  readonly sources: readonly FundingLinkSource[];
  /** Actors of which one carries out the activity; a country stands for its own organisations too. */
  readonly implementers: readonly string[] | null;
  /** Countries of which one benefits from it. */
  readonly recipients: readonly string[] | null;
}

/** An activity that may be the last of a chain. */
export interface FundingEnd {
  readonly isPhantom: boolean;
  /** Whether it has the implementers and recipients asked for. */
  readonly isWanted: boolean;
}

const HAS_IMPLEMENTER = `EXISTS {
    MATCH (actor:Actor)-[part:PARTICIPATES_IN {role: 'IMPLEMENTING'}]->(end)
    WHERE part.basis IN $basis AND ${isMeantBy('actor', '$implementers')}
  }`;
const HAS_RECIPIENT = `EXISTS {
    MATCH (country:Country)-[part:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(end)
    WHERE part.basis IN $basis AND country.id IN $recipients
  }`;
const IS_WANTED = `($implementers IS NULL OR ${HAS_IMPLEMENTER}) AND ($recipients IS NULL OR ${HAS_RECIPIENT})`;

const DESCRIBE = `
  UNWIND $ids AS id
  MATCH (end:Activity {id: id})
  RETURN id, coalesce(end.isPhantom, false) AS isPhantom, ${IS_WANTED} AS isWanted`;

/** What these activities are as the last ones of chains. One read. */
export function describeFundingEnds(
  graph: Graph,
  criteria: FundingEndCriteria,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, FundingEnd>> {
  return read(graph, DESCRIBE, { ...criteria, ids }, signal);
}

const FROM_IMPLEMENTERS = `
  UNWIND $implementers AS implementer
  ${matchActorsMeant('implementer', 'actor')}
  MATCH (actor)-[part:PARTICIPATES_IN {role: 'IMPLEMENTING'}]->(end:Activity) WHERE part.basis IN $basis
  WITH DISTINCT end WHERE $recipients IS NULL OR ${HAS_RECIPIENT}`;
const FROM_RECIPIENTS = `
  UNWIND $recipients AS recipient
  MATCH (:Country {id: recipient})-[part:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(end:Activity) WHERE part.basis IN $basis
  WITH DISTINCT end`;

/** The activities with the implementers and recipients asked for to which money is passed. Cost grows with what these take part in. */
export async function findFundingEnds(
  graph: Graph,
  criteria: FundingEndCriteria,
  budget: WorkBudget,
  signal?: AbortSignal,
): Promise<Map<string, FundingEnd>> {
  const cypher = `${criteria.implementers ? FROM_IMPLEMENTERS : FROM_RECIPIENTS}
  WITH end WHERE ${isLinked(criteria.sources, 'giver', 'end')}
  RETURN end.id AS id, coalesce(end.isPhantom, false) AS isPhantom, true AS isWanted LIMIT $limit`;
  const ends = await read(graph, cypher, { ...criteria, limit: budget.left + 1 }, signal);
  budget.spend(ends.size);
  return ends;
}

async function read(
  graph: Graph,
  cypher: string,
  criteria: FundingEndCriteria & Readonly<Record<string, unknown>>,
  signal?: AbortSignal,
): Promise<Map<string, FundingEnd>> {
  const parameters = { ...LINK_PARAMETERS, ...criteria };
  const rows = await graph.read<FundingEnd & { id: string }>(cypher, parameters, signal);
  return new Map(rows.map(({ id, isPhantom, isWanted }) => [id, { isPhantom, isWanted }]));
}
