import { describe, expect, it } from 'vitest';
import { importFixture } from './import-fixture.ts';

describe('a file of organisations', () => {
  it('describes each, with its names and its identifier', async () => {
    const { nodes, records } = await importFixture('organisations.xml');
    expect(records.map(({ id }) => id)).toEqual(['iati-organisation:XX-TEST-1', 'iati-organisation:YY-REG-7']);
    expect(nodes('Organisation')).toMatchObject([
      {
        id: 'organisation:XX-TEST-1',
        properties: { name: 'Agency for Examples', kind: 'GOVERNMENT', isPhantom: false },
        statements: [{ basis: 'DECLARED', locator: 'line 2, iati-organisation' }],
      },
      { id: 'organisation:YY-REG-7', properties: { name: 'YY-REG-7', kind: 'OTHER' } },
    ]);
    expect(nodes('Name').map(({ properties }) => [properties.value, properties.language, properties.kind])).toEqual([
      ['Agency for Examples', 'en', 'OFFICIAL'],
      ['Агентство примеров', 'ru', 'OFFICIAL'],
    ]);
    expect(nodes('Identifier').map(({ id }) => id)).toEqual([
      'identifier:ORG_ID|XX-TEST-1',
      'identifier:ORG_ID|YY-REG-7',
    ]);
  });

  it('leaves alone how somebody else describes it, and adds to its names', async () => {
    const { nodes } = await importFixture('organisations.xml', { 'ORG_ID|XX-TEST-1': 'organisation:example' });
    expect(nodes('Organisation')[0]).toMatchObject({ id: 'organisation:example', isReference: true });
    expect(nodes('Name').map(({ links }) => links?.[0]?.to)).toEqual(['organisation:example', 'organisation:example']);
  });

  it('reports what is there twice, a channel category and what has no identifier', async () => {
    const { problems, report } = await importFixture('organisations.xml');
    expect(problems).toEqual([
      '13 missing-value',
      '17 duplicate-identifier',
      '18 missing-identifier',
      '19 missing-identifier',
    ]);
    expect(report.tallies.organisations).toEqual({ described: 2, 'left out': 3 });
    expect(report.tallies.versions).toEqual({ 2.03: 5 });
  });

  it('counts budgets and all else as lost', async () => {
    expect((await importFixture('organisations.xml')).report.loss).toEqual({
      'attributes the model does not hold': {
        'iati-organisation/@default-currency': 1,
        'iati-organisation/@last-updated-datetime': 1,
        'reporting-org/@secondary-reporter': 1,
      },
      'elements the model does not hold': { 'reporting-org/narrative': 1, 'total-budget': 1 },
    });
  });

  it('reads no name of an official', async () => {
    expect(JSON.stringify(await importFixture('organisations.xml'))).not.toMatch(/placeholder/i);
  });

  it('of version 1 comes to the same', async () => {
    const { nodes, report } = await importFixture('organisations-version-1.xml');
    expect(nodes('Organisation').map(({ id, properties }) => [id, properties.name, properties.kind])).toEqual([
      ['organisation:XX-TEST-1', 'Agency for Examples', 'NGO'],
    ]);
    expect(nodes('Name').map(({ properties }) => properties.language)).toEqual(['en', 'fr']);
    expect(report.loss).toMatchObject({ 'elements the model does not hold': { 'document-link': 1 } });
  });
});
