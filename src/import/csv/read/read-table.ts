import { CsvError, type Parser, parse } from 'csv-parse';
import { ReadingStopped } from '../../reading-stopped.ts';
import type { Row } from './row.ts';

/** Longer rows are no rows: a quote that is never closed makes one of half a file. */
const LONGEST_ROW = 2_000_000;

/** The rows of the text, the header included; blank ones are counted and left out. Bounded memory, whatever the text holds. */
export async function* readTable(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<Row> {
  const rows: Row[] = [];
  const parser = createParser(delimiter, rows);
  const failed = new Promise<Error>((resolve) => parser.once('error', resolve));
  let stopped: ReadingStopped | undefined;
  let error: Error | undefined;
  for await (const text of cutOff(texts, (reason) => (stopped = reason))) {
    error = await write(parser, text, failed);
    yield* rows.splice(0);
    if (error !== undefined) break;
  }
  if (error === undefined) error = await end(parser, failed);
  yield* rows.splice(0);
  // Where reading stopped, a row that is cut off is no further problem.
  if (stopped !== undefined) throw stopped;
  if (error !== undefined) throw explain(error, parser);
}

/** The texts until reading stops, and then why. */
async function* cutOff(texts: AsyncIterable<string>, onStop: (reason: ReadingStopped) => void): AsyncGenerator<string> {
  try {
    yield* texts;
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    onStop(error);
  }
}

function createParser(delimiter: string, rows: Row[]): Parser {
  let lastLine = 0;
  let row = 0;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    on_record(cells: string[], { lines }) {
      const line = lastLine + 1;
      lastLine = lines;
      row += 1;
      if (cells.length > 1 || cells[0]?.trim() !== '') rows.push({ row, line, cells });
      return null;
    },
  });
  return parser.resume();
}

async function write(parser: Parser, text: string, failed: Promise<Error>): Promise<Error | undefined> {
  const written = new Promise<Error | undefined>((resolve) =>
    parser.write(text, (error) => resolve(error ?? undefined)),
  );
  return Promise.race([written, failed]);
}

async function end(parser: Parser, failed: Promise<Error>): Promise<Error | undefined> {
  const ended = new Promise<undefined>((resolve) => parser.once('end', () => resolve(undefined)));
  parser.end();
  return Promise.race([ended, failed]);
}

function explain(error: Error, parser: Parser): Error {
  if (!(error instanceof CsvError)) return error;
  const at = `near line ${parser.info.lines}`;
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const message = `expected rows of at most ${LONGEST_ROW} bytes; found a longer one ${at}: most likely a quote is opened and never closed`;
    return new ReadingStopped('malformed', message);
  }
  return new ReadingStopped('malformed', `not readable as CSV ${at}: ${error.message}`);
}
