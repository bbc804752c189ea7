import { basename, resolve } from 'node:path';
import { readConfig } from '../../config.ts';
import { DomainError } from '../../errors.ts';
import type { ReadMapping } from '../../import/csv/mapping/read-mapping.ts';
import { findInputFiles } from '../../import/files/find-input-files.ts';
import { foreignContent, START_BYTES } from '../../import/files/foreign-content.ts';
import { readStart } from '../../import/files/read-start.ts';
import type { Importer } from '../../import/importer.ts';
import type { InputFile } from '../../import/input-file.ts';
import { refuseContent } from '../../import/refuse-content.ts';

export interface OpenImporter {
  readonly name: string;
  readonly importer: Importer<unknown>;
  /** True for what is of no format that is read: the report says what it is, and nothing else is done with it. */
  readonly isForeign: boolean;
}

export interface ImporterOptions {
  readonly publisher?: string | undefined;
  /** The files are tables then. */
  readonly mapping: ReadMapping | null;
}

/**
 * An importer for each file of these paths, in their order; an error where one of them cannot be read at all. A file in a
 * folder or an archive that is of another format does not stop the others.
 */
export async function openImporters(
  paths: readonly string[],
  { publisher, mapping }: ImporterOptions,
): Promise<OpenImporter[]> {
  const { callerFolder } = readConfig();
  const retrieved = new Date().toISOString().slice(0, 10);
  const about = { publisher, retrieved };
  const open = mapping === null ? await iati(about) : await csv(mapping, about);
  const named = paths.map((path) => resolve(callerFolder, path));
  const opened: OpenImporter[] = [];
  for (const input of await findInputFiles(named)) opened.push(await open(input, named.includes(input.name)));
  return opened;
}

interface About {
  readonly publisher: string | undefined;
  readonly retrieved: string;
}

type Open = (input: InputFile, isNamed: boolean) => Promise<OpenImporter>;

async function iati(about: About): Promise<Open> {
  const { createIatiImporter } = await import('../../import/iati/iati-importer.ts');
  return async (input, isNamed) => {
    const { name } = input;
    const foreign = foreignContent(await readStart(input, START_BYTES), 'iati');
    if (foreign !== null && isNamed) throw new DomainError('InvalidInput', `${name}: ${foreign}`);
    const importer = await createIatiImporter({ input, title: basename(name), ...about });
    return foreign === null
      ? { name, importer, isForeign: false }
      : { name, importer: refuseContent(importer, name, foreign), isForeign: true };
  };
}

async function csv(mapping: ReadMapping, about: About): Promise<Open> {
  const { createCsvImporter } = await import('../../import/csv/create-csv-importer.ts');
  return async (input) => ({
    name: input.name,
    importer: await createCsvImporter({ input, mapping, ...about }),
    isForeign: false,
  });
}
