import type { ManagedTransaction } from 'neo4j-driver';
import type { FactRecord } from '../../domain/fact.ts';
import type { Source } from '../../domain/source.ts';
import type { Graph } from '../open-graph.ts';
import { changedRecords } from './changed-records.ts';
import { lockGraph, moveVersion } from './graph-lock.ts';
import { recordDigest } from './record-digest.ts';
import { replaceRecords } from './replace-records.ts';
import { sourcesThatDiffer, writeSources } from './write-sources.ts';

export interface WriteResult {
  readonly written: number;
  readonly unchanged: number;
  /** How many of those written had said something else from another source. */
  readonly replaced: number;
}

export interface Batch {
  readonly sources: readonly Source[];
  readonly records: readonly FactRecord[];
}

/**
 * Writes the records in one transaction, so that each is in the graph whole or not at all.
 *
 * A record that the graph holds in the same words is left alone; a newer version replaces the statements of the older
 * one, and facts that no statement supports any more go. What other records say stays. Writers wait for each other.
 */
export async function writeRecords(graph: Graph, batch: Batch): Promise<WriteResult> {
  return graph.write((transaction) => writeInTransaction(transaction, batch));
}

/** The same as a part of a transaction: for who must write something else with the records, or not at all. */
export async function writeInTransaction(
  transaction: ManagedTransaction,
  { sources, records }: Batch,
): Promise<WriteResult> {
  const digested = records.map((record) => ({ record, digest: recordDigest(record) }));
  const [, changed, changedSources] = await Promise.all([
    lockGraph(transaction),
    changedRecords(transaction, digested),
    sourcesThatDiffer(transaction, sources),
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
    unchanged: records.length - changed.length,
    replaced: changed.filter(({ isReplacing }) => isReplacing).length,
  };
}
