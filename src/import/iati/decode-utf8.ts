import { isUtf8 } from 'node:buffer';
import { ReadingStopped } from '../reading-stopped.ts';

/**
 * The text of the bytes, never with a letter cut in two. Bytes that are not UTF-8 stop the reading
 * after the last whole line before them, instead of turning into question marks.
 */
export async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (isFirst) refuseOtherUnicode(bytes);
    isFirst = false;
    const end = bytes.length - unfinishedBytes(bytes);
    rest = bytes.subarray(end);
    yield* decodeWhole(bytes.subarray(0, end));
  }
  yield* decodeWhole(rest);
}

function refuseOtherUnicode(bytes: Buffer): void {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE();
  if (mark === 0xfeff || mark === 0xfffe) {
    throw new ReadingStopped('encoding', 'expected UTF-8, found UTF-16: save the file as UTF-8 and import it again');
  }
}

/** How many bytes at the end begin a letter that the next chunk finishes: at most three. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}

function* decodeWhole(bytes: Buffer): Generator<string> {
  if (isUtf8(bytes)) {
    if (bytes.length > 0) yield bytes.toString('utf8');
    return;
  }
  let start = 0;
  for (let end = lineEnd(bytes, start); isUtf8(bytes.subarray(start, end)); end = lineEnd(bytes, start)) {
    yield bytes.toString('utf8', start, end);
    start = end;
  }
  throw new ReadingStopped(
    'encoding',
    'expected UTF-8, found bytes that are not: save the file as UTF-8 and import it again',
  );
}

function lineEnd(bytes: Buffer, start: number): number {
  const newline = bytes.indexOf(0x0a, start);
  return newline === -1 ? bytes.length : newline + 1;
}
