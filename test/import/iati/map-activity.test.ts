import { describe, expect, it } from 'vitest';
import { importText } from '../../support/iati-round-trip.ts';
import { importFixture } from './import-fixture.ts';

describe('the activity itself', () => {
  it('keeps what the model holds of a complete activity', async () => {
    const { nodes } = await importFixture('complete.xml');
    expect(nodes('Project')[0]).toMatchObject({
      id: 'activity:XX-TEST-1-b',
      properties: {
        name: 'A bridge of stone',
        iatiIdentifier: 'XX-TEST-1-b',
        hierarchy: 2,
        status: 'ONGOING',
        plannedStart: '2024-01-01',
        actualStart: '2024-02-01',
        plannedEnd: '2025-12-31',
        actualEnd: null,
        start: '2024-02-01',
        end: '2025-12-31',
        firstDay: '2024-02-01',
        lastDay: '2025-12-31',
        description: 'It crosses a river.',
        defaultCurrency: 'EUR',
        collaborationType: '8',
        defaultFlowType: '10',
        defaultFinanceType: '110',
        defaultAidType: 'C01',
        language: 'en',
        lastUpdated: '2024-03-01T10:00:00Z',
        reportingOrgRef: 'XX-TEST-1',
        isPhantom: false,
      },
      statements: [{ basis: 'DECLARED', locator: 'line 3, iati-activity' }],
    });
  });

  it('names it by every title, in its language and script', async () => {
    const { nodes } = await importFixture('complete.xml');
    const titles = nodes('Name').filter(({ links }) => links?.[0]?.to === 'activity:XX-TEST-1-b');
    expect(titles.map(({ properties: { value, language, script, kind } }) => [value, language, script, kind])).toEqual([
      ['Un pont', 'fr', 'LATIN', 'OFFICIAL'],
      ['A bridge of stone', 'en', 'LATIN', 'OFFICIAL'],
      ['Мост', 'ru', 'CYRILLIC', 'OFFICIAL'],
    ]);
  });

  it('gives every fact one statement of the file, and every fact once', async () => {
    const { facts, report } = await importFixture('complete.xml');
    const sources = facts.flatMap(({ statements }) => statements.map(({ sourceId }) => sourceId));
    expect(new Set(sources)).toEqual(new Set([report.source.id]));
    expect(report.source.id).toBe(`source:iati-${report.source.sha256?.slice(0, 16)}`);
    expect(facts.every(({ statements }) => statements.length > 0)).toBe(true);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });

  it.each([
    'complete.xml',
    'channel-category.xml',
    'organisation-references.xml',
    'own-activity-link.xml',
    'transactions.xml',
  ])('puts what a relation or link joins before it: %s', async (name) => {
    const { records } = await importFixture(name);
    for (const { facts } of records) {
      const known = new Set<string>();
      for (const fact of facts) {
        const needed = fact.shape === 'edge' ? [fact.from, fact.to] : (fact.links ?? []).map(({ to }) => to);
        expect(needed.filter((id) => !known.has(id))).toEqual([]);
        known.add(fact.id);
      }
    }
  });

  it('uses the identifier as the name where there is no title, and says so', async () => {
    const { nodes, report } = await importFixture('odd-codes.xml');
    expect(nodes('Project')[0]?.properties).toMatchObject({ name: 'XX-TEST-1-odd', hierarchy: null, status: null });
    expect(nodes('Project')[0]?.properties).toMatchObject({ defaultCurrency: null, language: null });
    expect(report.problems['bad-value']?.count).toBe(3);
  });

  it('counts a declared triangular activity', async () => {
    expect((await importFixture('complete.xml')).report.tallies.activities).toEqual({
      'declared triangular': 1,
      read: 1,
    });
  });
});

describe('dates', () => {
  it.each([
    ['XX-TEST-1-planned', '2024-01-01', '2024-12-31'],
    ['XX-TEST-1-bad', null, null],
    ['XX-TEST-1-backwards', '2024-05-01', '2023-05-01'],
    ['XX-TEST-1-none', null, null],
  ])('%s', async (identifier, start, end) => {
    const { nodes } = await importFixture('missing-dates.xml');
    const project = nodes('Project').find(({ properties }) => properties.iatiIdentifier === identifier);
    expect(project?.properties).toMatchObject({ start, end, firstDay: start, lastDay: end });
  });

  it('reports what is no date, and an end before the start', async () => {
    const { problems } = await importFixture('missing-dates.xml');
    expect(problems).toEqual(['13 bad-date', '14 missing-value', '15 bad-date', '16 unknown-code', '18 implausible']);
  });
});

describe('organisations', () => {
  it('tells references, old codes, internal codes and mere names apart', async () => {
    const { edges } = await importFixture('organisation-references.xml');
    const byName = expect.stringMatching(/^organisation:name-[0-9a-f]{24}$/);
    expect(edges('PARTICIPATES_IN').map(({ from, properties: { role } }) => [from, role])).toEqual([
      ['organisation:XM-DAC-41114', 'FUNDING'],
      ['organisation:CH-4', 'FUNDING'],
      [expect.stringMatching(/^organisation:own-[0-9a-f]{24}$/), 'FUNDING'],
      [expect.stringMatching(/^organisation:own-[0-9a-f]{24}$/), 'FUNDING'],
      [byName, 'IMPLEMENTING'],
      [byName, 'ACCOUNTABLE'],
    ]);
    expect(edges('PARTICIPATES_IN')[4]?.from).toBe(edges('PARTICIPATES_IN')[5]?.from);
  });

  it('gives each reference the identifier it stands for, and mere names none', async () => {
    const { nodes } = await importFixture('organisation-references.xml');
    const ids = nodes('Identifier').map(({ id }) => id);
    expect(ids).toEqual([
      'identifier:IATI|XX-TEST-1-references',
      'identifier:ORG_ID|XX-TEST-1',
      'identifier:ORG_ID|XM-DAC-41114',
      'identifier:ORG_ID|CH-4',
      'identifier:PUBLISHER_INTERNAL|XX-TEST-1:00141',
      'identifier:PUBLISHER_INTERNAL|XX-TEST-1:a/b c',
    ]);
  });

  it('reports an organisation without reference and name, and a role that is none', async () => {
    const { problems } = await importFixture('organisation-references.xml');
    expect(problems).toEqual(['12 missing-value', '13 unknown-code', '14 missing-value']);
  });

  it('uses the organisation of the graph that owns the reference, whatever its id', async () => {
    const { edges, nodes } = await importFixture('organisation-references.xml', {
      'ORG_ID|XM-DAC-41114': 'organisation:undp',
    });
    expect(edges('PARTICIPATES_IN')[0]?.from).toBe('organisation:undp');
    expect(nodes('Organisation').find(({ id }) => id === 'organisation:undp')?.isReference).toBe(true);
    const names = nodes('Name').filter(({ links }) => links?.[0]?.to === 'organisation:undp');
    expect(names.map(({ isReference }) => isReference)).toEqual([true]);
  });

  it('does not follow an identifier to something that is no organisation', async () => {
    const { edges } = await importFixture('organisation-references.xml', { 'ORG_ID|XM-DAC-41114': 'country:KZ' });
    expect(edges('PARTICIPATES_IN')[0]?.from).toBe('organisation:XM-DAC-41114');
  });

  it('only refers to organisations: who describes them properly is left alone', async () => {
    const { nodes } = await importFixture('complete.xml');
    expect(nodes('Organisation').map(({ id, isReference, properties }) => [id, isReference, properties])).toEqual([
      ['organisation:XX-TEST-1', true, { name: 'Agency for Examples', kind: 'GOVERNMENT', isPhantom: true }],
      ['organisation:YY-REG-7', true, { name: 'Builders', kind: 'NGO', isPhantom: true }],
    ]);
  });

  it('joins the same organisation in the same role once, with both places as statements', async () => {
    const { edges } = await importFixture('complete.xml');
    const implementing = edges('PARTICIPATES_IN').filter(({ properties }) => properties.role === 'IMPLEMENTING');
    expect(implementing.map(({ id }) => id)).toEqual([
      'participates-in:organisation:YY-REG-7|IMPLEMENTING|activity:XX-TEST-1-b',
    ]);
    expect(implementing[0]?.statements.map(({ locator }) => locator)).toEqual([
      'line 23, participating-org',
      'line 24, participating-org',
    ]);
    expect(edges('REPORTED_BY').map(({ from, to }) => [from, to])).toEqual([
      ['activity:XX-TEST-1-b', 'organisation:XX-TEST-1'],
    ]);
  });

  it('makes no organisation of a channel category', async () => {
    const { edges, nodes, report } = await importFixture('channel-category.xml');
    expect(edges('DELIVERED_THROUGH').map(({ to, properties }) => [to, properties])).toEqual([
      ['channel:22000', { role: 'IMPLEMENTING' }],
      ['channel:44000', { role: 'IMPLEMENTING' }],
    ]);
    expect(nodes('ChannelCategory').map(({ properties }) => properties)).toEqual([
      { code: '22000', name: 'Donor country-based NGO' },
      { code: '44000', name: 'World Bank Group (WB)' },
    ]);
    expect(nodes('Organisation').map(({ id }) => id)).toEqual(['organisation:XX-TEST-1', 'organisation:XM-DAC-41114']);
    expect(nodes('Transaction')[0]?.links).toEqual([{ type: 'MADE_IN', to: 'activity:XX-TEST-1-channels' }]);
    expect(report.tallies['participating organisations, IMPLEMENTING']).toEqual({
      'channel category': 2,
      'organisation by reference': 1,
    });
  });

  it('calls an organisation by its name, where one place gives its code alone', async () => {
    const { nodes } = await importText(`<iati-activities version="2.03"><iati-activity>
      <iati-identifier>XX-TEST-1-named</iati-identifier>
      <reporting-org ref="XX-TEST-1" type="10"><narrative>Agency for Examples</narrative></reporting-org>
      <participating-org ref="JP-8" role="1" type="10"/>
      <transaction><transaction-type code="2"/><transaction-date iso-date="2020-01-01"/>
        <value currency="JPY" value-date="2020-01-01">5</value>
        <provider-org ref="JP-8"><narrative>Japan International Cooperation Agency</narrative></provider-org>
        <receiver-org ref="XX-TEST-1"><narrative>Another name</narrative></receiver-org></transaction>
    </iati-activity></iati-activities>`);
    expect(nodes('Organisation').map(({ properties: { name } }) => name)).toEqual([
      'Agency for Examples',
      'Japan International Cooperation Agency',
    ]);
  });

  it('reads no name of an official', async () => {
    const { records, report, nodes } = await importFixture('officials.xml');
    expect(JSON.stringify([records, report])).not.toMatch(/placeholder/i);
    expect(nodes('Name').map(({ properties }) => properties.value)).toContain('Ministry of Examples');
    expect(nodes('Transaction')[0]?.properties.providerName).toBe('Ministry of Examples');
    expect(report.loss['dropped for privacy']).toEqual({ 'contact-info': 1 });
  });
});

describe('recipients, sectors and goals', () => {
  it('makes recipient countries beneficiaries, with the share as published', async () => {
    const { edges } = await importFixture('complete.xml');
    const beneficiaries = edges('PARTICIPATES_IN').filter(({ from }) => from.startsWith('country:'));
    expect(beneficiaries.map(({ id, properties }) => [id, properties])).toEqual([
      ['participates-in:country:KZ|BENEFICIARY|activity:XX-TEST-1-b', { role: 'BENEFICIARY', percentage: '60' }],
      ['participates-in:country:AF|BENEFICIARY|activity:XX-TEST-1-b', { role: 'BENEFICIARY', percentage: '15.50' }],
    ]);
  });

  it('names countries by the file, else by the code list, and only refers to them', async () => {
    const { nodes } = await importFixture('complete.xml');
    expect(nodes('Country').map(({ properties, isReference }) => [properties, isReference])).toEqual([
      [{ code: 'KZ', name: 'Kazakhstan' }, true],
      [{ code: 'AF', name: 'Afghanistan' }, true],
    ]);
  });

  it.each([
    [{}, 'region:dac-619'],
    [{ 'DAC_REGION|619': 'region:central-asia' }, 'region:central-asia'],
    [{ 'UN_M49|619': 'region:central-asia' }, 'region:dac-619'],
  ])('finds the region of the graph: %j', async (owners, expected) => {
    const { edges } = await importFixture('complete.xml', owners);
    expect(edges('IN_REGION').map(({ to, properties }) => [to, properties])).toEqual([
      [expected, { percentage: '24.5' }],
    ]);
  });

  it('keeps regions and sectors of the publisher apart from those of others', async () => {
    const { edges } = await importFixture('odd-codes.xml');
    expect(edges('IN_REGION').map(({ to }) => to)).toEqual([
      'region:m49-143',
      expect.stringMatching(/^region:own-[0-9a-f]{24}$/),
    ]);
    const sectors = (await importFixture('complete.xml')).edges('IN_SECTOR');
    expect(sectors.map(({ to, properties: { vocabulary } }) => [to, vocabulary])).toEqual([
      ['sector:21020', '1'],
      ['sector:210', '2'],
      [expect.stringMatching(/^sector:own-[0-9a-f]{24}$/), '99'],
    ]);
  });

  it('adds the parts of a sector that is given in parts, and keeps the first of what is merely repeated', async () => {
    const { edges, report } = await importFixture('odd-codes.xml');
    expect(edges('IN_SECTOR').map(({ to, properties: { percentage } }) => [to, percentage])).toEqual([
      ['sector:15110', '99.9'],
      ['sector:15150', '100'],
    ]);
    expect(report.problems.repeated?.count).toBe(2);
  });

  it('joins goals once, whether given as sector or as tag', async () => {
    const { edges } = await importFixture('complete.xml');
    expect(
      edges('CONTRIBUTES_TO').map(({ to, properties: { target }, statements }) => [to, target, statements.length]),
    ).toEqual([
      ['goal:9', '9.1', 2],
      ['goal:11', null, 1],
      ['goal:3', '3.b', 1],
    ]);
  });

  it('reports codes that are none', async () => {
    const { report, edges } = await importFixture('odd-codes.xml');
    expect(report.problems['unknown-code']?.examples.map(({ line }) => line)).toEqual([4, 5, 16]);
    expect(report.problems['unknown-code']?.count).toBe(4);
    expect(edges('CONTRIBUTES_TO')).toEqual([]);
    expect(edges('PARTICIPATES_IN').map(({ from, properties }) => [from, properties.percentage])).toEqual([
      ['country:KZ', null],
    ]);
  });
});

describe('transactions', () => {
  it('keeps the exact amount, in its own currency or else the default', async () => {
    const { nodes } = await importFixture('transactions.xml');
    expect(
      nodes('Transaction').map(({ properties: { type, amount, currency, date } }) => [type, amount, currency, date]),
    ).toEqual([
      ['DISBURSEMENT', '-326', 'EUR', '2024-01-01'],
      ['DISBURSEMENT', '-326', 'EUR', '2024-01-01'],
      ['EXPENDITURE', '12345678901234567890.1', 'KRW', null],
      ['OUTGOING_COMMITMENT', '1500', 'EUR', null],
    ]);
  });

  it('keeps two that are equal apart, by the same ids each time', async () => {
    const once = (await importFixture('transactions.xml')).nodes('Transaction').map(({ id }) => id);
    const again = (await importFixture('transactions.xml')).nodes('Transaction').map(({ id }) => id);
    expect(new Set(once).size).toBe(4);
    expect(again).toEqual(once);
  });

  it('reports those without type, amount or currency and leaves them out', async () => {
    const { report } = await importFixture('transactions.xml');
    expect(report.tallies.transactions).toEqual({ read: 12, kept: 4, 'kept, negative': 2 });
    expect(Object.entries(report.problems).map(([kind, { count }]) => [kind, count])).toEqual([
      ['missing-value', 5],
      ['bad-value', 2],
      ['bad-date', 1],
      ['unknown-code', 1],
    ]);
  });

  it('says who gave and received, when, and whether it is humanitarian', async () => {
    const { nodes } = await importFixture('complete.xml');
    expect(nodes('Transaction')[0]).toMatchObject({
      properties: {
        type: 'DISBURSEMENT',
        amount: '1500.5',
        currency: 'EUR',
        valueDate: '2024-02-11',
        date: '2024-02-10',
        isHumanitarian: true,
        providerName: 'Agency for Examples',
        receiverName: 'Builders',
        providerActivityRef: null,
        receiverActivityRef: null,
      },
      links: [
        { type: 'MADE_IN', to: 'activity:XX-TEST-1-b' },
        { type: 'PROVIDED_BY', to: 'organisation:XX-TEST-1' },
        { type: 'RECEIVED_BY', to: 'organisation:YY-REG-7' },
      ],
    });
  });
});

describe('links between activities', () => {
  it('makes no link of an activity to itself', async () => {
    const { nodes, report } = await importFixture('own-activity-link.xml');
    const links = nodes('Transaction').map(({ links }) => links?.filter(({ type }) => type.endsWith('ACTIVITY')));
    expect(links).toEqual([
      [],
      [{ type: 'FROM_ACTIVITY', to: 'activity:XX-TEST-1-later' }],
      [{ type: 'TO_ACTIVITY', to: 'activity:YY-REG-7-unpublished' }],
    ]);
    expect(nodes('Transaction')[0]?.properties.providerActivityRef).toBe('XX-TEST-1-own');
    expect(report.tallies['transactions, provider-activity-id']).toEqual({
      'own activity': 1,
      'another, in the file': 1,
      'another, not in the file': 0,
    });
    expect(report.tallies['transactions, receiver-activity-id']).toEqual({
      'own activity': 1,
      'another, in the file': 0,
      'another, not in the file': 1,
    });
  });

  it('refers to the activities it names, and does not take the place of those that are published', async () => {
    const { records, edges } = await importFixture('own-activity-link.xml');
    const [own, later] = records.map(({ facts }) => facts.find(({ id }) => id === 'activity:XX-TEST-1-later'));
    expect(own).toMatchObject({ isReference: true, properties: { isPhantom: true, name: 'XX-TEST-1-later' } });
    expect(later).toMatchObject({ properties: { isPhantom: false, name: 'Later in the file' } });
    expect(later).not.toHaveProperty('isReference');
    expect(edges('RELATED_TO').map(({ to, properties }) => [to, properties.kind])).toEqual([
      ['activity:XX-TEST-1-later', 'CHILD'],
    ]);
  });

  it('reports relations to itself, of unknown kind and to nothing', async () => {
    const { problems } = await importFixture('own-activity-link.xml');
    expect(problems).toEqual(['22 self-reference', '24 unknown-code', '25 missing-value']);
  });
});

describe('identifiers', () => {
  it('keeps the first of two activities with the same identifier, and none without', async () => {
    const { records, nodes, problems, report } = await importFixture('duplicate-identifier.xml');
    expect(records.map(({ id }) => id)).toEqual(['iati:XX-TEST-1-twice']);
    expect(nodes('Project')[0]?.properties.name).toBe('The first');
    expect(problems).toEqual(['7 duplicate-identifier', '12 missing-identifier']);
    expect(report.records).toEqual({ read: 3, skipped: 2, written: 1, unchanged: 0 });
  });
});

describe('long values', () => {
  it('cuts names and descriptions, keeps too long references out of ids, and says so', async () => {
    const { facts, nodes, problems } = await importFixture('long-values.xml');
    const strings = facts.flatMap(({ id, properties }) => [id, ...Object.values(properties)]).map(String);
    expect(Math.max(...strings.map(({ length }) => length))).toBe(4_000);
    expect(nodes('Organisation').map(({ properties }) => String(properties.name).length)).toEqual([1_000]);
    expect(new Set(problems.map((problem) => problem.split(' ')[1]))).toEqual(new Set(['too-long']));
  });
});

describe('loss', () => {
  it('counts what the model does not hold, and nothing of what it holds', async () => {
    const { report } = await importFixture('complete.xml');
    expect(report.loss).toEqual({
      'elements the model does not hold': {
        'description (further texts)': 1,
        'tag (vocabulary 99)': 1,
        'policy-marker': 1,
        budget: 1,
      },
    });
  });
});
