import type { Sum } from './attacker.ts';

export interface Population {
  /** The number of persons of each group of every table, also of groups without any. */
  readonly counts: ReadonlyMap<string, number>;
  /** How tables hang together: the rows of two dimensions sum to those of one. */
  readonly sums: readonly Sum[];
}

/** Persons with one value in each dimension, which is the worst case: where they may have several, no sum holds exactly. */
export function randomPopulation(random: () => number, dimensions = 3): Population {
  const sizes = Array.from({ length: dimensions }, () => 2 + Math.floor(random() * 3));
  const people = Array.from({ length: 10 + Math.floor(random() * 90) }, () =>
    // Some values are frequent and others rare, as in life.
    sizes.map((size) => Math.floor(random() ** 2 * size)),
  );
  const counts = new Map<string, number>([['all', people.length]]);
  const sums: Sum[] = [];
  const count = (name: string, is: (person: readonly number[]) => boolean) => {
    counts.set(name, people.filter(is).length);
    return name;
  };
  sizes.forEach((size, one) => {
    const values = [...Array(size).keys()];
    sums.push({
      whole: 'all',
      parts: values.map((value) => count(`${one}=${value}`, (person) => person[one] === value)),
    });
    sizes.forEach((otherSize, other) => {
      if (other === one) return;
      const [first, second] = one < other ? [one, other] : [other, one];
      for (const value of values) {
        const parts = [...Array(otherSize).keys()].map((otherValue) => {
          const [a, b] = one < other ? [value, otherValue] : [otherValue, value];
          return count(`${first}=${a} ${second}=${b}`, (person) => person[first] === a && person[second] === b);
        });
        sums.push({ whole: `${one}=${value}`, parts });
      }
    });
  });
  return { counts, sums };
}
