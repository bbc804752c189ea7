import type { Contestant } from './contestant.ts';
import { CYPHER } from './cypher/cypher.ts';
import { HAND_WRITTEN_CYPHER } from './cypher/hand-written-cypher.ts';
import { EMPTY_REQUEST } from './empty-request.ts';
import { KAZAID } from './kazaid.ts';
import { NEO4J_GRAPHQL } from './neo4j-graphql.ts';
import { POSTGRAPHILE } from './postgraphile.ts';

/** What the bars are measured against: always there, and asked first, so that their answer is the one all must give. */
const BASE: readonly Contestant[] = [HAND_WRITTEN_CYPHER, CYPHER, EMPTY_REQUEST];

/** Everybody, in the order of the tables. */
export const CONTESTANTS: readonly Contestant[] = [...BASE, ...KAZAID, NEO4J_GRAPHQL, POSTGRAPHILE];

/** Those with these names and what the bars are measured against; all where null. */
export function chooseContestants(names: readonly string[] | null): readonly Contestant[] {
  return CONTESTANTS.filter((each) => names === null || BASE.includes(each) || names.includes(each.name));
}
