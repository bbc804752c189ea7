import type { Term } from '../../domain/vocabulary.ts';
import type { Graph } from '../open-graph.ts';

export interface IdentifierMatch {
  readonly scheme: Term<'IdentifierScheme'>;
  readonly entityId: string;
}

const CYPHER = `
  MATCH (identifier:Identifier {value: $value})-[:IDENTIFIES]->(entity:Entity)
  WHERE $scheme IS NULL OR identifier.scheme = $scheme
  RETURN identifier.scheme AS scheme, entity.id AS entityId
  ORDER BY scheme, entityId`;

/** The records that this code stands for, in one scheme or in all. */
export function findByIdentifier(
  graph: Graph,
  { scheme, value }: { readonly scheme?: Term<'IdentifierScheme'> | null; readonly value: string },
  signal?: AbortSignal,
): Promise<IdentifierMatch[]> {
  return graph.read<{ scheme: Term<'IdentifierScheme'>; entityId: string }>(
    CYPHER,
    { scheme: scheme ?? null, value },
    signal,
  );
}
