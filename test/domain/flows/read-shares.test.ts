import { describe, expect, it } from 'vitest';
import { dacSectors } from '../../../src/domain/flows/flow-activity.ts';
import { readShares } from '../../../src/domain/flows/read-shares.ts';

/** Shares as `key percentage`; a key alone has none; ? is one that could not be read. */
const read = (...published: readonly string[]) => {
  const { shares, ...rest } = readShares(
    published.map((text) => {
      const [key = '', percentage = null] = text.split(' ');
      return { key: key === '?' ? null : key, percentage };
    }),
  );
  return { shares: shares.map(({ key, weight }) => `${key} ${weight}`), ...rest };
};

describe('published shares', () => {
  it.each([
    ['that make the whole count as they are', ['A 60', 'B 40'], ['A 60', 'B 40'], false, false],
    ['are read to their last digit', ['A 33.3', 'B 66.7'], ['A 333', 'B 667'], false, false],
    ['one without a share, alone, has all', ['A'], ['A 100'], false, false],
    ['one without a share beside others has the rest', ['A 60', 'B'], ['A 60', 'B 40'], false, false],
    ['several without a share have nothing that is known', ['A 60', 'B', 'C'], ['A 60', 'null 40'], true, false],
    ["what is left of a hundred is nobody's", ['A 60', 'B 33.3'], ['A 600', 'B 333', 'null 67'], true, false],
    ['a single one of less than a hundred is not all', ['A 50'], ['A 50', 'null 50'], true, false],
    ['one beside others that could not be read has not all', ['A', '?'], ['null 100'], true, false],
    ['of others than one that could not be read stay', ['A 60', '?'], ['A 60', 'null 40'], true, false],
    ['none at all leave everything to nobody', [], ['null 100'], true, false],
    ['of more than a hundred are scaled down', ['A 80', 'B 80'], ['A 80', 'B 80'], false, true],
    ['leave nothing for others where they are a hundred', ['A 100', 'B', 'C'], ['A 100'], false, false],
    ['of nothing are none', ['A 0', 'B 100'], ['B 100'], false, false],
    ['of nothing but nothing leave everything to nobody', ['A 0'], ['null 100'], true, false],
  ] as const)('%s', (_, published, shares, isMissing, isOverHundred) => {
    expect(read(...published)).toEqual({ shares, isMissing, isOverHundred });
  });
});

describe('the sectors that share one hundred', () => {
  const sector = (key: string | null, vocabulary: string | null) => ({ key, percentage: null, vocabulary });
  const keys = (...sectors: ReturnType<typeof sector>[]) => dacSectors(sectors).map(({ key }) => key);

  it.each([
    ['are the purposes', [sector('11220', '1'), sector('112', '2')], ['11220']],
    ['are the categories where there are no purposes', [sector('112', '2'), sector('own', '99')], ['112']],
    ['are those without a vocabulary', [sector('15110', null)], ['15110']],
    ['are categories also beside one that could not be read', [sector('112', '2'), sector(null, null)], ['112', null]],
    ['are no others', [sector('own', '99')], []],
  ])('%s', (_, sectors, expected) => {
    expect(keys(...sectors)).toEqual(expected);
  });
});
