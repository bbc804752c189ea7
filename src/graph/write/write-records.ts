import { createHash } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import type { EdgeFact, FactRecord, NodeFact } from '../../domain/fact.ts';
import type { Source } from '../../domain/source.ts';
import type { Graph } from '../open-graph.ts';
import { refreshSupport, removeOrphanedPhantoms } from './refresh-support.ts';
import { retractStatements } from './retract-statements.ts';
import { writeEdges } from './write-edges.ts';
import { writeNodes } from './write-nodes.ts';
import { sourcesThatDiffer, writeSources } from './write-sources.ts';
import { writeStatements } from './write-statements.ts';

export interface WriteResult {
  readonly written: number;
  readonly unchanged: number;
}

/**
 * Writes the records in one transaction, so that each is in the graph whole or not at all.
 *
 * A record that the graph holds in the same words is left alone; a newer version replaces the statements of the older
 * one, and facts that no statement supports any more go. What other records say stays. Writers wait for each other.
 */
export async function writeRecords(
  graph: Graph,
  batch: {
    readonly sources: readonly Source[];
    readonly records: readonly FactRecord[];
  },
): Promise<WriteResult> {
  return graph.write(async (transaction) => {
    await lockGraph(transaction);
    const changed = await changedRecords(transaction, batch.records);
    const changedSources = await sourcesThatDiffer(transaction, batch.sources);
    if (changed.length + changedSources.length > 0) {
      await writeSources(transaction, changedSources);
      await replaceRecords(transaction, changed);
      await moveVersion(transaction);
    }
    return {
      written: changed.length,
      unchanged: batch.records.length - changed.length,
    };
  });
}

async function replaceRecords(transaction: ManagedTransaction, changed: readonly ChangedRecord[]): Promise<void> {
  const facts = changed.flatMap(({ record }) => record.facts.map((fact) => ({ recordId: record.id, fact })));
  const nodes = facts.map(({ fact }) => fact).filter((fact): fact is NodeFact => fact.shape === 'node');
  const edges = facts.map(({ fact }) => fact).filter((fact): fact is EdgeFact => fact.shape === 'edge');

  const { written, unlinked } = await writeNodes(transaction, nodes);
  await writeEdges(transaction, edges);
  const records = changed.map(({ record }) => record.id);
  // Who only refers to a node that is there says nothing about it, unless it was the first to name it.
  const idle = nodes.filter((fact) => !written.has(fact)).map(({ id }) => id);
  const named = await factsNamedBy(transaction, records, idle);
  const supported = facts.filter(
    ({ recordId, fact }) => fact.shape === 'edge' || written.has(fact) || named.has(`${recordId} ${fact.id}`),
  );
  const current = await writeStatements(transaction, supported);
  const unsupported = await retractStatements(transaction, records, current.statementIds);
  await refreshSupport(transaction, [...current.facts, ...unsupported]);
  await removeOrphanedPhantoms(transaction, unlinked);
  await transaction.run('UNWIND $rows AS row MERGE (r:Record {id: row.id}) SET r.digest = row.digest', {
    rows: changed.map(({ record, digest }) => ({ id: record.id, digest })),
  });
}

/** Which of the facts rest on a statement of which of the records, as `record fact`. */
async function factsNamedBy(
  transaction: ManagedTransaction,
  recordIds: readonly string[],
  factIds: readonly string[],
): Promise<Set<string>> {
  const { records } = await transaction.run<{ key: string }>(
    `UNWIND $factIds AS factId
     MATCH (s:Statement {factId: factId}) WHERE s.recordId IN $recordIds
     RETURN DISTINCT s.recordId + ' ' + factId AS key`,
    { factIds, recordIds },
  );
  return new Set(records.map((record) => record.get('key')));
}

interface ChangedRecord {
  readonly record: FactRecord;
  readonly digest: string;
}

async function changedRecords(
  transaction: ManagedTransaction,
  records: readonly FactRecord[],
): Promise<ChangedRecord[]> {
  const digested = records.map((record) => ({
    record,
    digest: digestOf(record),
  }));
  const { records: rows } = await transaction.run<{
    id: string;
    digest: string;
  }>('MATCH (r:Record) WHERE r.id IN $ids RETURN r.id AS id, r.digest AS digest', { ids: records.map(({ id }) => id) });
  const known = new Map(rows.map((row) => [row.get('id'), row.get('digest')]));
  return digested.filter(({ record, digest }) => known.get(record.id) !== digest);
}

function digestOf(record: FactRecord): string {
  return createHash('sha256').update(JSON.stringify(record.facts)).digest('hex');
}

/** Touching the one state node first makes every other writer wait until this transaction ends. */
async function lockGraph(transaction: ManagedTransaction): Promise<void> {
  await transaction.run("MERGE (s:GraphState {id: 'graph'}) ON CREATE SET s.version = 0 SET s.lockedAt = timestamp()");
}

async function moveVersion(transaction: ManagedTransaction): Promise<void> {
  await transaction.run(
    "MATCH (s:GraphState {id: 'graph'}) SET s.version = s.version + 1, s.changedAt = datetime({timezone: 'Z'})",
  );
}
