import { describe, expect, it } from 'vitest';
import { iatiActivity } from '../../../src/export/iati/iati-activity.ts';
import { iatiFile } from '../../../src/export/iati/iati-file.ts';
import type { OwnActivity } from '../../../src/export/iati/own-activity.ts';
import { cameBack, heldIn, importText } from '../../support/iati-round-trip.ts';
import { readXml } from '../../support/read-xml.ts';
import { faultsOf, HAS_IATI_SCHEMA } from '../../support/validate-iati.ts';
import { activity, actor, PUBLISHER } from './sample-activity.ts';

const TODAY = '2025-06-15';
const IDENTIFIERS = new Map([
  ['activity:seminar', 'KZ-BIN-000000000000-seminar'],
  ['activity:programme', 'KZ-BIN-000000000000-programme'],
]);
const CONTEXT = {
  publisher: PUBLISHER,
  today: TODAY,
  changedAt: '2025-06-14T10:00:00Z',
  identifierOf: (id: string) => IDENTIFIERS.get(id),
};

async function publish(...activities: readonly OwnActivity[]) {
  const published = activities.map((each) => iatiActivity(each, IDENTIFIERS.get(each.id) ?? each.id, CONTEXT));
  let xml = '';
  async function* all() {
    for (const each of published) yield each.xml;
  }
  for await (const chunk of iatiFile('2025-06-15T12:00:00Z', all())) xml += chunk;
  return { xml, notes: published.flatMap(({ notes }) => notes.map(({ kind }) => kind)) };
}

/** An activity with all that IATI has a place for. */
const RICH = activity({
  titles: [
    { value: 'Seminar on <water> & "energy"', language: 'en' },
    { value: 'Су және энергия семинары', language: 'kk' },
    { value: 'Семинар о воде', language: 'ru' },
  ],
  description: 'Two days. For the region’s engineers.',
  status: 'FINALISING',
  start: '2024-03-01',
  end: '2025-02',
  isTriangular: true,
  collaborationType: '1',
  defaultCurrency: 'USD',
  defaultFlowType: '10',
  defaultFinanceType: '110',
  defaultAidType: 'D02',
  participants: [
    { ...actor(PUBLISHER.id, 'An agency'), role: 'IMPLEMENTING' },
    { ...actor('organisation:undp', 'UNDP', { kind: 'UN_BODY', ref: 'XM-DAC-41114' }), role: 'FUNDING' },
    { ...actor('organisation:ministry', 'A ministry', { kind: 'GOVERNMENT' }), role: 'ACCOUNTABLE' },
  ],
  recipients: [
    { code: 'KG', name: 'Kyrgyzstan', percentage: '33.3' },
    { code: 'TJ', name: 'Tajikistan', percentage: '66.7' },
  ],
  sectors: [
    { code: '14010', vocabulary: '1', name: 'Water', percentage: '40' },
    { code: '23110', vocabulary: '1', name: 'Energy', percentage: '60' },
    { code: 'W1', vocabulary: '99', name: 'Own code', percentage: '100' },
  ],
  goals: [
    { number: 6, target: null },
    { number: 7, target: '7.b' },
  ],
  wholes: ['activity:programme'],
  transactions: [
    {
      type: 'DISBURSEMENT',
      amount: '-1500.25',
      currency: 'KZT',
      date: '2024-05-01',
      valueDate: '2024-05-02',
      isHumanitarian: false,
      provider: actor('organisation:undp', 'UNDP', { kind: 'UN_BODY', ref: 'XM-DAC-41114' }),
      providerName: 'UNDP',
      providerActivityRef: 'XM-DAC-41114-7',
      receiver: null,
      receiverName: 'A ministry',
      receiverActivityRef: null,
    },
  ],
});
const PROGRAMME = activity({ id: 'activity:programme', kind: 'PROGRAMME', parts: ['activity:seminar'] });

const CHECKED = HAS_IATI_SCHEMA ? '' : ' (well-formed only: ../shared/data is not there)';

describe('an activity as IATI', () => {
  it(`fits the schema of IATI 2.03${CHECKED}`, async () => {
    const { xml } = await publish(RICH, PROGRAMME, activity({ id: 'activity:bare' }));
    expect(await faultsOf(xml)).toEqual([]);
  });

  it.each([
    [RICH, 3],
    [PROGRAMME, 1],
  ])('comes back through the importer', async (held, hierarchy) => {
    const { xml } = await publish(RICH, PROGRAMME);
    const imported = await importText(xml);
    expect(imported.problems).toEqual([]);
    const back = cameBack(imported, IDENTIFIERS.get(held.id) ?? '');
    expect(back).toEqual(heldIn(held, PUBLISHER, TODAY, hierarchy, IDENTIFIERS));
  });

  it('says that it is triangular, whatever it was called before', async () => {
    const { xml } = await publish(RICH);
    expect(readXml(xml).find(({ name }) => name === 'collaboration-type')?.attributes.code).toBe('8');
  });

  it('makes up no shares, and says that they are missing', async () => {
    const recipients = ['KG', 'TJ'].map((code) => ({ code, name: code, percentage: null }));
    const { xml, notes } = await publish(activity({ recipients }));
    const countries = readXml(xml).filter(({ name }) => name === 'recipient-country');
    expect(countries.map(({ attributes }) => attributes)).toEqual([{ code: 'KG' }, { code: 'TJ' }]);
    expect(notes).toContain('shares-missing');
  });

  it('says that shares do not add up', async () => {
    const recipients = [{ code: 'KG', name: 'Kyrgyzstan', percentage: '60' }];
    expect((await publish(activity({ recipients }))).notes).toContain('shares-not-100');
    expect((await publish(RICH)).notes).not.toContain('shares-not-100');
  });

  it('names no region beside the countries in it', async () => {
    const regions = [{ code: '619', vocabulary: '1' as const, name: 'Central Asia', percentage: null }];
    const recipients = [{ code: 'TJ', name: 'Tajikistan', percentage: null }];
    const named = async (more: Partial<OwnActivity>) =>
      readXml((await publish(activity(more))).xml).filter(({ name }) => name === 'recipient-region').length;
    expect(await named({ regions })).toBe(1);
    expect(await named({ regions, recipients })).toBe(0);
  });

  it('tells of roles that IATI does not have in a description of its own', async () => {
    const partner = { ...actor('organisation:tika', 'TIKA'), role: 'PARTNER' as const };
    const { xml, notes } = await publish(activity({ participants: [...RICH.participants, partner] }));
    const texts = readXml(xml).filter(({ name, within }) => name === 'narrative' && within.at(-1) === 'description');
    expect(texts.at(-1)?.text).toBe('Also takes part, in a role that IATI has no code for: TIKA (partner).');
    expect(notes).toContain('role-unknown-to-iati');
  });

  it('writes a date that is less exact than a day beside the day', async () => {
    const { xml } = await publish(activity({ start: '2024' }));
    const elements = readXml(xml);
    expect(elements.find(({ name }) => name === 'activity-date')?.attributes).toEqual({
      type: '2',
      'iso-date': '2024-01-01',
    });
    expect(elements.find(({ within }) => within.at(-1) === 'activity-date')?.text).toBe('2024');
  });

  it('names related activities only where they are published', async () => {
    const { xml, notes } = await publish(activity({ wholes: ['activity:elsewhere'] }));
    expect(readXml(xml).filter(({ name }) => name === 'related-activity')).toEqual([]);
    expect(notes).toContain('related-activity-not-published');
  });

  it.each([
    ['2023', '2023-01-01'],
    ['2023-05', '2023-05-01'],
    ['2023-23', '2023-09-01'],
    ['2023-05-17~', '2023-05-17'],
  ])('writes a transaction of %s with the day %s, and says so', async (date, day) => {
    const transactions = RICH.transactions.map((each) => ({ ...each, date, valueDate: null }));
    const { xml, notes } = await publish(activity({ transactions }));
    expect(await faultsOf(xml)).toEqual([]);
    const elements = readXml(xml);
    expect(elements.find(({ name }) => name === 'transaction-date')?.attributes['iso-date']).toBe(day);
    expect(elements.find(({ name }) => name === 'value')?.attributes['value-date']).toBe(day);
    const told = elements.find(({ within }) => within.slice(-2).join() === 'transaction,description');
    expect(told?.text).toBe(`Date as published: ${date}`);
    expect(notes).toContain('transaction-date-less-exact-than-a-day');
    const imported = await importText(xml);
    expect(imported.problems).toEqual([]);
    expect(imported.nodes('Transaction').map(({ properties }) => properties.date)).toEqual([day]);
  });

  it('says nothing of a transaction whose day is known', async () => {
    const { xml, notes } = await publish(RICH);
    expect(xml).not.toContain('Date as published');
    expect(notes).not.toContain('transaction-date-less-exact-than-a-day');
  });

  it('leaves out a transaction whose day nobody knows, and says so', async () => {
    const transactions = RICH.transactions.map((each) => ({ ...each, date: null }));
    const { xml, notes } = await publish(activity({ transactions }));
    expect(readXml(xml).filter(({ name }) => name === 'transaction')).toEqual([]);
    expect(notes).toContain('transaction-without-date');
  });
});
