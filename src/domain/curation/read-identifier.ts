import type { NodeFact } from '../fact.ts';
import type { Term } from '../vocabulary.ts';
import { IDENTIFIER_RULES } from './identifier-rules.ts';
import type { KnownRecords } from './known-record.ts';
import { type CurationProblems, type InputPath, quote } from './problems.ts';
import { LONGEST, readText } from './read-text.ts';
import { requireRecord } from './require-record.ts';

export interface IdentifierCode {
  readonly scheme: Term<'IdentifierScheme'>;
  readonly value: string;
}

/** The identifier as the graph keeps it, without statements; null where it is not of the form of its system, or the record of another kind. */
export function readIdentifier(
  entity: string,
  { scheme, value: given }: IdentifierCode,
  path: InputPath,
  known: KnownRecords,
  problems: CurationProblems,
): NodeFact | null {
  const before = problems.all.length;
  const { of, form, example } = IDENTIFIER_RULES[scheme];
  requireRecord(entity, [...path, 'entity'], of, known, problems);
  const value = readText(given, [...path, 'value'], LONGEST.name, problems);
  if (value !== null && !form.test(value)) {
    problems.add(
      'INVALID_VALUE',
      [...path, 'value'],
      `got ${quote(value)}; expected a code of the form of ${example} in ${scheme}`,
    );
  }
  if (problems.all.length > before || value === null) return null;
  return {
    shape: 'node',
    label: 'Identifier',
    id: identifierId({ scheme, value }),
    properties: { scheme, value },
    links: [{ type: 'IDENTIFIES', to: entity }],
    statements: [],
  };
}

export function identifierId({ scheme, value }: IdentifierCode): string {
  return `identifier:${scheme}|${value}`;
}
