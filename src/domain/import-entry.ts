/** How an import ended. */
export type ImportStatus =
  /** Under way, or killed on its way: which of the two, the lock says. */
  | 'RUNNING'
  /** The file was read to its end. */
  | 'COMPLETE'
  /** The file could not be read to its end: what was whole before is in the graph. */
  | 'PARTIAL'
  /** Somebody stopped it: what was whole before is in the graph. */
  | 'STOPPED'
  /** It is being taken back, or that was interrupted. */
  | 'UNDOING'
  /** It was taken back. */
  | 'UNDONE';

/** A file in the journal of imports: one entry for the same content, however often it is read. */
export interface ImportEntry {
  /** The id of its source without `source:`; what `--undo` takes. */
  readonly id: string;
  readonly file: string;
  readonly publisher: string;
  readonly sha256: string;
  readonly status: ImportStatus;
  /** When it was last begun, and ended; ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** How long it took the last time. */
  readonly milliseconds: number | null;
  readonly runs: number;
  /** Records of the file as the last run read them. */
  readonly read: number;
  /** How many of its records the graph holds now. */
  readonly held: number;
  /** How many records of other files it replaced by newer versions, in all runs. */
  readonly replaced: number;
  /** Problems of the last run, by kind. */
  readonly problems: Readonly<Record<string, number>>;
}
