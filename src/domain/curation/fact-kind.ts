import { EDGES, type EdgeType } from '../model.ts';

const EDGE_BY_PREFIX = new Map(Object.keys(EDGES).map((type) => [type.toLowerCase().replaceAll('_', '-'), type]));

/** The type of the relation that has this id, as the id itself says; null where it is no relation's. */
export function edgeTypeOf(factId: string): EdgeType | null {
  return (EDGE_BY_PREFIX.get(factId.slice(0, factId.indexOf(':'))) as EdgeType | undefined) ?? null;
}
