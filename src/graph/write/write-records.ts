import type { ManagedTransaction } from 'neo4j-driver';
import type { FactRecord } from '../../domain/fact.ts';
import type { Source } from '../../domain/source.ts';
import type { Graph } from '../open-graph.ts';
import { changedRecords } from './changed-records.ts';
import { recordDigest } from './record-digest.ts';
import { replaceRecords } from './replace-records.ts';
import { sourcesThatDiffer, writeSources } from './write-sources.ts';

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
  const digested = batch.records.map((record) => ({ record, digest: recordDigest(record) }));
  return graph.write(async (transaction) => {
    const [, changed, changedSources] = await Promise.all([
      lockGraph(transaction),
      changedRecords(transaction, digested),
      sourcesThatDiffer(transaction, batch.sources),
    ]);
    if (changed.length + changedSources.length > 0) {
      await Promise.all([
        writeSources(transaction, changedSources),
        replaceRecords(transaction, changed),
        moveVersion(transaction),
      ]);
    }
    return {
      written: changed.length,
      unchanged: batch.records.length - changed.length,
    };
  });
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
