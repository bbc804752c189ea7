import { ENTITY_TYPES, type EntityType } from '../../domain/entity-type.ts';
import { EDGES } from '../../domain/model.ts';
import type { Graph } from '../open-graph.ts';

export interface FactCounts {
  readonly entities: readonly { readonly kind: EntityType; readonly count: number; readonly phantoms: number }[];
  readonly relations: readonly { readonly kind: string; readonly count: number }[];
  readonly statements: number;
  /** Records and relations that need support, and those that have it. */
  readonly facts: number;
  readonly supported: number;
}

const NODES_CYPHER = Object.entries(ENTITY_TYPES)
  .map(
    ([kind, label]) => `
    MATCH (n:${label})
    RETURN '${kind}' AS kind, count(n) AS count, sum(CASE WHEN n.isPhantom THEN 1 ELSE 0 END) AS phantoms,
      sum(CASE WHEN NOT n:Source AND NOT n.isPhantom THEN 1 ELSE 0 END) AS facts,
      sum(CASE WHEN NOT n:Source AND NOT n.isPhantom AND size(n.statementIds) > 0 THEN 1 ELSE 0 END) AS supported`,
  )
  .join(' UNION ALL ');

const EDGES_CYPHER = Object.keys(EDGES)
  .map(
    (type) => `
    MATCH ()-[r:${type}]->()
    RETURN '${type}' AS kind, count(r) AS count, 0 AS phantoms, count(r) AS facts,
      sum(CASE WHEN size(r.statementIds) > 0 THEN 1 ELSE 0 END) AS supported`,
  )
  .join(' UNION ALL ');

interface CountRow {
  readonly kind: string;
  readonly count: number;
  readonly phantoms: number;
  readonly facts: number;
  readonly supported: number;
}

/** What the graph holds. Reads every record and relation once: keep the answer for as long as the graph does not change. */
export async function countFacts(graph: Graph, signal?: AbortSignal): Promise<FactCounts> {
  const entities = await graph.read<Record<string, unknown> & CountRow>(NODES_CYPHER, {}, signal);
  const relations = await graph.read<Record<string, unknown> & CountRow>(EDGES_CYPHER, {}, signal);
  const [statements] = await graph.read<{ count: number }>('MATCH (s:Statement) RETURN count(s) AS count', {}, signal);
  const all = [...entities, ...relations];
  return {
    entities: entities.map(({ kind, count, phantoms }) => ({ kind: kind as EntityType, count, phantoms })),
    relations: relations.map(({ kind, count }) => ({ kind, count })),
    statements: statements?.count ?? 0,
    facts: sum(all, ({ facts }) => facts),
    supported: sum(all, ({ supported }) => supported),
  };
}

function sum<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0);
}
