import { describe, expect, it } from 'vitest';
import type { KnownRecord } from '../../../src/domain/curation/known-record.ts';
import { CurationProblems } from '../../../src/domain/curation/problems.ts';
import { requireTriangular } from '../../../src/domain/curation/triangular-rule.ts';
import { type Term, VOCABULARY } from '../../../src/domain/vocabulary.ts';

const actor = (id: string, more: Partial<KnownRecord> = {}): KnownRecord => ({
  id,
  labels: ['Entity', 'Actor', id.startsWith('country:') ? 'Country' : 'Organisation'],
  kind: null,
  country: null,
  isPhantom: false,
  ...more,
});
const KNOWN = new Map(
  [
    actor('country:JP'),
    actor('country:KZ'),
    actor('country:TJ'),
    actor('organisation:kz', { country: 'country:KZ', kind: 'GOVERNMENT' }),
    actor('organisation:undp', { kind: 'UN_BODY' }),
    actor('organisation:adb', { kind: 'MULTILATERAL' }),
    actor('organisation:isdb-kz', { kind: 'MULTILATERAL', country: 'country:KZ' }),
    actor('organisation:unknown', { kind: 'NGO' }),
  ].map((each) => [each.id, each]),
);

/** The actors as facilitating, pivotal, beneficiary, facilitating … in turn. */
function messagesFor(...actors: readonly string[]): string[] {
  const problems = new CurationProblems();
  const plays = actors.map((id, index) => ({
    actor: id,
    role: VOCABULARY.TriangularRole[index % 3] as Term<'TriangularRole'>,
  }));
  requireTriangular(plays, ['input', 'plays'], KNOWN, problems);
  return problems.all.map(({ message }) => message);
}

describe('an arrangement is triangular', () => {
  it.each([
    ['three countries', ['country:JP', 'country:KZ', 'country:TJ']],
    ['an organisation for its country', ['country:JP', 'organisation:kz', 'country:TJ']],
    ['a body of the United Nations for itself', ['organisation:undp', 'country:KZ', 'country:TJ']],
    ['two multilateral bodies and a country', ['organisation:undp', 'organisation:adb', 'country:TJ']],
    ['one of no known country beside three others', ['country:JP', 'country:KZ', 'country:TJ', 'organisation:unknown']],
  ])('with %s', (_, actors) => expect(messagesFor(...actors)).toEqual([]));

  it.each([
    ['two countries', ['country:JP', 'country:KZ', 'country:KZ'], 'country:JP and country:KZ;'],
    ['a country and its own organisations', ['organisation:kz', 'country:KZ', 'organisation:isdb-kz'], 'country:KZ;'],
    ['one of no known country', ['country:JP', 'organisation:unknown', 'country:TJ'], '"organisation:unknown"'],
    ['a role that nobody plays', ['country:JP', 'country:KZ'], 'nobody is BENEFICIARY'],
    ['nobody', [], 'no country'],
  ])('not with %s, and it is said why', (_, actors, words) => {
    expect(messagesFor(...actors).join('\n')).toContain(words);
  });
});
