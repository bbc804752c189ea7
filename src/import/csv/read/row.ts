/** A row of the file: cells in the order of the header. */
export interface Row {
  /** As a spreadsheet numbers it: the header is row 1, and a cell with line breaks makes one row. */
  readonly row: number;
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}
