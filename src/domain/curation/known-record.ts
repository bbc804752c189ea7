/** What a decision must know of a record that it speaks of. */
export interface KnownRecord {
  readonly id: string;
  readonly labels: readonly string[];
  /** An organisation's kind. */
  readonly kind: string | null;
  /** The country whose own it is. */
  readonly country: string | null;
  readonly isPhantom: boolean;
}

/** The records that are in the graph, by id. */
export type KnownRecords = ReadonlyMap<string, KnownRecord>;
