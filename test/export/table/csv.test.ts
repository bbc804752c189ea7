import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, Row } from '../../../src/export/table/column.ts';
import { csvLines, type Delimiter } from '../../../src/export/table/csv.ts';

const column = (name: string, type: Column['type'] = 'text', isList = false): Column => ({
  name,
  type,
  isList,
  description: '',
});

async function write(
  columns: readonly Column[],
  rows: readonly Row[],
  bom = false,
  delimiter?: Delimiter,
): Promise<string> {
  async function* pages() {
    yield rows;
  }
  let text = '';
  for await (const chunk of csvLines(columns, pages(), { bom, ...(delimiter && { delimiter }) })) text += chunk;
  return text;
}

async function cell(value: Row[number], type: Column['type'] = 'text', isList = false): Promise<string> {
  const [, row = []] = parse(
    await write(
      [column('a', type, isList)],
      [[value, 'x']].map(([first]) => [first ?? null]),
    ),
  ) as string[][];
  return row[0] ?? '';
}

describe('CSV', () => {
  it('has a header and ends each line as RFC 4180 does', async () => {
    expect(await write([column('id'), column('count', 'integer')], [['country:KZ', 3]])).toBe(
      'id,count\r\ncountry:KZ,3\r\n',
    );
  });

  it('has a header even where there are no rows', async () => {
    expect(await write([column('id')], [])).toBe('id\r\n');
  });

  it('begins with the mark of UTF-8 where that is asked for', async () => {
    expect(await write([column('id')], [], true)).toBe('\uFEFFid\r\n');
  });

  it.each([';', '\t'] as const)('has %j between its cells, and quotes it within them', async (delimiter) => {
    const columns = [column('a'), column('b', 'decimal'), column('c', 'text', true)];
    const rows = [[`one${delimiter}two, three`, '-1500.25', ['x', 'y']]];
    const text = await write(columns, rows, false, delimiter);
    expect(text).toMatch(delimiter === ';' ? /^a;b;c\r\n"one;two, three";-1500\.25;"x; y"\r\n$/ : /^a\tb\tc\r\n/);
    expect(parse(text, { delimiter })).toEqual([
      ['a', 'b', 'c'],
      [`one${delimiter}two, three`, '-1500.25', 'x; y'],
    ]);
  });

  it('quotes commas, quotes and line breaks, alone or together', async () => {
    const text = await write(
      [column('a'), column('b')],
      [
        ['one, "two"', 'a\nb'],
        ['c\rd', 'e\r\nf'],
      ],
    );
    expect(text).toContain('"one, ""two""","a\nb"\r\n"c\rd","e\r\nf"\r\n');
  });

  it.each(['Достық: Диплoматия', 'Қазақстан, ұлттық өнім', '日本', '👩🏽‍🔬', 'Nurdağı'])('keeps %s', async (text) => {
    expect(await cell(text)).toBe(text);
  });

  it('leaves absent values empty, which zero and false are not', async () => {
    const columns = [column('a'), column('b', 'integer'), column('c', 'boolean'), column('d', 'text', true)];
    expect(await write(columns, [[null, 0, false, []]])).toContain(',0,false,\r\n');
  });

  it('joins several values in one cell, and what belongs together by spaces', async () => {
    expect(await cell(['a', 'b'], 'text', true)).toBe('a; b');
    const amounts = [
      { value: '10.50', currency: 'USD' },
      { value: '3', currency: null },
    ];
    expect(await cell(amounts, 'text', true)).toBe('10.50 USD; 3');
  });

  it.each([
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '=HYPERLINK("http://x")',
  ])('lets no spreadsheet compute the text %j', async (text) => {
    expect(await cell(text)).toBe(`'${text}`);
  });

  it('guards what several values begin with', async () => {
    expect(await cell(['=1', 'b'], 'text', true)).toBe("'=1; b");
  });

  it.each([
    ['-1500.25', 'decimal'],
    ['-3', 'decimal'],
    [-7, 'integer'],
    [-0.5, 'number'],
    [1e-7, 'number'],
  ] as const)('keeps the number %s a number in a column of the type %s', async (value, type) => {
    expect(await cell(value, type)).toBe(String(value));
  });

  it.each(['-1500.25', '-1', '+1'])('takes %s for text in a column of texts', async (text) => {
    expect(await cell(text)).toBe(`'${text}`);
  });

  it.each(['-1+1', '=1', '-1,5', '--1', '-'])('guards what is no number in a column of numbers: %s', async (text) => {
    expect(await cell(text, 'decimal')).toBe(`'${text}`);
  });

  it('comes back as it was, whatever the texts are', async () => {
    const columns = [column('a'), column('b')];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string())), async (rows) => {
        const read = parse(await write(columns, rows)) as string[][];
        const unguarded = read
          .slice(1)
          .map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')));
        expect(unguarded).toEqual(rows);
      }),
    );
  });
});
