import type { ImportProblem } from '../importer.ts';
import { ActivityParser } from './activity-parser.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { readBytes } from './read-bytes.ts';
import { ReadingStopped } from './reading-stopped.ts';
import type { XmlElement } from './xml-element.ts';

export type ReadActivity =
  | { readonly activity: XmlElement; readonly line: number; readonly elements: number }
  | { readonly problem: ImportProblem };

/**
 * The activities of an IATI 2 file in their order, one in memory at a time whatever the size of the file.
 * What is cut off, malformed or refused ends the reading with a problem; the activities complete before it are given.
 */
export async function* readActivities(file: string, onBytes?: (bytes: number) => void): AsyncGenerator<ReadActivity> {
  const parser = new ActivityParser();
  try {
    for await (const text of decodeUtf8(readBytes(file, onBytes))) {
      const stop = attempt(() => parser.write(text));
      yield* complete(parser);
      if (stop !== null) throw stop;
    }
    const stop = attempt(() => parser.close());
    yield* complete(parser);
    if (stop !== null) throw stop;
  } catch (error) {
    yield { problem: { file, line: parser.line, ...describe(error) } };
  }
}

/** An element that stops the reading may follow whole activities in the same piece of text: they are given first. */
function attempt(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

function* complete(parser: ActivityParser): Generator<ReadActivity> {
  for (const { activity, elements } of parser.take()) yield { activity, line: activity.line, elements };
}

function describe(error: unknown): Pick<ImportProblem, 'kind' | 'message'> {
  if (error instanceof ReadingStopped) return { kind: error.kind, message: error.message };
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code.startsWith('Z_')) return { kind: 'malformed', message: `the gzip file is damaged or cut off: ${message}` };
  throw error;
}
