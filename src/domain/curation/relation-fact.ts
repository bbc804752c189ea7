import type { EdgeFact, Properties } from '../fact.ts';
import { edgeId } from '../identity.ts';
import { EDGES, type NodeLabel } from '../model.ts';
import type { Term } from '../vocabulary.ts';
import { daysCovered } from './days-covered.ts';
import type { KnownRecords } from './known-record.ts';
import { type CurationProblems, type InputPath, quote } from './problems.ts';
import { LONGEST, readText } from './read-text.ts';
import { requireRecord } from './require-record.ts';

/** A relation that a curator states between two records. */
export interface RelationInput {
  readonly type: Term<'CuratedRelation'>;
  readonly from: string;
  readonly to: string;
  readonly role?: Term<'Role'> | null;
  readonly kind?: Term<'TieKind'> | null;
  readonly status?: Term<'FactStatus'> | null;
  /** EDTF. */
  readonly since?: string | null;
  /** EDTF. */
  readonly until?: string | null;
  readonly note?: string | null;
}

/** What the model lets start more kinds of relation than a curator has use for. */
const FROM: Partial<Record<Term<'CuratedRelation'>, readonly (NodeLabel | 'Activity')[]>> = {
  IN_SECTOR: ['Activity', 'Policy', 'TriangularArrangement'],
  CONTRIBUTES_TO: ['Activity', 'Policy'],
  IN_REGION: ['Activity', 'Policy', 'TriangularArrangement', 'Country', 'Region'],
};

/** Which of the terms a relation takes: each is asked for there, and refused elsewhere. */
const TERM = { PARTICIPATES_IN: 'role', TIED_TO: 'kind' } as const;
const IS_DATED: ReadonlySet<string> = new Set(['PARTICIPATES_IN', 'TIED_TO']);

/** The relation without its statements; null where something is wrong with it. */
export function relationFact(
  input: RelationInput,
  path: InputPath,
  known: KnownRecords,
  problems: CurationProblems,
): EdgeFact | null {
  const before = problems.all.length;
  const { type, from, to } = input;
  requireRecord(from, [...path, 'from'], FROM[type] ?? [EDGES[type].from], known, problems);
  const end = requireRecord(to, [...path, 'to'], [EDGES[type].to], known, problems);
  if (end && from === to) problems.add('INVALID_VALUE', [...path, 'to'], `got ${quote(to)} at both ends`);
  checkTerms(input, path, problems);
  const note = readText(input.note, [...path, 'note'], LONGEST.line, problems);
  if (type === 'BELONGS_TO') checkCountry(input, path, known, problems);
  if (problems.all.length > before) return null;
  const { terms, properties } = termsOf(input, note);
  return { shape: 'edge', type, id: edgeId(type, from, to, ...terms), from, to, properties, statements: [] };
}

function checkTerms(input: RelationInput, path: InputPath, problems: CurationProblems): void {
  const wanted = TERM[input.type as keyof typeof TERM];
  for (const term of Object.values(TERM)) {
    const isGiven = (input[term] ?? null) !== null;
    if (term === wanted && !isGiven) problems.add('REQUIRED', [...path, term], `got none; ${input.type} has a ${term}`);
    if (term !== wanted && isGiven)
      problems.add('CONFLICT', [...path, term], `got ${input[term]}; ${input.type} has no ${term}`);
  }
  if (IS_DATED.has(input.type)) return;
  for (const name of ['status', 'since', 'until', 'note'] as const) {
    if ((input[name] ?? null) !== null) problems.add('CONFLICT', [...path, name], `${input.type} has no ${name}`);
  }
}

function checkCountry({ from, to }: RelationInput, path: InputPath, known: KnownRecords, problems: CurationProblems) {
  const country = known.get(from)?.country ?? to;
  if (country === to) return;
  problems.add(
    'TAKEN',
    [...path, 'to'],
    `${quote(from)} belongs to ${country} already, and an organisation has one country; retract that first if it is wrong`,
    [country],
  );
}

function termsOf(input: RelationInput, note: string | null): { terms: string[]; properties: Properties } {
  const { type, role, kind, status = null, since = null, until = null } = input;
  if (!IS_DATED.has(type)) return { terms: [], properties: {} };
  const { firstDay } = daysCovered(since, null);
  const { lastDay } = until === null ? { lastDay: null } : daysCovered(until, null);
  const dated = { since, until, firstDay, lastDay, note };
  if (type === 'PARTICIPATES_IN')
    return { terms: [String(role)], properties: { role: role ?? null, status, ...dated } };
  const known = status ?? 'CURRENT';
  return { terms: [String(kind), known], properties: { kind: kind ?? null, status: known, ...dated } };
}
