/** What exports over HTTP may take. */
export interface ExportLimits {
  /** Exports under way at the same time; each keeps one connection of the database busy. */
  readonly atOnce: number;
  /** Those of them that one address may have. */
  readonly perAddress: number;
  /** Rows, or nodes and edges together; an export with more is broken off. */
  readonly rows: number;
  /** Milliseconds until an export is broken off, however slowly it is taken. */
  readonly time: number;
}

export const DEFAULT_EXPORT_LIMITS: ExportLimits = { atOnce: 4, perAddress: 2, rows: 500_000, time: 300_000 };
