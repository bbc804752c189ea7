import type { ManagedTransaction } from 'neo4j-driver';
import { DECISION } from '../../../domain/curation/decision-id.ts';
import type { Fact } from '../../../domain/fact.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { moveVersion } from '../graph-lock.ts';
import { refreshSupport } from '../refresh-support.ts';
import { kindOf, type StatementRow } from '../statement-row.ts';
import { readFact } from './read-fact.ts';
import { ANY_RECORD, type Retraction, wordsKey } from './retraction.ts';

/** What was taken out of the graph, to be put back where the decision is undone. */
export interface SetAside {
  readonly recordId: string;
  /** The record's digest at that time: with another one it says something else by now. Null: it has none. */
  readonly digest: string | null;
  readonly fact: Fact;
  readonly rows: readonly StatementRow[];
}

/**
 * Takes statements out of the graph and sees to it that they do not come back with the next import; a fact that nothing
 * else supports goes. `heldAs` is the id of the fact in the graph, where merged records give it another.
 */
export async function setStatementsAside(
  transaction: ManagedTransaction,
  { decisionId, heldAs, ...retraction }: Retraction & { readonly decisionId: string; readonly heldAs?: string },
): Promise<void> {
  const factId = heldAs ?? retraction.factId;
  const fact = await readFact(transaction, factId);
  const rows = fact === null ? [] : await matchingStatements(transaction, factId, retraction);
  const withheld = fact === null ? [] : await withheldOf(transaction, fact, rows);
  const said = retraction.recordId === ANY_RECORD ? rows.flatMap(({ properties }) => properties.statedAs ?? []) : [];
  await transaction.run(
    `UNWIND $factIds AS factId
     MERGE (r:Retraction {id: $retraction.decisionId + ' ' + factId})
     ON CREATE SET r += $retraction, r.factId = factId,
       r.withheld = CASE factId WHEN $retraction.factId THEN $withheld ELSE '[]' END`,
    {
      // What is said of a merged record is not to come back when the two are split either.
      factIds: [...new Set([retraction.factId, ...said])],
      retraction: { decisionId, ...retraction },
      withheld: JSON.stringify(withheld),
    },
  );
  await transaction.run('UNWIND $ids AS id MATCH (s:Statement {id: id}) DETACH DELETE s', {
    ids: rows.map(({ properties }) => properties.id),
  });
  if (fact !== null) await refreshSupport(transaction, [{ id: fact.id, kind: kindOf(fact) }]);
  await moveVersion(transaction);
}

async function matchingStatements(
  transaction: ManagedTransaction,
  factId: string,
  { recordId, words }: Retraction,
): Promise<StatementRow[]> {
  const { records } = await transaction.run<StatementRow>(
    `MATCH (s:Statement {factId: $factId})-[:FROM]->(source:Source)
     WHERE CASE $recordId WHEN $any THEN NOT s.recordId STARTS WITH $own ELSE s.recordId = $recordId END
     RETURN properties(s) AS properties, source.id AS sourceId ORDER BY s.id`,
    { factId, recordId, any: ANY_RECORD, own: DECISION },
  );
  const rows = records.map((record) => record.toObject());
  return words === null ? rows : rows.filter(({ properties }) => wordsKey(properties) === words);
}

async function withheldOf(
  transaction: ManagedTransaction,
  fact: Fact,
  rows: readonly StatementRow[],
): Promise<SetAside[]> {
  const byRecord = groupBy(rows, ({ properties }) => properties.recordId);
  const { records } = await transaction.run<{ id: string; digest: string }>(
    'UNWIND $ids AS id MATCH (r:Record {id: id}) RETURN r.id AS id, r.digest AS digest',
    { ids: [...byRecord.keys()] },
  );
  const digests = new Map(records.map((record) => [record.get('id'), record.get('digest')]));
  return [...byRecord].map(([recordId, group]) => ({
    recordId,
    digest: digests.get(recordId) ?? null,
    fact,
    rows: group,
  }));
}
