import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readMapping } from '../../../src/import/csv/mapping/read-mapping.ts';
import { openInput } from '../../support/open-input.ts';
import { importTable } from './csv-fixture.ts';

const example = (name: string) => fileURLToPath(new URL(`../../../mappings/example/${name}`, import.meta.url));

it('the example that newcomers copy is read without a problem', async () => {
  const mapping = await readMapping(example('partner-activities.yaml'));
  const { report, edges, nodes, records } = await importTable(
    await openInput(example('partner-activities.csv')),
    mapping,
  );

  expect(report.problems).toEqual({});
  expect(report.records.written).toBe(3);
  expect(report.tallies.rows).toEqual({ read: 4, 'left out: the row of totals': 1 });
  expect(
    edges('PARTICIPATES_IN').map(({ from, properties: { role }, to }) => `${from} ${role} ${to.slice(-1)}`),
  ).toEqual([
    'organisation:kazaid IMPLEMENTING 1',
    'organisation:XM-DAC-701-8 FUNDING 1',
    'country:TJ BENEFICIARY 1',
    'country:KG BENEFICIARY 1',
    'organisation:kazaid IMPLEMENTING 2',
    expect.stringMatching(/^organisation:name-\w+ IMPLEMENTING 2$/),
    'country:UZ BENEFICIARY 2',
    'organisation:kazaid IMPLEMENTING 3',
    expect.stringMatching(/^organisation:name-\w+ HOST 3$/),
    'country:AF BENEFICIARY 3',
  ]);
  expect(nodes('Transaction').map(({ properties: { amount, currency } }) => `${amount} ${currency}`)).toEqual([
    '12500500 KZT',
    '3000000 KZT',
  ]);
  expect(JSON.stringify(records)).not.toMatch(/A\. Person|example\.org/);
});
