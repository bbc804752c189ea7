import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../open-graph.ts';
import { ask } from './ask.ts';

const ERASED = `
  MATCH (event:AlumniEvent {action: 'RECORD_ERASED'})
  UNWIND event.subjects AS id
  WITH DISTINCT id WHERE id IN $ids
  RETURN id`;

/** Of these ids, those whose records were erased: nobody may bring them back. */
export async function findErased(from: Graph | ManagedTransaction, ids: readonly string[]): Promise<string[]> {
  return (await ask<{ id: string }>(from, ERASED, { ids })).map(({ id }) => id);
}
