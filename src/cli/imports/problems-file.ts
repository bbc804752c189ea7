import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Column, Row } from '../../export/table/column.ts';
import { csvLines } from '../../export/table/csv.ts';
import type { ImportProblem } from '../../import/importer.ts';
import { writeAtomically } from '../export/write-atomically.ts';

const COLUMNS: readonly Column[] = [
  { name: 'file', type: 'text', isList: false, description: 'the file, or the entry of an archive' },
  { name: 'line', type: 'integer', isList: false, description: 'the line of the file' },
  { name: 'record', type: 'text', isList: false, description: 'key or identifier of the record, where it is known' },
  { name: 'kind', type: 'text', isList: false, description: 'the kind that the report counts it by' },
  { name: 'message', type: 'text', isList: false, description: 'what was found and what was expected' },
];

/** What only its owner may read: messages quote the files, which may hold what is not for everybody. */
const PRIVATE = 0o600;

/** A CSV file of every problem of an import, written as they come; it has its name once it is closed. */
export class ProblemsFile {
  readonly #pages = new PassThrough({ objectMode: true });
  readonly #written: Promise<void>;

  constructor(readonly path: string) {
    const rows = csvLines(COLUMNS, this.#pages as AsyncIterable<readonly Row[]>, { bom: false });
    this.#written = writeAtomically(path, rows, new AbortController().signal, PRIVATE);
    // A failure is told to whoever adds or closes next; until then it is not unhandled.
    this.#written.catch(() => this.#pages.destroy());
    this.#pages.on('error', () => {});
  }

  /** Waits where the disk is slower than the import. */
  async add(problems: readonly ImportProblem[]): Promise<void> {
    if (problems.length === 0) return;
    if (this.#pages.destroyed) return this.#written;
    const rows = problems.map(({ file, line, record = '', kind, message }): Row => [file, line, record, kind, message]);
    if (this.#pages.write(rows)) return;
    // What fails is told by the writing, which knows why.
    await Promise.race([once(this.#pages, 'drain').catch(() => this.#written), this.#written]);
  }

  async close(): Promise<void> {
    this.#pages.end();
    await this.#written;
  }
}
