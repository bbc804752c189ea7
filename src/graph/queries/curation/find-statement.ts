import type { Graph } from '../../open-graph.ts';
import type { Evidence } from '../find-evidence.ts';

const CYPHER = `
  MATCH (statement:Statement {id: $id})-[:FROM]->(source:Source)
  RETURN statement {.*} AS statement, source {.*} AS source`;

/** The statement with its source; null where there is none with this id. One look-up by key. */
export async function findStatement(graph: Graph, id: string, signal?: AbortSignal): Promise<Evidence | null> {
  const [row] = await graph.read<{ statement: Evidence; source: Evidence['source'] }>(CYPHER, { id }, signal);
  return row ? { ...row.statement, source: row.source } : null;
}
