import { describe, expect, it } from 'vitest';
import { compareNames } from '../../../../src/domain/alumni/duplicates/compare-names.ts';
import { nameWays } from '../../../../src/domain/alumni/duplicates/name-query.ts';
import {
  type ComparedRecord,
  DUPLICATE_POINTS,
  DUPLICATE_THRESHOLD,
  scoreDuplicate,
} from '../../../../src/domain/alumni/duplicates/score-duplicate.ts';
import { indexWords, soundsOf } from '../../../../src/domain/alumni/name-words.ts';
import { VOCABULARY } from '../../../../src/domain/vocabulary.ts';
import { alumnus } from '../../../support/alumni.ts';

describe('names of two records', () => {
  it.each([
    ['Nigora Saidova', 'Нигора Саидова', 'SAME_NAME'],
    ['Saidova Nigora', 'nigora  SAIDOVA', 'SAME_NAME'],
    ['Zhandos Qasymov', 'Касымов Жандос', 'SAME_NAME'],
    ['Nigora Saidova', 'Саидова Нигора Фарруховна', 'NAME_WITHIN'],
    ['Nigora Saidova', 'Nigora Saidva', 'NAME_WITH_SLIP'],
    ['Nigora Saidova', 'Nigroa Saidova', 'NAME_WITH_SLIP'],
    ['Nigora Saidova', 'Nigina Saidova', null],
    ['Nigora Saidova', 'Nigora Karimova', null],
    ['Nigora', 'Nigora', null],
    ['Ali Saidov', 'Eli Saidov', null],
  ])('%s and %s are %s', (one, other, expected) => {
    expect(compareNames([soundsOf(one)], [soundsOf(other)])).toBe(expected);
    expect(compareNames([soundsOf(other)], [soundsOf(one)])).toBe(expected);
    if (expected !== null) expect(areBroughtTogether(one, other)).toBe(true);
  });

  /** Whether the index of names has the second under what the first is looked up by. */
  function areBroughtTogether(one: string, other: string): boolean {
    const words = new Set(indexWords([other]));
    return nameWays([one]).some((groups) => groups.every((group) => group.some((word) => words.has(word))));
  }
});

describe('the points of two records', () => {
  const NOBODY: ComparedRecord = {
    ...alumnus(1).profile,
    sounds: [soundsOf('Nigora Saidova')],
    attendances: [],
    fields: [],
    employments: [],
    contactMarks: [],
  };
  const score = (other: Partial<ComparedRecord>, one: Partial<ComparedRecord> = {}) =>
    scoreDuplicate({ ...NOBODY, ...one }, { ...NOBODY, ...other });
  const [attendance] = alumnus(1).profile.attendances;
  const inCohort = { attendances: attendance ? [attendance] : [] };

  it('propose the same name from the same country, and not from another', () => {
    expect(score({})).toEqual({ score: 65, reasons: ['SAME_NAME', 'SAME_HOME_COUNTRY'] });
    expect(score({ homeCountry: 'country:UZ' }).score).toBeLessThan(DUPLICATE_THRESHOLD);
  });

  it('do not propose two of one cohort, unless a contact is the same as well', () => {
    expect(score(inCohort, inCohort).score).toBeLessThan(DUPLICATE_THRESHOLD);
    const withContact = { ...inCohort, contactMarks: ['a'] };
    expect(score(withContact, withContact).score).toBeGreaterThanOrEqual(DUPLICATE_THRESHOLD);
  });

  it('are the same either way round', () => {
    const other = {
      sounds: [soundsOf('Саидова Нигора Фарруховна')],
      fields: ['HEALTH'] as const,
      homeCountry: 'country:UZ',
    };
    const one = { fields: ['HEALTH', 'WATER'] as const };
    expect(score(one, other)).toEqual(score(other, one));
  });

  it('are given to every reason', () => {
    expect(Object.keys(DUPLICATE_POINTS).toSorted()).toEqual(VOCABULARY.DuplicateReason.toSorted());
  });
});
