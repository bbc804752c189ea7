import { type EntityType, entityTypeOf } from '../../domain/entity-type.ts';

/** A light pointer to a record: what lists, chains and relations show of it. */
export interface Reference {
  readonly id: string;
  readonly kind: EntityType;
  readonly name: string;
  readonly nameKk: string | null;
  readonly nameRu: string | null;
  readonly isPhantom: boolean;
}

/** The Cypher expression for a reference to the node that the variable holds; null where it holds none. */
export function referenceTo(variable: string): string {
  return `CASE WHEN ${variable} IS NULL THEN null ELSE
    {id: ${variable}.id, labels: labels(${variable}), name: coalesce(${variable}.name, ${variable}.id),
     nameKk: ${variable}.nameKk, nameRu: ${variable}.nameRu, isPhantom: coalesce(${variable}.isPhantom, false)} END`;
}

/** What `referenceTo` gives for a row. */
export type ReferenceRow = Omit<Reference, 'kind'> & { readonly labels: readonly string[] };

export function toReference({ labels, ...reference }: ReferenceRow): Reference {
  return { ...reference, kind: entityTypeOf(labels) };
}
