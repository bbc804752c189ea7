import { expect, it } from 'vitest';
import { FactCollector } from '../../src/import/fact-collector.ts';
import { node, statement } from '../support/test-records.ts';

it('keeps a fact once, with each statement once, in the order they came', () => {
  const collector = new FactCollector();
  const said = (...texts: string[]) =>
    node('Sector', 'sector:110', { statements: texts.map((text) => statement(text)) });
  expect(collector.add(said('a'))).toBeUndefined();
  expect(collector.add({ ...said('b', 'a', 'c'), properties: { name: 'another' } })?.properties).toEqual({
    name: '110',
  });
  collector.amend('sector:110', { code: '110' });
  expect(collector.toArray()).toEqual([{ ...said('a', 'b', 'c'), properties: { name: '110', code: '110' } }]);
});

it('takes the same time for each of very many statements of one fact', () => {
  const collector = new FactCollector();
  for (let line = 0; line < 100_000; line += 1)
    collector.add(
      node('Organisation', 'organisation:o', { statements: [statement('named', { locator: `line ${line}` })] }),
    );
  expect(collector.toArray()[0]?.statements).toHaveLength(100_000);
}, 20_000);
