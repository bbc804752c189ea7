import type { NodeFact } from '../fact.ts';
import { knownLanguage } from '../known-language.ts';
import { nameNode } from '../name-node.ts';
import { suggestLanguage } from '../suggest-language.ts';
import type { Term } from '../vocabulary.ts';
import type { KnownRecords } from './known-record.ts';
import { type CurationProblems, type InputPath, quote } from './problems.ts';
import { LONGEST, readText } from './read-text.ts';
import { requireRecord } from './require-record.ts';

export interface NameInput {
  readonly entity: string;
  readonly value: string;
  /** BCP 47; absent where the name is of no language, as many acronyms are. */
  readonly language?: string | null;
  readonly kind: Term<'NameKind'>;
}

/** The name as the graph keeps it, without statements; null where something is wrong with it. */
export function readName(
  input: NameInput,
  path: InputPath,
  known: KnownRecords,
  problems: CurationProblems,
): NodeFact | null {
  const before = problems.all.length;
  const { entity, kind } = input;
  requireRecord(entity, [...path, 'entity'], ['Entity'], known, problems);
  const value = readText(input.value, [...path, 'value'], LONGEST.name, problems);
  if (value !== null && !/[\p{L}\p{N}]/u.test(value)) {
    problems.add('INVALID_VALUE', [...path, 'value'], `got ${quote(value)}; expected a name with a letter or a digit`);
  }
  const language = readLanguage(input.language, [...path, 'language'], problems);
  if (problems.all.length > before || value === null) return null;
  return { shape: 'node', label: 'Name', ...nameNode(entity, { value, language, kind }), statements: [] };
}

function readLanguage(language: string | null | undefined, path: InputPath, problems: CurationProblems): string | null {
  if (language === null || language === undefined) return null;
  const code = knownLanguage(language);
  if (code === null) {
    const found = `got ${quote(language)}; expected the BCP 47 code of a language, such as kk or ru`;
    problems.add('INVALID_VALUE', path, found + suggestLanguage(language));
  }
  return code;
}
