import { type Term, VOCABULARY, type Vocabulary } from '../../domain/vocabulary.ts';
import { columnsOf } from '../csv/mapping/columns-of.ts';
import { constantOf } from '../csv/mapping/template.ts';
import type { DateMapping, ValueMapping } from '../csv/mapping/value-format.ts';
import { type Cells, splitCells } from '../csv/read/cells.ts';
import { readDate } from '../csv/values/read-date.ts';
import { fill, readValue } from '../csv/values/read-value.ts';
import type { AnswerMapping, PartsMapping } from './alumni-format.ts';
import { describeShape } from './describe-shape.ts';
import type { RowProblem } from './row-problem.ts';

const LEFT_OUT = 'it is left out';

/** Longer texts of one cell are no name, employer or skill. */
const LONGEST = 300;

/** More items in one cell are no list that somebody made. */
const MOST_PARTS = 50;

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
const NOT_TEXT = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** Reads values out of one row, and gathers what is wrong with it in words that say nothing of the person. */
export class RowReader {
  readonly problems: RowProblem[] = [];

  constructor(readonly cells: Cells) {}

  problem(part: unknown, message: string): void {
    const column = [...new Set(columnsOf(part).map((named) => named.column))].join(', ');
    this.problems.push({ row: this.cells.row, line: this.cells.line, column, message });
  }

  /** Undefined where it is empty, and where it is too long or not among its codes, which is a problem. */
  text(given: ValueMapping | undefined, consequence = LEFT_OUT, cells = this.cells): string | undefined {
    if (given === undefined) return undefined;
    const read = readValue(given, cells);
    if ('unknown' in read) {
      const expected = read.expected.map((code) => `"${code}"`).join(', ');
      this.problem(given, `expected one of ${expected}; found none of them: ${consequence}`);
      return undefined;
    }
    const tidy = read.text?.replaceAll(NOT_TEXT, ' ').replaceAll(/\s+/g, ' ').trim() ?? '';
    if (tidy.length <= LONGEST) return tidy === '' ? undefined : tidy;
    this.problem(given, `expected at most ${LONGEST} characters; found ${tidy.length}: ${consequence}`);
    return undefined;
  }

  /** Each part of each of the texts, once. */
  texts(given: readonly PartsMapping[]): string[] {
    return [
      ...new Set(given.flatMap((each) => this.#partsOf(each).flatMap((part) => this.text(each, LEFT_OUT, part) ?? []))),
    ];
  }

  #partsOf(given: PartsMapping): readonly Cells[] {
    if (given.split === undefined) return [this.cells];
    const columns = columnsOf(given).map(({ column }) => column);
    const { parts } = splitCells(this.cells, columns, [given.split].flat());
    if (parts.length <= MOST_PARTS) return parts;
    this.problem(given, `expected at most ${MOST_PARTS} parts; found ${parts.length}: the others are left out`);
    return parts.slice(0, MOST_PARTS);
  }

  /** Those that are terms of the list. */
  terms<List extends keyof Vocabulary>(given: readonly PartsMapping[], list: List): Term<List>[] {
    return this.texts(given).flatMap((found) => this.#asTerm(given, list, found) ?? []);
  }

  term<List extends keyof Vocabulary>(given: ValueMapping | undefined, list: List): Term<List> | undefined {
    const found = this.text(given);
    return found === undefined ? undefined : this.#asTerm(given, list, found);
  }

  #asTerm<List extends keyof Vocabulary>(given: unknown, list: List, found: string): Term<List> | undefined {
    const terms: readonly string[] = VOCABULARY[list];
    if (terms.includes(found)) return found as Term<List>;
    this.problem(given, `expected one of ${terms.join(', ')}; found none of them: ${LEFT_OUT}`);
    return undefined;
  }

  /** As EDTF; null where it is empty, or no date of the declared form, which is a problem. */
  date(given: DateMapping | undefined, consequence = LEFT_OUT): string | null {
    if (given === undefined) return null;
    const own = fill(given.value, this.cells);
    const found = own ?? (given.otherwise === undefined ? undefined : fill(given.otherwise, this.cells));
    if (found === undefined) return null;
    const forms = own === undefined ? [] : given.forms;
    const date = readDate(found, forms);
    if (date !== null) return date;
    const expected = forms.length === 0 ? 'a date like 2020, 2020-05 or 2020-05-01' : forms.join(' or ');
    this.problem(given, `expected ${expected}; found ${describeShape(found)}: ${consequence}`);
    return null;
  }

  /** What the mapping says of a date in words of its own, and not the row. */
  constant({ value, otherwise }: DateMapping): string | undefined {
    return fill(value, this.cells) === undefined ? otherwise : constantOf(value);
  }

  /** Null where nothing is said, and where it is neither yes nor no, which is a problem. */
  answer(given: AnswerMapping, consequence: string): boolean | null {
    const found = fill(given.value, this.cells)?.toLowerCase();
    if (found === undefined) return null;
    if (given.yes.includes(found)) return true;
    if (given.no.includes(found)) return false;
    const expected = [...given.yes, ...given.no].map((each) => `"${each}"`).join(', ');
    this.problem(given, `expected one of ${expected}; found none of them: ${consequence}`);
    return null;
  }
}
