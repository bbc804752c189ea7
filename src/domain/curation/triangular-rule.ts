import { type Term, VOCABULARY } from '../vocabulary.ts';
import type { KnownRecord, KnownRecords } from './known-record.ts';
import { type CurationProblems, type InputPath, quote } from './problems.ts';

/** DAC: actors of at least this many different countries or multilateral bodies make a co-operation triangular. */
const MIN_SIDES = 3;

const MULTILATERAL: ReadonlySet<string | null> = new Set(['UN_BODY', 'MULTILATERAL']);

/** Adds a problem where a role has nobody, or the actors are of too few countries and multilateral bodies. */
export function requireTriangular(
  plays: readonly { readonly actor: string; readonly role: Term<'TriangularRole'> }[],
  path: InputPath,
  known: KnownRecords,
  problems: CurationProblems,
): void {
  const missing = VOCABULARY.TriangularRole.filter((role) => !plays.some((play) => play.role === role));
  if (missing.length > 0) {
    problems.add(
      'NOT_TRIANGULAR',
      path,
      `nobody is ${missing.join(' and nobody ')}; expected somebody in each of ${VOCABULARY.TriangularRole.join(', ')}`,
    );
  }
  const actors = [...new Set(plays.map(({ actor }) => actor))].flatMap((id) => known.get(id) ?? []);
  const sides = new Set(actors.map(sideOf).filter((side) => side !== null));
  if (sides.size >= MIN_SIDES) return;
  const outsiders = actors.filter((actor) => sideOf(actor) === null).map(({ id }) => quote(id));
  const hint =
    outsiders.length === 0
      ? ''
      : `; of no known country and no multilateral body: ${outsiders.join(', ')} (addStatement with BELONGS_TO gives a country)`;
  problems.add(
    'NOT_TRIANGULAR',
    path,
    `the actors are of ${[...sides].sort().join(' and ') || 'no country'}; expected at least ${MIN_SIDES} different countries or multilateral bodies${hint}`,
  );
}

/** What an actor counts as: its country, or itself where it is a country or a multilateral body of no country. */
function sideOf({ id, labels, country, kind }: KnownRecord): string | null {
  if (labels.includes('Country')) return id;
  return country ?? (MULTILATERAL.has(kind) ? id : null);
}
