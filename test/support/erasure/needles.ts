import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { soundsOf } from '../../../src/domain/alumni/name-words.ts';
import { foldText } from '../../../src/domain/fold-text.ts';

/** A value in one of the ways in which it may be written. */
export interface Needle {
  readonly value: string;
  readonly how: string;
  readonly bytes: Buffer;
}

/** Fewer bytes may stand anywhere by accident. */
const FEWEST_BYTES = 8;

/** Each value as it is, folded and by its sounds, in several encodings. */
export function needlesOf(values: readonly string[]): Needle[] {
  return values.flatMap((value) => {
    const forms = new Set([value, value.toLowerCase(), foldText(value), soundsOf(value).join(' ')]);
    return [...forms]
      .flatMap((form) => encodingsOf(form).map(({ how, bytes }) => ({ value, how, bytes })))
      .filter(({ bytes }) => bytes.length >= FEWEST_BYTES);
  });
}

function encodingsOf(text: string): Omit<Needle, 'value'>[] {
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    { how: 'UTF-8', bytes: Buffer.from(text) },
    { how: 'UTF-16LE', bytes: utf16 },
    { how: 'UTF-16BE', bytes: Buffer.from(utf16).swap16() },
    { how: 'JSON', bytes: Buffer.from(asciiJson(text)) },
    ...[0, 1, 2].map((offset) => ({ how: `base64 from ${offset}`, bytes: inBase64(text, offset) })),
  ];
}

/** With all that is not ASCII as \\uXXXX. */
function asciiJson(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What the text looks like within longer bytes in base64, which depends on where it begins: whole groups only. */
function inBase64(text: string, offset: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]).toString('base64');
  return Buffer.from(encoded.slice(offset === 0 ? 0 : 4, -4));
}

/** The values that are somewhere in these bytes, with how they are written. */
export function foundIn(bytes: Buffer | string, needles: readonly Needle[]): string[] {
  const text = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return needles.filter((needle) => text.includes(needle.bytes)).map(({ value, how }) => `${value} (${how})`);
}

/** The same of all files of a folder, with the file. */
export function foundInFiles(folder: string, needles: readonly Needle[]): string[] {
  return filesOf(folder).flatMap((path) =>
    foundIn(readFileSync(join(folder, path)), needles).map((found) => `${path}: ${found}`),
  );
}

export function filesOf(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((path) => statSync(join(folder, path)).isFile());
}
