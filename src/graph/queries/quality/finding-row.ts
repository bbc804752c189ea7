/** A record with something wrong, and what is wrong with it. */
export interface FindingRow {
  readonly recordId: string;
  readonly found: readonly string[];
}
