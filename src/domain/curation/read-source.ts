import { stableKey } from '../identity.ts';
import type { Source } from '../source.ts';
import type { Term } from '../vocabulary.ts';
import type { CurationProblems, InputPath } from './problems.ts';
import { LONGEST, readText } from './read-text.ts';

/** A source that the graph does not know yet, as a curator describes it. */
export interface SourceInput {
  readonly kind: Term<'SourceKind'>;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly author?: string | null;
  /** EDTF. */
  readonly published?: string | null;
  readonly language?: string | null;
  readonly url?: string | null;
}

/** The source, with an id that the same description always gives; null where something is wrong with it. */
export function readSource(
  input: SourceInput,
  path: InputPath,
  retrieved: string,
  problems: CurationProblems,
): Source | null {
  const read = (name: keyof SourceInput) => readText(input[name], [...path, name], LONGEST.line, problems);
  const [title, publisher, licence] = [read('title'), read('publisher'), read('licence')];
  const optional = { author: read('author'), published: read('published'), language: read('language') };
  const url = readAddress(input.url, [...path, 'url'], problems);
  if (title === null || publisher === null || licence === null) return null;
  const described = { kind: input.kind, title, publisher, licence, ...without({ ...optional, url }) };
  return { id: `source:curated-${stableKey(JSON.stringify(described))}`, ...described, retrieved };
}

/** Shown as a link: what a browser would run instead of following it is refused. */
function readAddress(url: string | null | undefined, path: InputPath, problems: CurationProblems): string | null {
  const text = readText(url, path, LONGEST.line, problems);
  if (text === null || /^https?:\/\//i.test(text)) return text;
  problems.add(
    'INVALID_VALUE',
    path,
    'got an address of another sort, expected one that begins with https:// or http://',
  );
  return null;
}

function without(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}
