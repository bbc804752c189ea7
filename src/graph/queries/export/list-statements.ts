import type { Term } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';
import type { Evidence } from '../find-evidence.ts';
import type { RelationPage } from '../relation-list.ts';

export interface StatementCriteria {
  /** Ids of sources; null: any. */
  readonly sources: readonly string[] | null;
  readonly basis: readonly Term<'Basis'>[] | null;
}

/** A statement with its source, and the id of the fact it supports. */
export interface SourcedStatement extends Evidence {
  readonly factId: string;
}

const CYPHER = `
  MATCH (statement:Statement) WHERE statement.id > $after AND ($basis IS NULL OR statement.basis IN $basis)
  MATCH (statement)-[:FROM]->(source:Source) WHERE $sources IS NULL OR source.id IN $sources
  WITH statement, source ORDER BY statement.id LIMIT $limit
  RETURN statement {.id, .factId, .text, .locator, .basis, .aspect, .speaker, .reasoning, .rule,
    source: source {.*}} AS row`;

/** What was taken from which source, page by page in the order of ids. */
export async function listStatements(
  graph: Graph,
  criteria: StatementCriteria,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<SourcedStatement[]> {
  const rows = await graph.read<{ row: SourcedStatement }>(CYPHER, { ...criteria, ...page }, signal);
  return rows.map(({ row }) => row);
}
