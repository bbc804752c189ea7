import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../open-graph.ts';

/** The rows that a statement gives: asked of the graph by itself, or within the transaction that is to change them. */
export async function ask<Row extends object>(
  from: Graph | ManagedTransaction,
  cypher: string,
  parameters: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Row[]> {
  if ('read' in from) return (await from.read(cypher, parameters, signal)) as Row[];
  const { records } = await from.run(cypher, parameters);
  return records.map((record) => record.toObject() as Row);
}
