import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { suggestClosest } from '../../../domain/suggest-closest.ts';
import { DomainError } from '../../../errors.ts';
import { explainIssue } from '../../yaml/explain-issue.ts';
import { findUnreadable, lineAt, type YamlProblem } from '../../yaml/places.ts';
import { type CsvMapping, mappingFormat } from './format.ts';
import { MAPPING_KEYS } from './mapping-keys.ts';

const READY = fileURLToPath(new URL('../../../../mappings/', import.meta.url));

/** A mapping with the file it was read from and the line of each part, for messages. */
export interface ReadMapping<Mapping = CsvMapping> {
  readonly file: string;
  readonly mapping: Mapping;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * The ready mapping of this name (`dac-crs`), or the one in this file. What does not fit the format is an error that
 * names file, line, what was found and what was expected; it lists everything that is wrong.
 */
export async function readMapping(nameOrPath: string): Promise<ReadMapping> {
  const isPath = /[/\\]|\.ya?ml$/.test(nameOrPath);
  const file = isPath ? nameOrPath : `${READY}${nameOrPath}.yaml`;
  const content = await readFile(file, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'EISDIR' ? await notFound(nameOrPath, isPath) : error;
  });
  return parseMapping(content, isPath ? file : basename(file));
}

async function notFound(nameOrPath: string, isPath: boolean): Promise<DomainError> {
  const ready = (await readdir(READY)).filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -5));
  const expected = `expected a file, or one of ${ready.join(', ')}`;
  const message = isPath ? 'no such file' : 'no ready mapping of this name';
  return new DomainError('NotFound', `${nameOrPath}: ${message}; ${expected}${suggestClosest(nameOrPath, ready)}`);
}

/** The mapping that the text holds; `file` names it in messages. */
export function parseMapping(content: string, file: string): ReadMapping {
  return parseMappingAs(mappingFormat, MAPPING_KEYS, content, file);
}

/** The mapping that the text holds, in another format than that of facts; `keys` are those that may stand anywhere in it. */
export function parseMappingAs<Mapping>(
  format: z.ZodType<Mapping>,
  keys: ReadonlySet<string>,
  content: string,
  file: string,
): ReadMapping<Mapping> {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const unreadable = findUnreadable(document, lines);
  if (unreadable.length > 0) throw refused(file, unreadable);
  const given: unknown = document.toJS();
  const parsed = format.safeParse(given);
  const lineOf = (path: readonly PropertyKey[]) => lineAt(document, lines, path);
  if (parsed.success) return { file, mapping: parsed.data, lineOf };
  throw refused(
    file,
    parsed.error.issues
      .flatMap((issue) => explainIssue(issue, given, keys))
      .map(({ path, message }) => ({ line: lineOf(path), message })),
  );
}

function refused(file: string, problems: readonly YamlProblem[]): DomainError {
  const listed = problems.map(({ line, message }) => `${file}:${line}: ${message}`);
  return new DomainError('InvalidInput', [...new Set(listed)].join('\n'));
}
