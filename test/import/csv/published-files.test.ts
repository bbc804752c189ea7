import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readMapping } from '../../../src/import/csv/mapping/read-mapping.ts';
import { openInput } from '../../support/open-input.ts';
import { describeWithSharedData } from '../../support/shared-data.ts';
import { importTable } from './csv-fixture.ts';

/** Numbers counted beforehand with other tools. */
describeWithSharedData('published tables', (folder) => {
  const importShared = async (path: string, mapping: string) =>
    importTable(await openInput(join(folder, path)), await readMapping(mapping));

  it('3,633 rows of the CRS: donor, agencies, channels, recipients and exact euros', async () => {
    const { report, nodes, edges } = await importShared('dac/CRS_Italy_2014.csv', 'dac-crs');
    expect(report.records).toEqual({ read: 3633, skipped: 0, written: 3633, unchanged: 0 });
    expect(Object.keys(report.problems)).toEqual(['too-long']);
    expect(report.tallies.transactions).toEqual({ read: 5682, kept: 5682 });
    expect(sum(nodes('Transaction'), 'OUTGOING_COMMITMENT')).toBe(await sumOfColumn(folder, 'commitment_national'));
    expect(sum(nodes('Transaction'), 'DISBURSEMENT')).toBe(await sumOfColumn(folder, 'disbursement_national'));
    expect(report.tallies['channel categories, IMPLEMENTING']).toMatchObject({ 11000: 1105, 12000: 96, 22000: 2079 });
    expect(report.tallies['participations, IMPLEMENTING']).toEqual({
      'channel category': 3390,
      'organisation by name only': 1677,
      'organisation by reference': 243,
    });
    expect(report.tallies.recipients).toEqual({ country: 3321, region: 312 });
    expect(edges('PARTICIPATES_IN').filter(({ from }) => /organisation:XM-DAC-[125]\d000$/.test(from))).toEqual([]);
    const types = nodes('Project').map(({ properties }) => properties.collaborationType);
    expect(['1', '3', '7', '8'].map((code) => types.filter((type) => type === code).length)).toEqual([
      2318, 18, 1297, 0,
    ]);
    expect(report.loss['cells of columns that the mapping does not read']).toMatchObject({
      aid_t: 3633,
      usd_commitment: 3633,
    });
  }, 120_000);

  it('430 observations of UNDP: no triangular role, and no collaboration type', async () => {
    const { report, nodes, edges } = await importShared('triangular/UNDP_SSTrC_observations.csv', 'undp-south-south');
    expect(report.records.written).toBe(430);
    expect(report.problems).toEqual({});
    expect(report.tallies['participations, HOST']).toEqual({ country: 333 });
    expect(report.tallies['participations, PARTNER']).toEqual({ 'organisation by reference': 430, country: 275 });
    expect(edges('PLAYS')).toEqual([]);
    expect(nodes('Project').every(({ properties }) => properties.collaborationType === null)).toBe(true);
    const kazakh = edges('PARTICIPATES_IN').filter(({ from }) => from === 'country:KZ');
    expect(new Set(kazakh.map(({ to }) => to)).size).toBe(6);
  }, 60_000);

  it('439 activities of Central Asia: who funds and implements, and no category among them', async () => {
    const { report, edges } = await importShared('iati/SDG_IATI_central_asia_439.csv', 'aiddata-sdg');
    expect(report.records.written).toBe(439);
    const central = edges('PARTICIPATES_IN').filter(({ from }) => /^country:(KZ|KG|TJ|UZ|TM)$/.test(from));
    expect(central.filter(({ properties }) => properties.role === 'BENEFICIARY')).toHaveLength(439);
    expect(edges('PARTICIPATES_IN').filter(({ from }) => /organisation:XM-DAC-[125]\d000$/.test(from))).toEqual([]);
    expect(Object.values(report.tallies['participations, FUNDING'] ?? {}).reduce((one, other) => one + other)).toBe(
      439,
    );
  }, 60_000);
});

type Transactions = readonly { readonly properties: Readonly<Record<string, unknown>> }[];

/** In billionths, so that no digit is lost. */
function sum(transactions: Transactions, type: string): bigint {
  return transactions
    .filter(({ properties }) => properties.type === type)
    .reduce((total, { properties }) => total + billionths(String(properties.amount)), 0n);
}

function billionths(text: string): bigint {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(9, '0').slice(0, 9));
}

/** What the column of the file comes to: millions with twelve decimals. */
async function sumOfColumn(folder: string, column: string): Promise<bigint> {
  const { readFileSync } = await import('node:fs');
  const { parse } = await import('csv-parse/sync');
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'dac/CRS_Italy_2014.csv')), { columns: true });
  const millionths = rows.reduce((total, row) => total + BigInt((row[column] ?? '0').replace('.', '')), 0n);
  return millionths * 1_000n;
}
