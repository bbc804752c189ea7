/** What the values of a column are. `decimal` is an exact number as text, `date` a calendar day. */
export type ColumnType = 'text' | 'integer' | 'number' | 'decimal' | 'boolean' | 'date';

/** A column of a table that is written out. */
export interface Column {
  /** The same in CSV and in JSON Lines. */
  readonly name: string;
  readonly type: ColumnType;
  /** True where a row has any number of values. */
  readonly isList: boolean;
  /** Meaning, unit and where it comes from; what docs/exports.md says of it. */
  readonly description: string;
}

/** A part of a list: texts that belong together, by their names. */
export type Parts = Readonly<Record<string, string | number | boolean | null>>;

export type Single = string | number | boolean | null;

/** Decimals and dates are texts. A list is in the order of its source. */
export type Value = Single | readonly (Single | Parts)[];

/** One value for each column, in their order. */
export type Row = readonly Value[];
