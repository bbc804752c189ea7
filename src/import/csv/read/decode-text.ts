import { TextDecoder } from 'node:util';
import { ReadingStopped } from '../../reading-stopped.ts';
import type { Encoding } from './detect-encoding.ts';

/** What text never holds: it says that the file is in another encoding. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const NOT_TEXT = /[\u0000\u0098]/;

/**
 * The text of the bytes, without its mark. Bytes that are not in the encoding stop the reading after the last whole line
 * before them, instead of turning into question marks.
 */
export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const lines of wholeLines(chunks, encoding)) {
    const text = decode(decoder, lines);
    if (text === null) yield* decodeUntilBad(lines, encoding);
    else yield text;
  }
  if (decode(decoder, undefined) === null) throw stopped(encoding);
}

function decode(decoder: TextDecoder, bytes: Buffer | undefined): string | null {
  try {
    const text = decoder.decode(bytes, { stream: bytes !== undefined });
    return NOT_TEXT.test(text) ? null : text;
  } catch {
    return null;
  }
}

function* decodeUntilBad(bytes: Buffer, encoding: Encoding): Generator<string> {
  let start = 0;
  while (start < bytes.length) {
    const end = lineEnd(bytes, start, encoding) ?? bytes.length;
    const text = decode(new TextDecoder(encoding, { fatal: true }), bytes.subarray(start, end));
    if (text === null) throw stopped(encoding);
    yield text;
    start = end;
  }
  throw stopped(encoding);
}

/** A line as long is cut anywhere: the rows it may be part of are refused later on. */
const LONGEST_LINE = 8_000_000;

/** The bytes cut at the ends of lines, so that what is good before a bad line can be told from it. */
async function* wholeLines(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = lastLineEnd(bytes, encoding);
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
    if (rest.length > LONGEST_LINE) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield rest;
}

function newlineOf(encoding: Encoding): Buffer {
  if (encoding === 'utf-16le') return Buffer.from([0x0a, 0]);
  return encoding === 'utf-16be' ? Buffer.from([0, 0x0a]) : Buffer.from([0x0a]);
}

function lineEnd(bytes: Buffer, start: number, encoding: Encoding): number | undefined {
  const newline = newlineOf(encoding);
  let at = bytes.indexOf(newline, start);
  // In UTF-16 a letter takes two bytes: a newline between two letters is none.
  while (at !== -1 && (at - start) % newline.length !== 0) at = bytes.indexOf(newline, at + 1);
  return at === -1 ? undefined : at + newline.length;
}

function lastLineEnd(bytes: Buffer, encoding: Encoding): number {
  const newline = newlineOf(encoding);
  let at = bytes.lastIndexOf(newline);
  while (at > 0 && at % newline.length !== 0) at = bytes.lastIndexOf(newline, at - 1);
  return at === -1 ? 0 : at + newline.length;
}

function stopped(encoding: Encoding): ReadingStopped {
  return new ReadingStopped(
    'encoding',
    `expected ${encoding}, as the beginning of the file is or the mapping says; found bytes that are not: save the file in one encoding, or declare file.encoding in the mapping`,
  );
}
