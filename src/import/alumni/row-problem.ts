/** Something wrong in a row, for whoever mends the file: where it is, and never what the row says of the person. */
export interface RowProblem {
  /** As a spreadsheet numbers it; 0: the file as a whole. */
  readonly row: number;
  readonly line: number;
  /** The columns that it is about; empty where it is the row as a whole. */
  readonly column: string;
  /** What was expected and what was found, and what becomes of it. */
  readonly message: string;
}
