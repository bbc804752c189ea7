import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../open-graph.ts';
import { lockGraph, moveVersion } from '../write/graph-lock.ts';
import { refreshSupport, type SupportedFact } from '../write/refresh-support.ts';
import { replaceRecords } from '../write/replace-records.ts';
import { mentionsIn } from '../write/stated-fact.ts';

/** One transaction takes back at most this many records, or mentions. */
const BATCH_RECORDS = 250;
const BATCH_MENTIONS = 2_000;

export interface UndoProgress {
  /** Records taken back so far. */
  readonly records: number;
}

/**
 * Takes an import back: the statements of its file go, and with them the facts that no other statement supports. What
 * other files, the seed and curators said stays. Batch by batch; interrupted and called again, it goes on. Gives the
 * number of records that were taken back.
 */
export async function undoImport(
  graph: Graph,
  id: string,
  onProgress: (progress: UndoProgress) => void = () => {},
): Promise<number> {
  const sourceId = `source:${id}`;
  await setStatus(graph, id, 'UNDOING');
  let records = 0;
  for (;;) {
    const count = await graph.write((transaction) => takeBackRecords(transaction, sourceId));
    if (count === 0) break;
    records += count;
    onProgress({ records });
  }
  while ((await graph.write((transaction) => takeBackMentions(transaction, sourceId))) > 0);
  await graph.write((transaction) => removeSource(transaction, sourceId));
  await setStatus(graph, id, 'UNDONE');
  return records;
}

async function takeBackRecords(transaction: ManagedTransaction, sourceId: string): Promise<number> {
  await lockGraph(transaction);
  const { records } = await transaction.run<{ id: string }>(
    `MATCH (r:Record {sourceId: $sourceId})
     // A curator may cite the file: that stays.
     WHERE NOT r.id STARTS WITH 'curation:'
     RETURN r.id AS id LIMIT toInteger($most)`,
    { sourceId, most: BATCH_RECORDS },
  );
  const ids = records.map((record) => record.get('id'));
  if (ids.length === 0) return 0;
  const emptied = ids.map((id) => ({ record: { id, facts: [] }, digest: '', isNew: false, isReplacing: false }));
  await replaceRecords(transaction, emptied);
  await transaction.run('UNWIND $ids AS id MATCH (r:Record {id: id}) DELETE r', { ids });
  await moveVersion(transaction);
  return ids.length;
}

async function takeBackMentions(transaction: ManagedTransaction, sourceId: string): Promise<number> {
  await lockGraph(transaction);
  const { records } = await transaction.run<SupportedFact>(
    `MATCH (s:Statement {recordId: $recordId})
     WITH s LIMIT toInteger($most)
     WITH s, s.factId AS id, s.factKind AS kind
     DETACH DELETE s
     RETURN DISTINCT id, kind`,
    { recordId: mentionsIn(sourceId), most: BATCH_MENTIONS },
  );
  await refreshSupport(
    transaction,
    records.map((record) => record.toObject()),
  );
  if (records.length > 0) await moveVersion(transaction);
  return records.length;
}

/** Others may cite the same source: a curator, for one. */
async function removeSource(transaction: ManagedTransaction, sourceId: string): Promise<void> {
  await lockGraph(transaction);
  await transaction.run('MATCH (s:Source {id: $sourceId}) WHERE NOT EXISTS { (s)<-[:FROM]-() } DETACH DELETE s', {
    sourceId,
  });
  await moveVersion(transaction);
}

async function setStatus(graph: Graph, id: string, status: 'UNDOING' | 'UNDONE'): Promise<void> {
  await graph.write((transaction) =>
    transaction.run("MATCH (i:Import {id: $id}) SET i.status = $status, i.endedAt = datetime({timezone: 'Z'})", {
      id,
      status,
    }),
  );
}
