import { isUtf8 } from 'node:buffer';
import { DomainError } from '../../../errors.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';

/** As much of a file is looked at. */
export const DETECTION_BYTES = 1_000_000;

/** The upper halves of Latin and Cyrillic letters in UTF-16; in other encodings of text they do not occur. */
const UPPER_HALVES: ReadonlySet<number> = new Set([0x00, 0x04]);
const UPPER_SHARE = 0.5;

/** In Cyrillic text most letters stand beside others; in the Latin texts of Western Europe, accented ones are alone. */
const NEIGHBOUR_SHARE = 0.6;

/** The encoding that the first bytes of the file are in, by their mark or by what they hold. Null where it is none we know. */
export function detectEncoding(start: Buffer): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const [even, odd] = upperHalves(start);
  if (odd > UPPER_SHARE && even < odd / 4) return 'utf-16le';
  if (even > UPPER_SHARE && odd < even / 4) return 'utf-16be';
  // A letter may be cut in two at the end.
  if ([0, 1, 2, 3].some((cut) => isUtf8(start.subarray(0, Math.max(0, start.length - cut))))) return 'utf-8';
  return looksCyrillic(start) ? 'windows-1251' : null;
}

/** The declared encoding, or else the one that is recognised; what cannot be recognised must be declared. */
export function requireEncoding(start: Buffer, declared: Encoding | undefined, file: string): Encoding {
  const encoding = declared ?? detectEncoding(start);
  if (encoding !== null) return encoding;
  throw new DomainError(
    'InvalidInput',
    `${file}: expected UTF-8, UTF-16 or Windows-1251; found bytes that are none of them: declare file.encoding in the mapping`,
  );
}

/** How many of the bytes at even and at odd places are upper halves. */
function upperHalves(bytes: Buffer): [even: number, odd: number] {
  const counts: [number, number] = [0, 0];
  for (const [index, byte] of bytes.entries()) {
    if (UPPER_HALVES.has(byte)) counts[index % 2 === 0 ? 0 : 1] += 1;
  }
  const half = Math.max(1, bytes.length / 2);
  return [counts[0] / half, counts[1] / half];
}

function looksCyrillic(bytes: Buffer): boolean {
  const isLetter = (byte = 0) => byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;
  let letters = 0;
  let besideOthers = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0 || byte === 0x98) return false;
    if (!isLetter(byte)) continue;
    letters += 1;
    if (isLetter(bytes[index - 1]) || isLetter(bytes[index + 1])) besideOthers += 1;
  }
  return letters > 0 && besideOthers / letters >= NEIGHBOUR_SHARE;
}
