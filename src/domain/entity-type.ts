import type { NodeLabel } from './model.ts';

/** The kinds of record with an id of their own, and the label that the graph gives each. */
export const ENTITY_TYPES = {
  COUNTRY: 'Country',
  ORGANISATION: 'Organisation',
  PROGRAMME: 'Programme',
  EDITION: 'Edition',
  PROJECT: 'Project',
  ARRANGEMENT: 'TriangularArrangement',
  REGION: 'Region',
  SECTOR: 'Sector',
  GOAL: 'Goal',
  POLICY: 'Policy',
  MEASURE: 'Measure',
  FIGURE: 'Figure',
  SOURCE: 'Source',
} as const satisfies Record<string, NodeLabel>;

export type EntityType = keyof typeof ENTITY_TYPES;
export type EntityLabel = (typeof ENTITY_TYPES)[EntityType];

const BY_LABEL = new Map<string, EntityType>(
  Object.entries(ENTITY_TYPES).map(([type, label]) => [label, type as EntityType]),
);

/** The kind of the record that carries these labels. */
export function entityTypeOf(labels: readonly string[]): EntityType {
  const type = labels.map((label) => BY_LABEL.get(label)).find((found) => found !== undefined);
  if (type === undefined) throw new Error(`no entity has the labels ${labels.join(', ')}`);
  return type;
}
