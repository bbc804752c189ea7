import type { Column } from '../../export/table/column.ts';

/**
 * A column as a table declares it: by the path of a field from the record (`actor.nameKk`), which says its name, its
 * type and what it means; or with a name of its own, with several fields of the records of a list shown together, or
 * read from what is answered by a function of its own.
 */
export type ColumnSpec = string | NamedColumn | JoinedColumn | ComputedColumn;

export interface NamedColumn {
  readonly name: string;
  readonly path: string;
}

export interface JoinedColumn {
  readonly name: string;
  /** The path of the list. */
  readonly list: string;
  /** Paths from its records; what they show stands together. */
  readonly show: readonly string[];
}

export interface ComputedColumn extends Column {
  /** Paths of what is read of the record. */
  readonly needs: readonly string[];
  readonly read: (record: Answered) => unknown;
}

/** A record as the schema answers it. */
export type Answered = Readonly<Record<string, unknown>>;
