import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../src/import/input-file.ts';
import { fixture, importFixture, importInput } from './import-fixture.ts';

const imported = importFixture('version-1-complete.xml');
const ONE = 'activity:XX-TEST-1-one';

describe('an activity of version 1', () => {
  it('keeps what the model holds', async () => {
    expect((await imported).nodes('Project')[0]).toMatchObject({
      id: ONE,
      properties: {
        name: 'A bridge of wood',
        status: 'CLOSED',
        plannedStart: '2011-01-01',
        actualStart: '2011-02-01',
        plannedEnd: null,
        actualEnd: '2012-05-01',
        description: 'A bridge over the river.',
        objectives: 'To cross the river.',
        collaborationType: '1',
        hierarchy: 1,
        reportingOrgRef: 'XX-TEST-1',
        otherIdentifiers: ['A9:17'],
      },
      statements: [{ locator: 'line 3, iati-activity' }],
    });
  });

  it('has names in every language, each on its line', async () => {
    const { nodes } = await imported;
    const titles = nodes('Name').filter(({ links }) => links?.[0]?.to === ONE);
    expect(
      titles.map(({ properties, statements }) => [properties.value, properties.language, statements[0]?.locator]),
    ).toEqual([
      ['A bridge of wood', 'en', 'line 7, title'],
      ['Un pont de bois', 'fr', 'line 8, title'],
    ]);
    const agency = nodes('Name').filter(({ links }) => links?.[0]?.to === 'organisation:XX-TEST-1');
    expect(agency.map(({ properties }) => [properties.value, properties.language])).toEqual([
      ['Agency for Examples', 'en'],
      ['Agence des exemples', 'fr'],
    ]);
  });

  it('has its participants in their roles', async () => {
    const { edges, report } = await imported;
    const organisations = edges('PARTICIPATES_IN').filter(({ from }) => from.startsWith('organisation:'));
    const byName = expect.stringMatching(/^organisation:name-/);
    expect(organisations.map(({ from, properties }) => [from, properties.role])).toEqual([
      ['organisation:XX-TEST-1', 'FUNDING'],
      [byName, 'IMPLEMENTING'],
      [byName, 'IMPLEMENTING'],
    ]);
    expect(edges('DELIVERED_THROUGH').map(({ to, properties }) => [to, properties.role])).toEqual([
      ['channel:22000', 'ACCOUNTABLE'],
    ]);
    expect(report.problems['unknown-code']?.examples[0]).toMatchObject({ line: 27 });
  });

  it('takes a country in two languages for one, with its share once', async () => {
    const { edges, nodes, report } = await imported;
    const countries = edges('PARTICIPATES_IN').filter(({ from }) => from.startsWith('country:'));
    expect(countries.map(({ from, properties }) => [from, properties.percentage])).toEqual([['country:KE', '50']]);
    expect(nodes('Country')[0]?.properties.name).toBe('Kenya');
    expect(edges('IN_REGION').map(({ to }) => to)).toEqual(['region:dac-289']);
    expect(report.problems['missing-value']?.examples.map(({ line }) => line)).toContain(30);
  });

  it('reads the letters of sector vocabularies, and leaves out what cannot be a code of the DAC', async () => {
    const { edges, report } = await imported;
    expect(edges('IN_SECTOR').map(({ to, properties }) => [to, properties.vocabulary, properties.percentage])).toEqual([
      ['sector:21020', '1', '60'],
      ['sector:210', '2', '100'],
      ['sector:15140', '1', '40'],
      [expect.stringMatching(/^sector:own-/), '99', null],
      [expect.stringMatching(/^sector:vWB-TA/), 'WB', null],
    ]);
    expect(report.problems['unknown-code']?.examples.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/three or five digits of the DAC's list; found "0"; it is left out/),
    );
  });

  it('reads transaction types as letters and as words, dates as text, and keeps negative amounts', async () => {
    const { nodes, report } = await imported;
    expect(
      nodes('Transaction').map(({ properties: { type, amount, currency, date, providerName, receiverName } }) => [
        type,
        amount,
        currency,
        date,
        providerName ?? null,
        receiverName ?? null,
      ]),
    ).toEqual([
      ['DISBURSEMENT', '1000', 'EUR', '2011-03-01', 'Agency for Examples', 'Ministry of Examples'],
      ['OUTGOING_COMMITMENT', '-2500.5', 'EUR', '2011-02-01', null, null],
    ]);
    expect(report.tallies.transactions).toEqual({ read: 3, kept: 2, 'kept, negative': 1 });
    expect(nodes('Transaction')[0]?.links).toContainEqual({
      type: 'FROM_ACTIVITY',
      to: 'activity:XX-TEST-1-purse',
    });
  });

  it('reads no name of an official, and no address', async () => {
    const { records, report } = await imported;
    expect(JSON.stringify([records, report])).not.toMatch(/placeholder|@example/i);
    expect(report.loss['dropped for privacy']).toEqual({ 'contact-info': 1 });
  });

  it('counts what is lost by the names of version 1', async () => {
    const { loss } = (await imported).report;
    expect(loss['elements the model does not hold']).toEqual({
      'policy-marker': 1,
      location: 1,
      'transaction/description': 1,
    });
    expect(loss['attributes the model does not hold']).toEqual({
      'other-identifier/@owner-name': 1,
      'other-identifier/@owner-ref': 1,
    });
    expect(loss['texts outside of narratives']).toEqual({
      'activity-date': 2,
      'collaboration-type': 1,
      'default-flow-type': 1,
      'related-activity': 1,
      'transaction/transaction-date': 1,
      'transaction/transaction-type': 1,
    });
  });
});

describe('the version', () => {
  const text = readFileSync(fixture('version-1-complete.xml'), 'utf8');

  it.each([
    ['version="1.01"', '1.01'],
    ['version=" 1.05 "', '1.05'],
    ['', 'not stated, read as version 1'],
    ['version="1"', '1, read as version 1'],
    ['version="one"', 'one, read as version 1'],
    ['version="1.9"', '1.9, read as version 1'],
  ])('%s: %s', async (attribute, key) => {
    const { report, records } = await importInput(inputOf(text.replace('version="1.03"', attribute)));
    expect(report.tallies.versions).toEqual({ [key]: 1 });
    expect(records[0]?.facts).toEqual(
      (await imported).records[0]?.facts.map((fact) => ({ ...fact, statements: expect.anything() })),
    );
  });

  it('that is declared decides, also against what is there', async () => {
    const { report } = await importInput(inputOf(text.replace('1.03', '2.03')));
    expect(report.tallies.versions).toEqual({ 2.03: 1 });
    expect(report.loss['texts outside of narratives']).toMatchObject({ title: 2, 'participating-org': 6 });
  });

  it('that is not stated is 2 where texts stand in narratives', async () => {
    const complete = readFileSync(fixture('complete.xml'), 'utf8').replace('version="2.03"', '');
    const { report, nodes } = await importInput(inputOf(complete));
    expect(report.tallies.versions).toEqual({ 'not stated, read as version 2': 1 });
    expect(nodes('Project')[0]?.properties.name).toBe('A bridge of stone');
  });
});

function inputOf(content: string): InputFile {
  return {
    name: 'a file',
    bytes: content.length,
    async *read() {
      yield Buffer.from(content);
    },
  };
}
