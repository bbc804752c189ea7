import { describe, expect, it } from 'vitest';
import { createCountBlur } from '../../../../src/domain/alumni/statistics/count-blur.ts';
import { publishCount } from '../../../../src/domain/alumni/statistics/publish-count.ts';
import { repeatableNumbers } from '../../../../src/domain/repeatable-numbers.ts';
import { narrow, type Range, type Reading } from './attacker.ts';
import { type Population, randomPopulation } from './random-population.ts';

const POPULATIONS = 200;
const FARTHEST = 32;

/** What is certain to whoever knows the rule, and not the key. */
const certain: Reading = (published) =>
  published === null ? [0, 5 + FARTHEST] : [Math.max(5, published - 2 - FARTHEST), published + 2 + FARTHEST];

/** What somebody believes who takes it that no count was moved by more than so many. */
const believing =
  (by: number): Reading =>
  (published) =>
    published === null ? [0, 5 + by] : [Math.max(5, published - 2 - by), published + 2 + by];

/** The way that suggests itself, and does not hold: small counts left out, others rounded to the next multiple of 5. */
const plain = (count: number) => (count < 5 ? null : 5 * Math.round(count / 5));
const ofPlain: Reading = (published) => (published === null ? [0, 4] : [Math.max(5, published - 2), published + 2]);

interface Learnt {
  readonly small: number;
  readonly pinned: number;
  readonly notZero: number;
  /** Claims on small groups that were wrong. */
  readonly wrong: number;
  /** Populations of which what was believed cannot be true. */
  readonly absurd: number;
}

/** All tables of all populations, and what of groups of 1 to 4 persons was drawn from them together. */
function attack(publish: (count: number, group: string) => number | null, reading: Reading): Learnt {
  const learnt = { small: 0, pinned: 0, notZero: 0, wrong: 0, absurd: 0 };
  for (let number = 1; number <= POPULATIONS; number++) {
    const { counts, sums }: Population = randomPopulation(repeatableNumbers(number));
    const published = new Map([...counts].map(([name, count]) => [name, publish(count, `${number} ${name}`)]));
    const ranges = narrow(published, sums, reading);
    if (ranges === null) learnt.absurd++;
    for (const [name, count] of counts) {
      if (count === 0 || count > 4) continue;
      const [least, most]: Range = ranges?.get(name) ?? [0, 99];
      learnt.small++;
      learnt.pinned += Number(least === most);
      learnt.notZero += Number(least > 0);
      learnt.wrong += Number(count < least || count > most);
    }
  }
  return learnt;
}

describe('somebody who draws all published tables together', () => {
  const blur = createCountBlur(Buffer.from('a key of the tests that nobody has'));
  const publish = (count: number, group: string) => publishCount(count, blur(group));

  it('learns of small groups where counts are only left out and rounded', () => {
    const learnt = attack(plain, ofPlain);
    expect(learnt.pinned).toBeGreaterThan(0);
    expect(learnt.notZero).toBeGreaterThan(learnt.small / 50);
    expect([learnt.wrong, learnt.absurd]).toEqual([0, 0]);
  });

  it('can be sure of no small group: neither how many they are nor that there is anybody', () => {
    const { small, ...learnt } = attack(publish, certain);
    expect(small).toBeGreaterThan(2_000);
    expect(learnt).toEqual({ pinned: 0, notZero: 0, wrong: 0, absurd: 0 });
  });

  it.each([1, 2])('is often wrong who believes that no count was moved by more than %i', (by) => {
    const { small, notZero, wrong, absurd } = attack(publish, believing(by));
    expect(notZero / small).toBeLessThan(0.05);
    expect(wrong + absurd).toBeGreaterThan(notZero / 3);
  });
});

/** Tables of two dimensions with two values each, and of each of them, and of all. */
const GROUPS = [[0], [1], [2], [3], [0, 1], [2, 3], [0, 2], [1, 3], [0, 1, 2, 3]] as const;
const MOST_PERSONS = 9;

describe('somebody who weighs all that may be, on tables of two by two', () => {
  it('cannot tell the number of a small group, and in few that there is anybody', () => {
    const blur = createCountBlur(Buffer.from('another key of the tests'));
    const random = repeatableNumbers(7);
    const cells = Array.from({ length: 60 }, () =>
      [0, 1, 2, 3].map(() => Math.floor(random() ** 2 * (MOST_PERSONS + 1))),
    );
    const found = cells.flatMap((counts, number) => {
      const published = GROUPS.map((group) => publishCount(sumOf(counts, group), blur(`${number} ${group}`)));
      return beliefs(published).flatMap((belief, cell) => {
        const count = counts[cell] ?? 0;
        return count > 0 && count < 5 ? [{ ofNumber: belief[count] ?? 0, ofAnybody: 1 - (belief[0] ?? 0) }] : [];
      });
    });
    const share = (is: (one: (typeof found)[number]) => boolean) => found.filter(is).length / found.length;
    expect(found.length).toBeGreaterThan(50);
    expect(share(({ ofNumber }) => ofNumber > 0.5)).toBe(0);
    // It was 9 of 10 before anything was published.
    expect(share(({ ofAnybody }) => ofAnybody > 0.95)).toBeLessThan(0.3);
    expect(share(({ ofAnybody }) => ofAnybody === 1)).toBe(0);
  });
});

function sumOf(counts: readonly number[], group: readonly number[]): number {
  return group.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
}

/** For each cell, how likely each number of persons is, when all that may be was as likely before. */
function beliefs(published: readonly (number | null)[]): number[][] {
  const seen = GROUPS.map((group, index) =>
    Array.from({ length: group.length * MOST_PERSONS + 1 }, (_, count) => likelihood(published[index] ?? null, count)),
  );
  const sums = [0, 1, 2, 3].map(() => Array.from({ length: MOST_PERSONS + 1 }, () => 0));
  const base = MOST_PERSONS + 1;
  for (let code = 0; code < base ** 4; code++) {
    const counts = [0, 1, 2, 3].map((cell) => Math.floor(code / base ** cell) % base);
    let weight = 1;
    for (let index = 0; index < GROUPS.length && weight > 0; index++)
      weight *= seen[index]?.[sumOf(counts, GROUPS[index] ?? [])] ?? 0;
    counts.forEach((count, cell) => {
      const sum = sums[cell];
      if (sum) sum[count] = (sum[count] ?? 0) + weight;
    });
  }
  return sums.map((weights) => {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / all);
  });
}

function likelihood(published: number | null, count: number): number {
  let sum = 0;
  for (let by = -FARTHEST; by <= FARTHEST; by++)
    if (publishCount(count, by) === published) sum += 0.5 ** Math.abs(by) / 3;
  return sum;
}
