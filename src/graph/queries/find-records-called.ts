import type { NodeLabel } from '../../domain/model.ts';
import type { Term } from '../../domain/vocabulary.ts';
import type { Graph } from '../open-graph.ts';
import { findByExactName } from './find-by-exact-name.ts';

export interface CalledRecord {
  readonly id: string;
  /** Of an organisation. */
  readonly kind: Term<'OrganisationKind'> | null;
}

const CYPHER = `
  UNWIND $wanted AS row
  CALL (row) {
    MATCH (entity:Entity) WHERE entity.id IN row.ids RETURN entity
    UNION
    MATCH (:Identifier {value: row.text})-[:IDENTIFIES]->(entity:Entity) RETURN entity
  }
  WITH row.text AS text, entity WHERE any(label IN labels(entity) WHERE label IN $labels)
  RETURN text, collect(DISTINCT {id: entity.id, kind: CASE WHEN entity:Organisation THEN entity.kind END}) AS found`;

/**
 * The record of these kinds that each text stands for: by its id, one of its codes, or exactly one of its names. Absent:
 * none, or several, which nobody may guess between.
 */
export async function findRecordsCalled(
  graph: Graph,
  labels: readonly NodeLabel[],
  texts: readonly string[],
): Promise<Map<string, CalledRecord>> {
  if (texts.length === 0) return new Map();
  const named = await findByExactName(graph, labels, texts);
  const wanted = texts.map((text) => ({ text, ids: [text, ...(named.get(text) ?? [])] }));
  const rows = await graph.read<{ text: string; found: CalledRecord[] }>(CYPHER, { wanted, labels });
  return new Map(
    rows.flatMap(({ text, found }) => (found[0] && found.length === 1 ? [[text, found[0]] as const] : [])),
  );
}
