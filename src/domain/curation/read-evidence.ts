import type { Source } from '../source.ts';
import type { Statement } from '../statement.ts';
import type { Term } from '../vocabulary.ts';
import type { CurationProblems, InputPath } from './problems.ts';
import { readSource, type SourceInput } from './read-source.ts';
import { LONGEST, readText } from './read-text.ts';

/** What a curator gives to support a fact. */
export interface EvidenceInput {
  /** The id of a source that the graph knows … */
  readonly source?: string | null;
  /** … or one that it does not. */
  readonly newSource?: SourceInput | null;
  readonly locator: string;
  readonly says: string;
  readonly basis: Term<'Basis'>;
  readonly reasoning?: string | null;
  readonly speaker?: string | null;
  readonly aspect?: string | null;
}

export interface ReadEvidence {
  readonly statement: Statement;
  readonly newSource: Source | null;
  /** Where the id of the source came from. */
  readonly path: InputPath;
}

/** The statement that the evidence makes; null where something is wrong with it. `today`: YYYY-MM-DD. */
export function readEvidence(
  input: EvidenceInput,
  path: InputPath,
  today: string,
  problems: CurationProblems,
): ReadEvidence | null {
  const before = problems.all.length;
  const { basis } = input;
  const read = (name: 'locator' | 'says' | 'reasoning' | 'speaker' | 'aspect', longest: number) =>
    readText(input[name], [...path, name], longest, problems);
  const locator = read('locator', LONGEST.line);
  const text = read('says', LONGEST.words);
  const reasoning = read('reasoning', LONGEST.words);
  const speaker = read('speaker', LONGEST.line);
  const aspect = read('aspect', LONGEST.name);
  if (basis === 'INFERRED') {
    problems.add(
      'INVALID_VALUE',
      [...path, 'basis'],
      'got INFERRED, which only rules are; expected DECLARED or CURATED',
    );
  }
  if (basis === 'CURATED' && (input.reasoning ?? null) === null) {
    problems.add('REQUIRED', [...path, 'reasoning'], 'got none; a CURATED statement says why it is read so');
  }
  const newSource = input.newSource ? readSource(input.newSource, [...path, 'newSource'], today, problems) : null;
  const sourceId = readSourceId(input, path, problems) ?? newSource?.id;
  if (problems.all.length > before || locator === null || text === null || sourceId === undefined) return null;
  const optional = { ...(reasoning && { reasoning }), ...(speaker && { speaker }), ...(aspect && { aspect }) };
  return { statement: { sourceId, locator, basis, text, ...optional }, newSource, path: [...path, 'source'] };
}

function readSourceId(
  { source = null, newSource = null }: EvidenceInput,
  path: InputPath,
  problems: CurationProblems,
): string | null {
  if (source !== null && newSource !== null) {
    problems.add('CONFLICT', [...path, 'newSource'], 'got both source and newSource, expected one of them');
  } else if (source === null && newSource === null) {
    problems.add('REQUIRED', [...path, 'source'], 'got neither source nor newSource, expected one of them');
  }
  return source;
}
