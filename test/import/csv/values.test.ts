import { describe, expect, it } from 'vitest';
import { splitCells } from '../../../src/import/csv/read/cells.ts';
import { countRows, groupRows } from '../../../src/import/csv/read/group-rows.ts';
import { mayBePerson } from '../../../src/import/csv/values/may-be-person.ts';
import { readAmount } from '../../../src/import/csv/values/read-amount.ts';
import { readDate } from '../../../src/import/csv/values/read-date.ts';
import { withoutAddresses, withoutOfficial } from '../../../src/import/csv/values/without-personal.ts';

describe('an amount', () => {
  it.each([
    ['0.053071510000', 'millions', '.', '53071.51'],
    ['1.737421703', 'millions', '.', '1737421.703'],
    ['-12 500,5', 'thousands', ',', '-12500500'],
    ['1,234,567.80', 'ones', '.', '1234567.8'],
    ["1'234.5", 'ones', '.', '1234.5'],
    ['1.234.567,8', 'ones', ',', '1234567.8'],
    ['12345678901234567890.123456789', 'billions', '.', '12345678901234567890123456789'],
    ['0.000000000000', 'millions', '.', '0'],
    ['.5', 'ones', '.', '0.5'],
  ] as const)('%s in %s comes to the last digit', (text, unit, decimal, expected) => {
    expect(readAmount(text, { unit, decimal })).toBe(expected);
  });

  it.each([
    ['12,5', '.'],
    ['12.5', ','],
    ['1,23', '.'],
    ['n/a', '.'],
    ['', '.'],
    ['.', '.'],
    ['1e400', '.'],
    ['9'.repeat(41), '.'],
  ] as const)('"%s" with %s as decimal sign is none', (text, decimal) => {
    expect(readAmount(text, { unit: 'ones', decimal })).toBeNull();
  });
});

describe('a date', () => {
  it.each([
    ['31/12/2014', ['DD/MM/YYYY'], '2014-12-31'],
    ['1/9/2015', ['YYYY-MM-DD', 'M/D/YYYY'], '2015-01-09'],
    ['2015-01-09', ['YYYY-MM-DD', 'M/D/YYYY'], '2015-01-09'],
    ['7.2024', ['M.YYYY'], '2024-07'],
    ['2014', [], '2014'],
    ['2014-05', [], '2014-05'],
    ['2014-05-05T00:00:00', [], '2014-05-05'],
  ])('%s in the form %s is %s', (text, forms, expected) => {
    expect(readDate(text, forms)).toBe(expected);
  });

  it.each([
    ['31/02/2014', ['DD/MM/YYYY']],
    ['12/31/2014', ['DD/MM/YYYY']],
    ['31-12-2014', ['DD/MM/YYYY']],
    ['31/12/2014', []],
  ])('%s in the form %s is none', (text, forms) => {
    expect(readDate(text, forms)).toBeNull();
  });
});

describe('cells with several values', () => {
  const cells = (values: Record<string, string>) => ({
    row: 2,
    line: 2,
    size: 0,
    cell: (column: string) => values[column] ?? '',
  });

  it('are taken apart together, the longest separator first', () => {
    const { parts } = splitCells(cells({ who: 'Angola, Cabo Verde, and Timor-Leste' }), ['who'], [',', ', and ']);
    expect(parts.map((part) => part.cell('who'))).toEqual(['Angola', 'Cabo Verde', 'Timor-Leste']);
  });

  it('keep their places, and one value says the same of all', () => {
    const given = cells({ code: '1;2;3', share: '40;;60', list: 'DAC' });
    const { parts, uneven } = splitCells(given, ['code', 'share', 'list'], [';']);
    expect(parts.map((part) => [part.cell('code'), part.cell('share'), part.cell('list')])).toEqual([
      ['1', '40', 'DAC'],
      ['2', '', 'DAC'],
      ['3', '60', 'DAC'],
    ]);
    expect(uneven).toEqual([]);
  });

  it('of uneven number are not guessed', () => {
    const { parts, uneven } = splitCells(cells({ code: '1;2;3', share: '40;60' }), ['code', 'share'], [';']);
    expect(parts.map((part) => part.cell('share'))).toEqual(['', '', '']);
    expect(uneven).toEqual(['share']);
  });

  it('of more than a thousand are cut, and said to be', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => index).join(';');
    const { parts, cut } = splitCells(cells({ code: many }), ['code'], [';']);
    expect(parts).toHaveLength(1_000);
    expect(cut).toEqual(['code']);
  });
});

it('rows that wait for others of their record are bounded by what they hold', async () => {
  const row = { size: 20_000_000 };
  const rows = (async function* () {
    for (let index = 0; index < 9; index++) yield { key: String(index), row };
  })();
  const twoEach = await countRows(
    (async function* () {
      for (let index = 0; index < 18; index++) yield String(index % 9);
    })(),
  );
  const read = async () => {
    for await (const _ of groupRows(rows, twoEach));
  };
  await expect(read()).rejects.toThrow(/6 rows of 120000000 characters waiting for others/);
});

describe('what is somebody’s own', () => {
  it('is not taken: addresses in a text, and the official after a bar', () => {
    expect(withoutAddresses('Ask a.person+x@mail.example.org, or call')).toBe('Ask , or call');
    expect(withoutAddresses('at 5 @ noon')).toBe('at 5 @ noon');
    expect(withoutOfficial('Ministry of Water | A. Person, head')).toBe('Ministry of Water');
  });

  it('is looked for in no more time than the text is long', () => {
    const started = performance.now();
    withoutAddresses(`${'a'.repeat(300_000)}@`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it.each([
  ['Aigerim Bekova', true],
  ['Dr. Jan van Dijk', true],
  ['José A. García', true],
  ['Ministry of Finance', false],
  ['Water Authority', false],
  ['UNICEF', false],
  ['Plan Sverige', false],
  ['Institute for Peace and Development', false],
])('a name like %s may be that of a person: %s', (name, expected) => {
  expect(mayBePerson(name)).toBe(expected);
});
