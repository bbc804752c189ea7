import { describe, expect, it } from 'vitest';
import { suggestClosest } from '../../src/domain/suggest-closest.ts';

describe('suggesting what was meant', () => {
  it.each([
    ['FUNDINGG', ['FUNDING', 'HOST'], 'FUNDING'],
    ['country:KX', ['country:JP', 'country:KZ'], 'country:KZ'],
    ['acronim', ['name', 'acronym'], 'acronym'],
    ['host', ['HOST'], 'HOST'],
    ['activity:dostik-2025', ['activity:dostyk-2024', 'activity:dostyk-2025'], 'activity:dostyk-2025'],
  ])('takes %s of %j for %s', (found, candidates, expected) => {
    expect(suggestClosest(found, candidates)).toBe(`; did you mean "${expected}"?`);
  });

  it('names those that are equally near', () => {
    expect(suggestClosest('sector:159', ['sector:110', 'sector:151', 'sector:152'])).toBe(
      '; did you mean "sector:151" or "sector:152"?',
    );
  });

  it.each([
    ['country:KS', ['country:KZ', 'country:KG', 'country:KR', 'country:US']],
    ['donor', ['FUNDING', 'HOST']],
    ['region:nowhere', ['region:africa']],
    ['x', []],
  ])('suggests nothing for %s of %j', (found, candidates) => {
    expect(suggestClosest(found, candidates)).toBe('');
  });
});
