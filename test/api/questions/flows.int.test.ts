import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_BASIS } from '../../../src/domain/default-basis.ts';
import type { Fact } from '../../../src/domain/fact.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { readFlows } from '../../../src/graph/queries/flows/read-flows.ts';
import { type Answer, type Api, type Asked, startApi } from '../../support/api.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, statement, write } from '../../support/test-records.ts';

const inferred = [statement('somebody may think so', { basis: 'INFERRED', rule: 'a guess' })];
const recipient = (country: string, activity: string, percentage: string | null = null): Fact => ({
  ...edge('PARTICIPATES_IN', country, activity, { role: 'BENEFICIARY' }),
  properties: { role: 'BENEFICIARY', percentage },
});
const sector = (activity: string, id: string, vocabulary: string | null, percentage: string | null = null): Fact =>
  edge('IN_SECTOR', activity, id, { properties: { vocabulary, percentage } });
const channel = (activity: string, code: string, role: string): Fact =>
  edge('DELIVERED_THROUGH', activity, `channel:${code}`, { role });
const transaction = (id: string, activity: string, properties: Record<string, string | null>, provider?: string) =>
  node('Transaction', `transaction:${id}`, {
    properties: { date: null, valueDate: null, currency: 'USD', ...properties },
    links: [
      { type: 'MADE_IN', to: `activity:${activity}` },
      ...(provider === undefined ? [] : [{ type: 'PROVIDED_BY' as const, to: provider }]),
    ],
  });

/**
 * Roads: 60 % to Kyrgyzstan and 40 % to Central Asia, in two purposes. Wells: two countries without shares, money by
 * value date from whoever funds it. Books: shares of 160 %, money from somebody who is no organisation. Talks: a promise with two funders.
 */
const FACTS: Fact[] = [
  ...['KG', 'TJ'].map((code) => node('Country', `country:${code}`)),
  ...['giver', 'other', 'office'].map((name) => node('Organisation', `organisation:${name}`)),
  ...['central-asia', 'asia'].map((name) => node('Region', `region:${name}`)),
  ...['112', '11220', '11230', 'own'].map((code) =>
    node('Sector', `sector:${code}`, { properties: { name: `Sector ${code}`, code } }),
  ),
  ...['22000', '23000'].map((code) =>
    node('ChannelCategory', `channel:${code}`, { properties: { code, name: `Channel ${code}` } }),
  ),
  node('Programme', 'activity:all'),
  ...['roads', 'wells', 'books'].map((name) => node('Project', `activity:${name}`)),
  edge('BELONGS_TO', 'organisation:office', 'country:KG'),
  edge('IN_REGION', 'country:KG', 'region:central-asia'),
  edge('IN_REGION', 'region:central-asia', 'region:asia'),
  ...['11220', '11230'].map((code) => edge('IN_SECTOR', `sector:${code}`, 'sector:112')),
  edge('PART_OF', 'activity:roads', 'activity:all'),

  recipient('country:KG', 'activity:roads', '60'),
  edge('IN_REGION', 'activity:roads', 'region:central-asia', { properties: { percentage: '40' } }),
  sector('activity:roads', 'sector:11220', '1', '33.33'),
  sector('activity:roads', 'sector:11230', '1'),
  sector('activity:roads', 'sector:112', '2', '100'),
  sector('activity:roads', 'sector:own', '99', '100'),
  channel('activity:roads', '22000', 'IMPLEMENTING'),
  channel('activity:roads', '23000', 'FUNDING'),
  { ...recipient('country:TJ', 'activity:roads', '40'), statements: inferred },
  { ...sector('activity:roads', 'sector:112', '1', '40'), id: 'in-sector:by-inference', statements: inferred },
  { ...edge('PARTICIPATES_IN', 'organisation:other', 'activity:roads', { role: 'FUNDING' }), statements: inferred },
  edge('PARTICIPATES_IN', 'organisation:giver', 'activity:roads', { role: 'IMPLEMENTING' }),
  edge('PARTICIPATES_IN', 'organisation:giver', 'activity:roads', { role: 'FUNDING' }),
  transaction('roads-1', 'roads', { type: 'DISBURSEMENT', amount: '100.01', date: '2020-05-01' }, 'organisation:giver'),
  transaction('roads-2', 'roads', { type: 'EXPENDITURE', amount: '0', date: '2021' }, 'organisation:office'),

  recipient('country:KG', 'activity:wells'),
  recipient('country:TJ', 'activity:wells'),
  sector('activity:wells', 'sector:11220', null),
  channel('activity:wells', '22000', 'IMPLEMENTING'),
  channel('activity:wells', '23000', 'IMPLEMENTING'),
  edge('PARTICIPATES_IN', 'organisation:other', 'activity:wells', { role: 'FUNDING' }),
  transaction('wells-1', 'wells', { type: 'DISBURSEMENT', amount: '50', date: '../2030', valueDate: '2022-02-03' }),

  recipient('country:KG', 'activity:books', '80'),
  recipient('country:TJ', 'activity:books', '80'),
  edge('PARTICIPATES_IN', 'organisation:other', 'activity:books', { role: 'FUNDING' }),
  transaction('books-1', 'books', {
    type: 'DISBURSEMENT',
    amount: '-10.005',
    currency: 'EUR',
    providerName: 'Recipient government',
  }),

  node('Project', 'activity:talks'),
  edge('PARTICIPATES_IN', 'organisation:giver', 'activity:talks', { role: 'FUNDING' }),
  edge('PARTICIPATES_IN', 'organisation:other', 'activity:talks', { role: 'FUNDING' }),
  transaction('talks-1', 'talks', { type: 'OUTGOING_COMMITMENT', amount: '7' }),
];

describe('flows', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    await write(graph, record('flows', ...FACTS));
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const ask = (groupBy: readonly string[], filter: object = {}, more: object = {}): Promise<Asked> =>
    api.ask(
      `query ($filter: FlowFilter, $groupBy: [FlowDimension!]!, $measure: FlowMeasure!, $first: Int) {
        flows(filter: $filter, groupBy: $groupBy, measure: $measure, first: $first) {
          measure transactionTypes groupedBy totalRows truncated shares { activitiesWithoutShares activitiesOverHundred }
          rows { keys { dimension value record { id kind } } amount { value currency } transactions activities } } }`,
      { filter, groupBy, measure: 'SPENDING', first: 100, ...more },
    );

  /** Rows as `key, key: amount currency`, currencies not repeated among the keys. */
  async function rows(groupBy: readonly string[], filter: object = {}, more: object = {}): Promise<string[]> {
    const { data, errors } = await ask(groupBy, filter, more);
    expect(errors).toBeUndefined();
    return data.flows.rows.map(({ keys, amount }: Answer) => {
      const values = keys.filter(({ dimension }: Answer) => dimension !== 'CURRENCY').map(({ value }: Answer) => value);
      return `${values.join(', ')}: ${amount.value} ${amount.currency}`;
    });
  }

  it('are sums by currency, however they are asked for', async () => {
    expect(await rows(['CURRENCY'])).toEqual([': -10.005 EUR', ': 150.01 USD']);
    const { data } = await ask(['YEAR']);
    expect(data.flows).toMatchObject({
      measure: 'SPENDING',
      transactionTypes: ['DISBURSEMENT', 'EXPENDITURE'],
      groupedBy: ['YEAR', 'CURRENCY'],
      totalRows: 4,
      truncated: false,
      shares: { activitiesWithoutShares: 0, activitiesOverHundred: 0 },
    });
    expect(await rows(['CURRENCY'], {}, { measure: 'PLEDGES' })).toEqual([]);
  });

  it('are those of the year of the own date, else of the value date', async () => {
    expect(await rows(['YEAR'])).toEqual([': -10.005 EUR', '2020: 100.01 USD', '2022: 50 USD', '2021: 0 USD']);
    expect(await rows(['YEAR'], { years: { from: 2021 } })).toEqual(['2022: 50 USD', '2021: 0 USD']);
    expect(await rows(['YEAR'], { years: { to: 2020 } })).toEqual(['2020: 100.01 USD']);
  });

  it('come from the provider, else from the only funder, and from nobody where the provider is no organisation', async () => {
    expect(await rows(['DONOR'])).toEqual([': -10.005 EUR', 'giver: 100.01 USD', 'other: 50 USD', 'office: 0 USD']);
    expect(await rows(['DONOR'], {}, { measure: 'COMMITMENTS' })).toEqual([': 7 USD']);
    expect(await rows(['DONOR'], { donors: ['organisation:other'] })).toEqual(['other: 50 USD']);
    expect(await rows(['DONOR'], { donors: ['country:KG'] })).toEqual(['office: 0 USD']);
  });

  it('go to recipients by their shares', async () => {
    expect(await rows(['RECIPIENT'])).toEqual([
      'TJ: -5.002 EUR',
      'KG: -5.003 EUR',
      'KG: 60.01 USD',
      ': 50 USD',
      'central-asia: 40 USD',
    ]);
    const { data } = await ask(['RECIPIENT']);
    expect(data.flows.shares).toEqual({ activitiesWithoutShares: 1, activitiesOverHundred: 1 });
  });

  it('go to sectors by their shares: purposes before categories, and no other code lists', async () => {
    expect(await rows(['SECTOR'])).toEqual([': -10.005 EUR', 'Sector 11220: 83.33 USD', 'Sector 11230: 66.68 USD']);
    expect(await rows(['SECTOR'], { sectors: ['sector:own'] })).toEqual([]);
  });

  it("by recipient and sector are each recipient's part by sectors", async () => {
    expect(await rows(['SECTOR', 'RECIPIENT'], { currencies: ['USD'] })).toEqual([
      'Sector 11220, : 50 USD',
      'Sector 11230, KG: 40.01 USD',
      'Sector 11230, central-asia: 26.67 USD',
      'Sector 11220, KG: 20 USD',
      'Sector 11220, central-asia: 13.33 USD',
    ]);
  });

  it.each([
    [{ recipients: ['country:KG'] }, [': -5.003 EUR', ': 60.01 USD']],
    [{ recipients: ['region:asia'] }, [': -5.003 EUR', ': 100.01 USD']],
    [{ recipients: ['country:TJ'] }, [': -5.002 EUR']],
    [{ sectors: ['sector:112'] }, [': 150.01 USD']],
    [{ sectors: ['sector:11230'], recipients: ['country:KG'] }, [': 40.01 USD']],
    [{ participants: ['country:KG'] }, [': -10.005 EUR', ': 150.01 USD']],
    [{ participants: ['organisation:giver'], recipients: ['country:KG', 'country:TJ'] }, [': 60.01 USD']],
    [{ activities: ['activity:all'] }, [': 100.01 USD']],
    [{ activities: ['activity:all', 'activity:roads', 'activity:wells'] }, [': 150.01 USD']],
    [{ currencies: ['EUR', 'XTS'] }, [': -10.005 EUR']],
    [{ currencies: ['XTS'] }, []],
    [{ years: {}, donors: null }, [': -10.005 EUR', ': 150.01 USD']],
  ])('where %j are %j', async (filter, expected) => {
    expect(await rows(['CURRENCY'], filter)).toEqual(expected);
  });

  it('pass through the category that implements, not through the one that funds', async () => {
    expect(await rows(['CHANNEL'], { currencies: ['USD'] })).toEqual(['22000 Channel 22000: 100.01 USD', ': 50 USD']);
  });

  it('are told by the roles of those asked about', async () => {
    expect(await rows(['ROLE'], { participants: ['organisation:giver'] })).toEqual([
      'FUNDING + IMPLEMENTING: 100.01 USD',
    ]);
    expect(await rows(['FLOW_TYPE', 'ROLE'], { participants: ['country:KG'], currencies: ['USD'] })).toEqual([
      'DISBURSEMENT, BENEFICIARY: 150.01 USD',
      'EXPENDITURE, BENEFICIARY: 0 USD',
    ]);
  });

  it('count distinct transactions and activities, and name the records', async () => {
    const { data } = await ask(['RECIPIENT', 'YEAR'], { recipients: ['country:KG'], years: { from: 2020, to: 2021 } });
    const keys = (year: string) => [
      { dimension: 'RECIPIENT', value: 'KG', record: { id: 'country:KG', kind: 'COUNTRY' } },
      { dimension: 'YEAR', value: year, record: null },
      { dimension: 'CURRENCY', value: 'USD', record: null },
    ];
    expect(data.flows.rows).toEqual([
      { keys: keys('2020'), amount: { value: '60.01', currency: 'USD' }, transactions: 1, activities: 1 },
      { keys: keys('2021'), amount: { value: '0', currency: 'USD' }, transactions: 1, activities: 1 },
    ]);
    const all = await ask(['CURRENCY'], { currencies: ['USD'] });
    expect(all.data.flows.rows).toMatchObject([{ transactions: 3, activities: 2 }]);
  });

  it('say when there are more rows than were asked for', async () => {
    const { data } = await ask(['RECIPIENT'], {}, { first: 2 });
    expect(data.flows.rows).toHaveLength(2);
    expect(data.flows).toMatchObject({ totalRows: 5, truncated: true });
  });

  it('take as many round trips for many rows as for one', async () => {
    const dimensions = ['RECIPIENT', 'SECTOR', 'DONOR', 'YEAR'];
    const one = await ask(dimensions, { participants: ['organisation:giver'] }, { first: 1 });
    const all = await ask(dimensions, { participants: ['organisation:giver'] });
    expect(all.data.flows.rows.length).toBeGreaterThan(1);
    // The ids of the filter, the transactions, the records of the rows.
    expect([one.statements.length, all.statements.length]).toEqual([3, 3]);
    expect((await ask(['YEAR'])).statements).toHaveLength(1);
  });

  it('of too many transactions are refused', async () => {
    const read = (most: number) =>
      readFlows(
        graph,
        { conditions: [], parameters: { basis: DEFAULT_BASIS } },
        { types: ['DISBURSEMENT'], donors: null, currencies: null, fromYear: null, toYear: null },
        new Set(),
        undefined,
        most,
      );
    expect(await read(3)).toHaveLength(3);
    await expect(read(2)).rejects.toMatchObject({
      code: 'LimitExceeded',
      message: expect.stringMatching(/^filter: more than 2 transactions fit.*narrow/),
    });
  });

  it.each([
    [['YEAR', 'DONOR', 'SECTOR', 'RECIPIENT', 'FLOW_TYPE'], {}, 'BAD_USER_INPUT', 'groupBy: got 5 dimensions'],
    [['YEAR', 'YEAR'], {}, 'BAD_USER_INPUT', 'groupBy: got YEAR twice'],
    [[], {}, 'BAD_USER_INPUT', 'groupBy: got an empty list'],
    [['ROLE'], {}, 'BAD_USER_INPUT', 'groupBy: ROLE is that of filter.participants'],
    [['YEAR'], { donors: [] }, 'BAD_USER_INPUT', 'filter.donors: got an empty list'],
    [['YEAR'], { donors: ['country:XX'] }, 'NOT_FOUND', 'filter.donors: no record has the id country:XX'],
    [['YEAR'], { donors: ['region:asia'] }, 'BAD_USER_INPUT', 'filter.donors: region:asia is of the kind REGION'],
    [['YEAR'], { recipients: ['organisation:giver'] }, 'BAD_USER_INPUT', 'expected one of COUNTRY, REGION'],
    [['YEAR'], { sectors: ['country:KG'] }, 'BAD_USER_INPUT', 'expected one of SECTOR'],
    [['YEAR'], { participants: ['activity:all'] }, 'BAD_USER_INPUT', 'expected one of COUNTRY, ORGANISATION'],
    [['YEAR'], { activities: ['country:KG'] }, 'BAD_USER_INPUT', 'expected one of PROGRAMME, EDITION, PROJECT'],
    [
      ['YEAR'],
      { recipients: ['country:KG', 'country:KG'] },
      'BAD_USER_INPUT',
      'filter.recipients: got country:KG twice',
    ],
    [['YEAR'], { years: { from: 2021, to: 2020 } }, 'BAD_USER_INPUT', 'filter.years: from 2021 is later'],
    [['YEAR'], { years: { from: 12 } }, 'BAD_USER_INPUT', 'filter.years.from: got 12'],
  ])('by %j of %j are refused', async (groupBy, filter, code, message) => {
    const { errors } = await ask(groupBy, filter);
    expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(message) }]);
  });

  it.each([0, 101])('of %i rows are refused', async (first) => {
    const { errors } = await ask(['YEAR'], {}, { first });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
