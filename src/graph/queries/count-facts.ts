import { ENTITY_TYPES, type EntityType, entityTypeOf } from '../../domain/entity-type.ts';
import type { Graph } from '../open-graph.ts';

export interface FactCounts {
  readonly entities: readonly { readonly kind: EntityType; readonly count: number; readonly phantoms: number }[];
  readonly relations: readonly { readonly kind: string; readonly count: number }[];
  readonly statements: number;
  /** Records and relations that need support, and those that have it. Sources and phantoms need none. */
  readonly facts: number;
  readonly supported: number;
}

const ENTITIES = `
  MATCH (entity:Entity)
  RETURN labels(entity) AS labels, entity.isPhantom AS isPhantom, count(entity) AS count,
    sum(CASE WHEN size(entity.statementIds) > 0 THEN 1 ELSE 0 END) AS supported`;

const RELATIONS = `
  MATCH ()-[relation]->() WHERE relation.id IS NOT NULL
  RETURN type(relation) AS kind, count(relation) AS count,
    sum(CASE WHEN size(relation.statementIds) > 0 THEN 1 ELSE 0 END) AS supported
  ORDER BY kind`;

const STATEMENTS = 'MATCH (statement:Statement) RETURN count(statement) AS count';

/** What the graph holds. Reads every record and relation once: keep the answer for as long as the graph does not change. */
export async function countFacts(graph: Graph, signal?: AbortSignal): Promise<FactCounts> {
  const [entities, relations, statements] = await Promise.all([
    graph.read<{ labels: string[]; isPhantom: boolean; count: number; supported: number }>(ENTITIES, {}, signal),
    graph.read<{ kind: string; count: number; supported: number }>(RELATIONS, {}, signal),
    graph.read<{ count: number }>(STATEMENTS, {}, signal),
  ]);
  const kinds = entities.map(({ labels, ...row }) => ({ ...row, kind: entityTypeOf(labels) }));
  const needing = [...kinds.filter(({ kind, isPhantom }) => kind !== 'SOURCE' && !isPhantom), ...relations];
  return {
    entities: (Object.keys(ENTITY_TYPES) as EntityType[]).map((kind) => {
      const rows = kinds.filter((row) => row.kind === kind);
      return { kind, count: total(rows), phantoms: total(rows.filter(({ isPhantom }) => isPhantom)) };
    }),
    relations: relations.map(({ kind, count }) => ({ kind, count })),
    statements: total(statements),
    facts: total(needing),
    supported: needing.reduce((sum, { supported }) => sum + supported, 0),
  };
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
