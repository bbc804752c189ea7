import { basename, resolve } from 'node:path';
import { readConfig } from '../../config.ts';
import { findInputFiles } from '../../import/files/find-input-files.ts';
import type { Importer } from '../../import/importer.ts';
import type { InputFile } from '../../import/input-file.ts';

export interface OpenImporter {
  readonly name: string;
  readonly importer: Importer<unknown>;
}

export interface ImporterOptions {
  readonly publisher?: string | undefined;
  /** The name of a ready mapping or the path of one: the files are tables then. */
  readonly mapping?: string | undefined;
}

/** An importer for each file of these paths, in their order; an error where one of them cannot be read at all. */
export async function openImporters(
  paths: readonly string[],
  { publisher, mapping }: ImporterOptions,
): Promise<OpenImporter[]> {
  const { callerFolder } = readConfig();
  const retrieved = new Date().toISOString().slice(0, 10);
  const about = { publisher, retrieved };
  const create = mapping === undefined ? await iati(about) : await csv(mapping, callerFolder, about);
  const opened: OpenImporter[] = [];
  for (const input of await findInputFiles(paths.map((path) => resolve(callerFolder, path)))) {
    opened.push({ name: input.name, importer: await create(input) });
  }
  return opened;
}

interface About {
  readonly publisher: string | undefined;
  readonly retrieved: string;
}

type CreateImporter = (input: InputFile) => Promise<Importer<unknown>>;

async function iati(about: About): Promise<CreateImporter> {
  const { createIatiImporter } = await import('../../import/iati/iati-importer.ts');
  return (input) => createIatiImporter({ input, title: basename(input.name), ...about });
}

async function csv(mapping: string, callerFolder: string, about: About): Promise<CreateImporter> {
  const { readMapping } = await import('../../import/csv/mapping/read-mapping.ts');
  const { createCsvImporter } = await import('../../import/csv/create-csv-importer.ts');
  const read = await readMapping(isPath(mapping) ? resolve(callerFolder, mapping) : mapping);
  return async (input) => createCsvImporter({ input, mapping: read, ...about });
}

/** Ready mappings are called by their bare names. */
function isPath(mapping: string): boolean {
  return /[/\\]|\.ya?ml$/.test(mapping);
}
