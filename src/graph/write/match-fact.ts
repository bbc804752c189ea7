import { EDGES, type EdgeType, type NodeLabel } from '../../domain/model.ts';
import { keyLabel } from './node-row.ts';

/** Cypher that binds `fact` to the fact of this kind with the id that `id` holds. */
export function matchFact(kind: NodeLabel | EdgeType): string {
  const type = kind as EdgeType;
  const label = kind as NodeLabel;
  return kind in EDGES ? `MATCH ()-[fact:${type} {id: id}]->()` : `MATCH (fact:${keyLabel(label)} {id: id})`;
}
