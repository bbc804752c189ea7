import { EDGES, type LinkType } from '../../domain/model.ts';
import type { Term } from '../../domain/vocabulary.ts';
import type { Graph } from '../open-graph.ts';

export interface Evidence {
  readonly id: string;
  readonly text: string | null;
  readonly locator: string;
  readonly basis: Term<'Basis'>;
  readonly aspect: string | null;
  readonly speaker: string | null;
  readonly reasoning: string | null;
  readonly rule: string | null;
  readonly source: Readonly<Record<string, unknown>>;
}

/** By these, transactions and figures speak of a record. */
const MENTIONS: readonly LinkType[] = [
  'PROVIDED_BY',
  'RECEIVED_BY',
  'FROM_ACTIVITY',
  'TO_ACTIVITY',
  'ABOUT',
  'BROKEN_DOWN_TO',
];

/** Statements by the fact they support; for a record that is only referred to, those of a few relations that name it. */
const CYPHER = `
  UNWIND $factIds AS factId
  CALL (factId) {
    MATCH (statement:Statement {factId: factId})
    RETURN statement
    UNION
    MATCH (phantom:Entity {id: factId}) WHERE phantom.isPhantom
    CALL (phantom) {
      MATCH (phantom)-[mention:${Object.keys(EDGES).join('|')}]-()
      RETURN mention.id AS mentionId, mention.statementIds AS statementIds
      UNION
      MATCH (phantom)<-[:${MENTIONS.join('|')}]-(mention)
      RETURN mention.id AS mentionId, mention.statementIds AS statementIds
    }
    WITH mentionId, statementIds ORDER BY mentionId LIMIT 20
    UNWIND statementIds AS statementId
    MATCH (statement:Statement {id: statementId})
    RETURN statement
  }
  WITH factId, statement ORDER BY statement.basis = 'INFERRED', statement.basis = 'CURATED', statement.id
  WITH factId, collect(statement)[..$limit] AS statements
  UNWIND statements AS statement
  MATCH (statement)-[:FROM]->(source:Source)
  RETURN factId, statement {.*} AS statement, source {.*} AS source`;

/** What supports each fact, the strongest first, at most `limit` for each. One round trip for all facts. */
export async function findEvidence(
  graph: Graph,
  factIds: readonly string[],
  limit: number,
  signal?: AbortSignal,
): Promise<Map<string, Evidence[]>> {
  const rows = await graph.read<{ factId: string; statement: Evidence; source: Evidence['source'] }>(
    CYPHER,
    { factIds, limit },
    signal,
  );
  const evidence = new Map<string, Evidence[]>(factIds.map((factId) => [factId, []]));
  for (const { factId, statement, source } of rows) evidence.get(factId)?.push({ ...statement, source });
  return evidence;
}
