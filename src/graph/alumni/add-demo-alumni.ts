import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../open-graph.ts';
import { lockAlumni } from './alumni-lock.ts';
import type { AlumniStore } from './alumni-store.ts';
import { appendAlumniEvent } from './append-alumni-event.ts';
import { ask } from './ask.ts';
import { findErased } from './find-erased.ts';
import { type AlumnusDraft, writeAlumni } from './write-alumni.ts';

export interface DemoOptions {
  /** Who is written down for it. */
  readonly by: string;
  /** Only where there never was an alumnus, real or made up: what an office did with those made up stands. */
  readonly onlyFirst?: boolean;
}

/** Neither a transaction of them nor what it holds in memory grows with how many there are. */
const BATCH = 500;

const IS_UNTOUCHED = `
  RETURN NOT EXISTS { MATCH (:Alumnus) } AND NOT EXISTS { MATCH (state:AlumniState) WHERE state.events > 0 } AS is`;

/**
 * Adds people made up, apart from those that are there already or were erased: whatever became of them stands. Each batch
 * is one event; where none is added, nothing is written. Gives how many were added.
 */
export async function addDemoAlumni(
  store: AlumniStore,
  drafts: Iterable<AlumnusDraft>,
  options: DemoOptions,
): Promise<number> {
  if (options.onlyFirst && !(await isUntouched(store.graph))) return 0;
  let added = 0;
  for (const batch of batchesOf(drafts, options.onlyFirst ? Number.POSITIVE_INFINITY : BATCH))
    added += await addBatch(store, batch, options);
  return added;
}

async function isUntouched(from: Graph | ManagedTransaction): Promise<boolean> {
  const [row] = await ask<{ is: boolean }>(from, IS_UNTOUCHED, {});
  return row?.is ?? false;
}

async function addBatch(
  { graph, keys }: AlumniStore,
  drafts: readonly AlumnusDraft[],
  { by, onlyFirst }: DemoOptions,
): Promise<number> {
  const ids = drafts.map(({ id }) => id);
  if ((await findKnown(graph, ids)).size === ids.length) return 0;
  return graph.write(async (transaction) => {
    await lockAlumni(transaction, keys);
    // Looked at once more behind the lock: until then another may write the first of all.
    if (onlyFirst && !(await isUntouched(transaction))) return 0;
    const known = await findKnown(transaction, ids);
    const missing = drafts.filter(({ id }) => !known.has(id));
    if (missing.length === 0) return 0;
    await writeAlumni(transaction, keys, missing);
    await appendAlumniEvent(transaction, {
      by,
      action: 'RECORDS_IMPORTED',
      subjects: missing.map(({ id }) => id),
      purpose: null,
      detail: JSON.stringify({ synthetic: true, added: missing.length }),
    });
    return missing.length;
  });
}

/** Of these ids, those whose records are there or were erased. */
async function findKnown(from: Graph | ManagedTransaction, ids: readonly string[]): Promise<Set<string>> {
  const held = await ask<{ id: string }>(from, 'UNWIND $ids AS id MATCH (person:Alumnus {id: id}) RETURN id', { ids });
  return new Set([...held.map(({ id }) => id), ...(await findErased(from, ids))]);
}

function* batchesOf<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
