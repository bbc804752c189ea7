import type { Cells } from './cells.ts';

/** The rows of one record. */
export interface CsvRecord {
  readonly key: string;
  readonly rows: readonly Cells[];
}
