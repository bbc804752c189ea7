import type { EntityType } from '../../domain/entity-type.ts';

/** The generated root list of each kind of record. */
export const GENERATED_LISTS: Readonly<Record<EntityType, string>> = {
  COUNTRY: 'countries',
  ORGANISATION: 'organisations',
  PROGRAMME: 'programmes',
  EDITION: 'editions',
  PROJECT: 'projects',
  ARRANGEMENT: 'arrangements',
  REGION: 'regions',
  SECTOR: 'sectors',
  GOAL: 'goals',
  POLICY: 'policies',
  MEASURE: 'measures',
  FIGURE: 'figures',
  SOURCE: 'sources',
};
