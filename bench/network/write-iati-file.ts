import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { iatiActivity } from './iati-activity.ts';

export interface IatiFileOptions {
  /** Begins every identifier of the file; see `iatiActivity`. Two capital letters. */
  readonly prefix: string;
  /** The number of its first activity; absent: 0. */
  readonly first?: number;
  /** The file ends with the activity that makes it as large as this. */
  readonly bytes: number;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n';
const TAIL = '</iati-activities>\n';

/** Writes an IATI 2.03 file of any size without holding it, and gives the number of its activities. */
export async function writeIatiFile(path: string, { prefix, first = 0, bytes }: IatiFileOptions): Promise<number> {
  let count = 0;
  function* pieces(): Generator<Buffer> {
    yield Buffer.from(HEAD);
    for (let written = HEAD.length + TAIL.length; written < bytes; count += 1) {
      const activity = Buffer.from(iatiActivity(prefix, first + count));
      written += activity.length;
      yield activity;
    }
    yield Buffer.from(TAIL);
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path));
  return count;
}
