import { describe, expect, it } from 'vitest';
import { createCountBlur } from '../../../../src/domain/alumni/statistics/count-blur.ts';
import { publishCount } from '../../../../src/domain/alumni/statistics/publish-count.ts';
import { publishTable } from '../../../../src/domain/alumni/statistics/publish-table.ts';

const blur = createCountBlur(Buffer.alloc(32, 1));
const CELLS = ['activity:a', 'activity:b'].flatMap((edition) =>
  ['country:TJ', 'country:UZ'].map((country, index) => ({ values: [edition, country], persons: 40 + 10 * index })),
);

describe('a table of alumni for everybody', () => {
  it('shows no group of fewer than 5 persons, however their number is moved', () => {
    for (let count = 0; count < 5; count++)
      for (let by = -32; by <= 32; by++) expect(publishCount(count, by)).toBeNull();
  });

  it('shows multiples of 5', () => {
    for (let count = 5; count < 60; count++)
      for (let by = -32; by <= 32; by++) expect((publishCount(count, by) ?? 0) % 5).toBe(0);
  });

  it('moves by 5 at most, or shows or hides one row, where one person comes or goes', () => {
    for (let count = 5; count < 60; count++)
      for (let by = -32; by <= 32; by++) {
        const [before, after] = [publishCount(count, by), publishCount(count + 1, by)];
        if (before !== null) expect([before, before + 5]).toContain(after);
      }
  });

  it('counts a group alike whatever order the dimensions are asked in', () => {
    const table = publishTable(
      { dimensions: ['EDITION', 'HOME_COUNTRY'], cells: CELLS, persons: 180, hasSynthetic: true },
      blur,
    );
    const turned = publishTable(
      {
        dimensions: ['HOME_COUNTRY', 'EDITION'],
        cells: CELLS.map(({ values, persons }) => ({ values: values.toReversed(), persons })),
        persons: 180,
        hasSynthetic: true,
      },
      blur,
    );
    const persons = (rows: typeof table.rows) => rows.map((row) => [row.values.toSorted(), row.persons]);
    expect(persons(turned.rows).toSorted()).toEqual(persons(table.rows).toSorted());
    expect(turned.total).toBe(table.total);
  });

  it('is blurred by what only the key tells, most often by nothing or one person', () => {
    const other = createCountBlur(Buffer.alloc(32, 2));
    const names = Array.from({ length: 3_000 }, (_, index) => `group ${index}`);
    const share = (is: (by: number) => boolean) => names.filter((name) => is(blur(name))).length / names.length;
    expect(share((by) => by === 0)).toBeCloseTo(1 / 3, 1);
    expect(share((by) => Math.abs(by) <= 1)).toBeCloseTo(2 / 3, 1);
    expect(share((by) => by > 0)).toBeCloseTo(1 / 3, 1);
    expect(names.filter((name) => blur(name) === other(name)).length / names.length).toBeLessThan(0.25);
    expect(names.map(createCountBlur(Buffer.alloc(32, 1)))).toEqual(names.map(blur));
  });
});
