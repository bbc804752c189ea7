import type { FactRecord } from '../domain/fact.ts';
import type { Source } from '../domain/source.ts';
import type { Term } from '../domain/vocabulary.ts';
import type { Tally } from './tally.ts';

/** What can be wrong with a file or one of its records. The first four end the reading of the file. */
export type ProblemKind =
  | 'malformed'
  | 'refused'
  | 'encoding'
  | 'unsupported-version'
  | 'missing-identifier'
  | 'duplicate-identifier'
  | 'missing-value'
  | 'unknown-code'
  | 'bad-value'
  | 'bad-date'
  | 'too-long'
  | 'repeated'
  | 'self-reference'
  | 'implausible'
  | 'older-than-held';

/** Something wrong with a file or one of its records. The import goes on where it can; the report counts every problem. */
export interface ImportProblem {
  readonly file: string;
  readonly line: number;
  readonly kind: ProblemKind;
  readonly message: string;
  /** The key or identifier of the record, where it is known which it is. */
  readonly record?: string;
}

export interface IdentifierReference {
  readonly scheme: Term<'IdentifierScheme'>;
  readonly value: string;
}

/** The entity in the graph that owns the identifier; undefined where none does. */
export type FindOwner = (scheme: Term<'IdentifierScheme'>, value: string) => string | undefined;

/** One record as the format has it, with its size in whatever the format counts (elements, fields): batches are cut by it. */
export type ReadItem<Item> = { readonly item: Item; readonly size: number } | { readonly problem: ImportProblem };

/** What one record came to. The record is null where it could not be kept; the problems then say why. */
export interface Mapped {
  readonly record: FactRecord | null;
  /** Where it begins in the file. */
  readonly line?: number;
  readonly problems: readonly ImportProblem[];
  readonly tallies: Tally;
  /** What the record says and the model does not hold, by element or column. */
  readonly loss: Tally;
}

/** Reads one file of one format. Never touches the graph, and never throws for a bad record. */
export interface Importer<Item> {
  readonly source: Source;
  /** The size of the file in bytes, for progress. */
  readonly bytes: number;
  read(onBytes: (bytes: number) => void): AsyncIterable<ReadItem<Item>>;
  /**
   * The identifiers whose owners must be known before the item is mapped. What earlier items of the file say of them may
   * not be in the graph yet: it must come to the same without.
   */
  identifiersIn(item: Item): readonly IdentifierReference[];
  map(item: Item, findOwner: FindOwner): Mapped;
  /** What can only be told once the whole file has been read. */
  finish(): Tally;
}

/** Key `scheme|value` → the id of the entity that owns the identifier. */
export type ResolveIdentifiers = (references: readonly IdentifierReference[]) => Promise<ReadonlyMap<string, string>>;

/** When these activities were last changed, as far as the graph holds it. */
export type FindLastUpdates = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export type WriteRecords = (batch: {
  readonly sources: readonly Source[];
  readonly records: readonly FactRecord[];
}) => Promise<{ readonly written: number; readonly unchanged: number }>;
