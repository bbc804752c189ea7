import type { ColumnSpec } from '../column-spec.ts';

/** The sources beside the fact: their titles and ids, and each statement with its place in its source. */
export function evidenceColumns(fact = ''): ColumnSpec[] {
  return [
    `${fact}basis`,
    { name: 'sources', path: `${fact}evidence.source.title` },
    { name: 'source_ids', path: `${fact}evidence.source.id` },
    { name: 'evidence', list: `${fact}evidence`, show: ['basis', 'source.id', 'locator'] },
  ];
}

/** The names of a record in the three languages of the API. */
export const NAMES = ['name', 'nameKk', 'nameRu'] as const;

/** A light reference: its id, kind and names. */
export function referenceColumns(path: string): string[] {
  return [`${path}.id`, `${path}.kind`, `${path}.name`, `${path}.nameKk`, `${path}.nameRu`];
}

/** All names with language and kind, and all codes with their systems. */
export const NAMED: readonly ColumnSpec[] = [{ name: 'all_names', list: 'names', show: ['value', 'language', 'kind'] }];
export const CODED: readonly ColumnSpec[] = [{ name: 'identifiers', list: 'identifiers', show: ['scheme', 'value'] }];
