import { expect, it } from 'vitest';
import type { Column, Row } from '../../../src/export/table/column.ts';
import { jsonLines } from '../../../src/export/table/json-lines.ts';

const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'text', isList: false, description: '' },
  { name: 'amount', type: 'decimal', isList: false, description: '' },
  { name: 'year', type: 'integer', isList: false, description: '' },
  { name: 'roles', type: 'text', isList: true, description: '' },
];

async function write(...pages: readonly Row[][]): Promise<string> {
  async function* all() {
    yield* pages;
  }
  let text = '';
  for await (const chunk of jsonLines(COLUMNS, all())) text += chunk;
  return text;
}

it('writes an object a line, with numbers as numbers and decimals as text', async () => {
  const text = await write([['=a\nb', '-1500.25', 2025, ['FUNDING']]], [['Қ', null, null, []]]);
  expect(text.endsWith('\n')).toBe(true);
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: '=a\nb', amount: '-1500.25', year: 2025, roles: ['FUNDING'] },
    { id: 'Қ', amount: null, year: null, roles: [] },
  ]);
});

it('is empty where there are no rows', async () => {
  expect(await write([])).toBe('');
});
