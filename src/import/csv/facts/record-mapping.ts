import type { Properties } from '../../../domain/fact.ts';
import type { NodeLabel } from '../../../domain/model.ts';
import type { Statement } from '../../../domain/statement.ts';
import { findOwnerOf } from '../../find-owner-of.ts';
import type { FindOwner, IdentifierReference, ProblemKind } from '../../importer.ts';
import { RecordFacts } from '../../record-facts.ts';
import { LONGEST } from '../../values/longest.ts';
import { cutText } from '../../values/shorten.ts';
import type { CsvMapping, EvidenceMapping } from '../mapping/format.ts';
import type { Cells } from '../read/cells.ts';

/** What the mapping of one record needs to know from outside it. */
export interface MappingContext {
  readonly file: string;
  readonly sourceId: string;
  readonly findOwner: FindOwner;
  readonly mapping: CsvMapping;
  /** What only the first record of the file says that could say it, with the key of that record. */
  readonly saidOnce: Map<string, string>;
}

/** Where in the file something stands, and how strongly that supports what is read out of it. */
export interface Place {
  readonly cells: Cells;
  readonly columns: readonly string[];
  readonly evidence?: EvidenceMapping | undefined;
}

/** An identifier whose owner the mapping asked for, and whom it takes where there is none. */
export interface AskedIdentifier extends IdentifierReference {
  readonly label: NodeLabel;
  readonly ownId: string;
}

const MAX_LOCATOR = 200;

/** Gathers what the rows of one record come to. */
export class RecordMapping extends RecordFacts<Place> {
  /** Whose owners were asked for. */
  readonly asked: AskedIdentifier[] = [];
  /** What the rows read so far say of each activity. */
  readonly properties = new Map<string, Properties>();
  /** Which row named which relation, to tell a repetition from another row. */
  readonly seen = new Set<string>();

  readonly #occurrences = new Map<string, number>();

  constructor(
    readonly context: MappingContext,
    readonly key: string,
  ) {
    super();
  }

  /**
   * Whether it is this record that says what every row of the file could: thousands of statements for one relation would
   * support it no better.
   */
  isFirstToSay(what: string): boolean {
    const { saidOnce } = this.context;
    if (!saidOnce.has(what)) saidOnce.set(what, this.key);
    return saidOnce.get(what) === this.key;
  }

  /** How often the key has come in this record, with this time. */
  occurrence(key: string): number {
    const occurrence = (this.#occurrences.get(key) ?? 0) + 1;
    this.#occurrences.set(key, occurrence);
    return occurrence;
  }

  /** The record of this kind that owns the identifier in the graph; where none does, the one with the id of our own. */
  ownerOf(reference: IdentifierReference, label: NodeLabel, ownId: string): string {
    this.asked.push({ ...reference, label, ownId });
    return findOwnerOf(reference, label, this.context.findOwner) ?? ownId;
  }

  /** What becomes part of an id; undefined where it is too long, which is a problem. */
  referenceText(text: string | undefined, what: string, { cells }: Place): string | undefined {
    if (text === undefined || text.length <= LONGEST.reference) return text;
    this.problem(cells, 'too-long', `${what} has ${text.length} characters; expected at most ${LONGEST.reference}`);
    return undefined;
  }

  cut(text: string, what: string, { cells }: Place, length: number = LONGEST.name): string {
    if (text.length <= length) return text;
    this.problem(cells, 'too-long', `${what} of ${text.length} characters was cut to ${length}`);
    return cutText(text, length);
  }

  problem({ row, line }: Cells, kind: ProblemKind, message: string): void {
    this.problems.push({
      file: this.context.file,
      line,
      kind,
      record: this.key,
      message: `row ${row}, ${this.key}: ${message}`,
    });
  }

  protected override statementAt({ cells, columns, evidence = this.context.mapping.evidence }: Place): Statement {
    const at = columns.length === 0 ? `row ${cells.row}` : `row ${cells.row}, ${columns.join(', ')}`;
    const optional = Object.entries(evidence).filter(([, value]) => value !== undefined);
    return {
      sourceId: this.context.sourceId,
      locator: cutText(at, MAX_LOCATOR),
      ...Object.fromEntries(optional),
    } as Statement;
  }
}
