import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../open-graph.ts';
import { lockGraph, moveVersion } from '../write/graph-lock.ts';
import { refreshSupport } from '../write/refresh-support.ts';
import { replaceRecords } from '../write/replace-records.ts';
import { mentionsIn } from '../write/stated-fact.ts';
import type { SupportedFact } from '../write/supported-fact.ts';

/** One transaction takes back at most this many records, or mentions. */
const BATCH_RECORDS = 250;
const BATCH_MENTIONS = 2_000;

export interface UndoProgress {
  /** Records taken back so far. */
  readonly records: number;
}

export interface Undone extends UndoProgress {
  /** True where it was stopped on its way. */
  readonly isStopped: boolean;
}

/**
 * Takes an import back: the statements of its file go, and with them the facts that no other statement supports. What
 * other files, the seed and curators said stays. Batch by batch; stopped by the signal or interrupted, and called again,
 * it goes on.
 */
export async function undoImport(
  graph: Graph,
  id: string,
  onProgress: (progress: UndoProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<Undone> {
  const sourceId = `source:${id}`;
  await beginUndoing(graph, id);
  let records = 0;
  for (;;) {
    if (signal?.aborted) return { records, isStopped: true };
    const count = await graph.write((transaction) => takeBackRecords(transaction, sourceId));
    if (count === 0) break;
    records += count;
    onProgress({ records });
  }
  do {
    if (signal?.aborted) return { records, isStopped: true };
  } while ((await graph.write((transaction) => takeBackMentions(transaction, sourceId))) > 0);
  await graph.write((transaction) => removeSource(transaction, sourceId));
  await endUndoing(graph, id);
  return { records, isStopped: false };
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

/** From now on it is not told of as the last import. */
async function beginUndoing(graph: Graph, id: string): Promise<void> {
  await graph.write(async (transaction) => {
    await lockGraph(transaction);
    await moveVersion(transaction);
    await transaction.run(
      `MATCH (i:Import {id: $id})
       SET i.status = 'UNDOING', i.endedAt = datetime({timezone: 'Z'})
       REMOVE i.changedAt, i.changedBy`,
      { id },
    );
  });
}

async function endUndoing(graph: Graph, id: string): Promise<void> {
  await graph.write((transaction) =>
    transaction.run(
      "MATCH (i:Import {id: $id}) SET i.status = 'UNDONE', i.replaced = 0, i.endedAt = datetime({timezone: 'Z'})",
      { id },
    ),
  );
}
