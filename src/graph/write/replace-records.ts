import type { ManagedTransaction } from 'neo4j-driver';
import type { EdgeFact, Fact, NodeFact } from '../../domain/fact.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { ChangedRecord } from './changed-records.ts';
import { presentFacts } from './present-facts.ts';
import { refreshSupport, removeOrphanedPhantoms } from './refresh-support.ts';
import { retractStatements } from './retract-statements.ts';
import { type StatedFact, withoutIdleReferences } from './stated-fact.ts';
import { kindOf, type StatementRow, statementRow } from './statement-row.ts';
import { supportBy } from './support.ts';
import { writeEdges } from './write-edges.ts';
import { writeNodes } from './write-nodes.ts';
import { writeStatements } from './write-statements.ts';

/**
 * Writes what the records say and takes back what their former versions said.
 *
 * A fact that is new to the graph rests on these records alone and is written with its support; for all others the graph
 * is asked what they rest on, after their statements have changed. The statements of a transaction run in the order they
 * are sent, so they are sent without waiting for each other's results.
 */
export async function replaceRecords(
  transaction: ManagedTransaction,
  changed: readonly ChangedRecord[],
): Promise<void> {
  const stated = changed.flatMap(({ record }) => record.facts.map((fact) => ({ recordId: record.id, fact })));
  const former = new Set(changed.filter(({ isNew }) => !isNew).map(({ record }) => record.id));
  const present = await presentFacts(
    transaction,
    stated.map(({ fact }) => fact),
  );
  const { written, idle } = withoutIdleReferences(stated, present);
  // Who only refers to a node that is there says nothing about it, unless it was the first to name it.
  const supported = [...written, ...(await statedBefore(transaction, idle, former))];

  const statements = statementsOf(supported);
  const byFact = groupBy(statements, ({ properties }) => properties.factId);
  const supportOf = (id: string) => supportBy(byFact.get(id) ?? []);
  const facts = latestOfEach(written);
  const nodes = facts.filter((fact): fact is NodeFact => fact.shape === 'node');
  const edges = facts.filter((fact): fact is EdgeFact => fact.shape === 'edge');
  const [unlinked, , , unsupported] = await Promise.all([
    writeNodes(transaction, nodes, present, supportOf),
    writeEdges(transaction, edges, present, supportOf),
    writeStatements(transaction, statements, (recordId) => former.has(recordId)),
    retractStatements(transaction, [...former], statements),
    writeDigests(transaction, changed),
  ]);
  const unsettled = supported.filter(({ fact }) => present.has(fact.id) || !byFact.has(fact.id));
  await refreshSupport(transaction, [
    ...unsettled.map(({ fact }) => ({ id: fact.id, kind: kindOf(fact) })),
    ...unsupported,
  ]);
  await removeOrphanedPhantoms(transaction, unlinked);
}

/** Those of the facts that the same record stated in its former version. */
async function statedBefore(
  transaction: ManagedTransaction,
  stated: readonly StatedFact[],
  former: ReadonlySet<string>,
): Promise<StatedFact[]> {
  const candidates = stated.filter(({ recordId }) => former.has(recordId));
  if (candidates.length === 0) return [];
  const { records } = await transaction.run<{ key: string }>(
    `UNWIND $factIds AS factId
     MATCH (s:Statement {factId: factId}) WHERE s.recordId IN $recordIds
     RETURN DISTINCT s.recordId + ' ' + factId AS key`,
    { factIds: [...new Set(candidates.map(({ fact }) => fact.id))], recordIds: [...former] },
  );
  const keys = new Set(records.map((record) => record.get('key')));
  return candidates.filter(({ recordId, fact }) => keys.has(`${recordId} ${fact.id}`));
}

/** Each statement once, even where a record makes it twice. */
function statementsOf(supported: readonly StatedFact[]): StatementRow[] {
  const rows = supported.flatMap(({ recordId, fact }) =>
    fact.statements.map((statement) => statementRow(recordId, fact, statement)),
  );
  return [...new Map(rows.map((row) => [row.properties.id, row])).values()];
}

/** Of what several records say of the same fact, the last holds. */
function latestOfEach(stated: readonly StatedFact[]): Fact[] {
  return [...new Map(stated.map(({ fact }) => [fact.id, fact])).values()];
}

async function writeDigests(transaction: ManagedTransaction, changed: readonly ChangedRecord[]): Promise<void> {
  await transaction.run('UNWIND $rows AS row MERGE (r:Record {id: row.id}) SET r.digest = row.digest', {
    rows: changed.map(({ record, digest }) => ({ id: record.id, digest })),
  });
}
