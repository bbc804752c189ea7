import type { ImportProblem } from '../importer.ts';
import type { InputFile } from '../input-file.ts';
import { ReadingStopped } from '../reading-stopped.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { IatiParser } from './iati-parser.ts';
import { type IatiVersion, majorVersionOf } from './iati-version.ts';
import { upgradeRecord } from './version-1/upgrade-record.ts';
import type { XmlElement } from './xml-element.ts';

/** An activity or organisation in the form of version 2, whatever version the file has. */
export interface IatiRecord {
  readonly record: XmlElement;
  /** How many elements the file has for it. */
  readonly elements: number;
  /** The version as the file declares it; undefined where it declares none. */
  readonly declared: string | undefined;
  /** The version it was read as. */
  readonly major: 1 | 2;
}

export type ReadRecord = IatiRecord | { readonly problem: ImportProblem };

/**
 * The records of an IATI file in their order, one in memory at a time whatever the size of the file.
 * What is cut off, malformed or refused ends the reading with a problem; the records complete before it are given.
 */
export async function* readRecords(input: InputFile, onBytes?: (bytes: number) => void): AsyncGenerator<ReadRecord> {
  const parser = new IatiParser();
  try {
    for await (const text of decodeUtf8(input.read(onBytes))) {
      const stop = attempt(() => parser.write(text));
      yield* complete(parser);
      if (stop !== null) throw stop;
    }
    const stop = attempt(() => parser.close());
    yield* complete(parser);
    if (stop !== null) throw stop;
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    yield { problem: { file: input.name, line: parser.line, kind: error.kind, message: error.message } };
  }
}

/** An element that stops the reading may follow whole records in the same piece of text: they are given first. */
function attempt(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

function* complete(parser: IatiParser): Generator<IatiRecord> {
  for (const { record, elements } of parser.take()) yield inVersion2(record, elements, parser.version);
}

function inVersion2(record: XmlElement, elements: number, version: IatiVersion): IatiRecord {
  const major = majorVersionOf(record, version);
  return { record: major === 1 ? upgradeRecord(record) : record, elements, declared: version.declared, major };
}
