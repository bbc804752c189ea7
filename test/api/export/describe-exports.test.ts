import { expect, it } from 'vitest';
import { describeExports } from '../../../src/api/export/describe-exports.ts';
import { builtOnce } from '../../support/api.ts';
import { exportColumnsPage } from '../../support/describe-exports.ts';
import { expectGolden } from '../../support/golden-file.ts';

it('is what docs/export-columns.md says', async () => {
  expectGolden(new URL('../../../docs/export-columns.md', import.meta.url), await exportColumnsPage());
});

it('describes every column and every part of a filter that is not the schema’s own list filter', async () => {
  const exports = describeExports((await builtOnce()).schema);
  const silent = exports.flatMap(({ name, columns, filter }) => [
    ...columns.filter(({ description }) => description === '').map((column) => `${name}.${column.name}`),
    ...filter
      .filter((field) => field.description === '' && !['AND', 'OR', 'NOT'].includes(field.name))
      .map((field) => `${name}(${field.name})`),
  ]);
  expect(silent).toEqual([]);
});

it('has nothing of persons or of the log of changes', async () => {
  const exports = describeExports((await builtOnce()).schema);
  const names = exports.flatMap(({ name, columns }) => [name, ...columns.map((column) => `${name}.${column.name}`)]);
  expect(names.filter((name) => /alumn|audit|person|contact|email|viewer|curator/i.test(name))).toEqual([]);
});
