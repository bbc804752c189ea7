import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '../../../src/domain/fact.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, type Asked, startApi } from '../../support/api.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, write } from '../../support/test-records.ts';

const project = (name: string, firstDay: string | null, lastDay: string | null, status: string | null = null) =>
  node('Project', `activity:${name}`, {
    properties: { name, firstDay, lastDay, start: firstDay, end: lastDay, status },
  });
const takesPart = (actor: string, activity: string, role: string, percentage: string | null = null): Fact => ({
  ...edge('PARTICIPATES_IN', actor, `activity:${activity}`, { role }),
  properties: { role, percentage },
});
const transaction = (id: string, activity: string, properties: Record<string, string | null>) =>
  node('Transaction', `transaction:${id}`, {
    properties: { date: null, valueDate: null, currency: 'USD', ...properties },
    links: [{ type: 'MADE_IN', to: `activity:${activity}` }],
  });

/** What the agency does: one thing long over, one that goes on, one without dates. Eternity spans three centuries. */
const FACTS: Fact[] = [
  ...['KG', 'TJ'].map((code) => node('Country', `country:${code}`)),
  ...['agency', 'helper', 'newcomer', 'office', 'eternal'].map((name) => node('Organisation', `organisation:${name}`)),
  node('Region', 'region:central-asia'),
  ...['112', '11220'].map((code) => node('Sector', `sector:${code}`, { properties: { name: code, code } })),
  edge('BELONGS_TO', 'organisation:office', 'country:KG'),
  edge('IN_REGION', 'country:KG', 'region:central-asia'),
  edge('IN_SECTOR', 'sector:11220', 'sector:112'),

  project('school', '2019-03-01', '2020-10-31'),
  takesPart('organisation:agency', 'school', 'FUNDING'),
  takesPart('organisation:helper', 'school', 'IMPLEMENTING'),
  takesPart('country:KG', 'school', 'BENEFICIARY', '60'),
  takesPart('country:TJ', 'school', 'BENEFICIARY', '40'),
  edge('IN_SECTOR', 'activity:school', 'sector:11220'),
  transaction('school-1', 'school', { type: 'OUTGOING_COMMITMENT', amount: '100.01', date: '2019-02-01' }),
  transaction('school-2', 'school', { type: 'DISBURSEMENT', amount: '30', date: '2020-01-01' }),
  transaction('school-3', 'school', { type: 'EXPENDITURE', amount: '-0.5', valueDate: '2020-01-01' }),
  transaction('school-4', 'school', { type: 'EXPENDITURE', amount: '7', currency: 'KZT', date: '2020' }),
  transaction('school-5', 'school', { type: 'INCOMING_FUNDS', amount: '9', date: '2018-01-01' }),
  transaction('school-6', 'school', { type: 'DISBURSEMENT', amount: '1' }),

  project('network', '2022-01-01', null, 'ONGOING'),
  project('advice', '2022-05-01', null, 'CLOSED'),
  ...['network', 'advice'].map((name) => takesPart('organisation:agency', name, 'PARTNER')),
  takesPart('organisation:helper', 'network', 'PARTNER'),
  takesPart('organisation:newcomer', 'network', 'PARTNER'),
  takesPart('organisation:newcomer', 'advice', 'PARTNER'),
  takesPart('organisation:office', 'advice', 'HOST'),

  project('idea', null, null),
  takesPart('organisation:agency', 'idea', 'FUNDING'),
  transaction('idea-1', 'idea', { type: 'OUTGOING_COMMITMENT', amount: '5', date: '2024-01-01' }),

  project('eternity', '1900-01-01', '2200-12-31'),
  takesPart('organisation:eternal', 'eternity', 'IMPLEMENTING'),
];

describe('a timeline', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    await write(graph, record('timeline', ...FACTS));
    api = await startApi(graph);
  });
  beforeEach(() => vi.useFakeTimers({ now: new Date('2023-06-30T12:00:00Z'), toFake: ['Date'] }));
  afterEach(() => vi.useRealTimers());
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const ask = (filter: object, first = 100): Promise<Asked> =>
    api.ask(
      `query ($filter: TimelineFilter, $first: Int) { timeline(filter: $filter, first: $first) { truncated undatedActivities
        years { year starting running ending newPartners commitments { value currency } spending { value currency } activities(first: 1) { id kind } } } }`,
      { filter, first },
    );
  const agency = { actors: ['organisation:agency'] };
  const money = (amounts: Answer) => amounts.map(({ value, currency }: Answer) => `${value} ${currency}`).join(' + ');

  /** Years as `year starting/running/ending new, committed, spent`. */
  async function years(filter: object, first?: number): Promise<string[]> {
    const { data, errors } = await ask(filter, first);
    expect(errors).toBeUndefined();
    return data.timeline.years.map(
      ({ year, starting, running, ending, newPartners, commitments, spending }: Answer) =>
        `${year} ${starting}/${running}/${ending} ${newPartners}, ${money(commitments)}, ${money(spending)}`,
    );
  }

  it('tells of each year what happened in it, up to what goes on and to the last money', async () => {
    expect(await years(agency)).toEqual([
      '2019 1/1/0 3, 100.01 USD, ',
      '2020 0/1/1 0, , 7 KZT + 29.5 USD',
      '2021 0/0/0 0, , ',
      '2022 2/2/0 2, , ',
      '2023 0/1/0 0, , ',
      '2024 0/0/0 0, 5 USD, ',
    ]);
    expect((await ask(agency)).data.timeline).toMatchObject({ truncated: false, undatedActivities: 1 });
  });

  it('shows only the years asked for, and still knows who was there before', async () => {
    expect(await years({ ...agency, years: { from: 2022, to: 2022 } })).toEqual(['2022 2/2/0 2, , ']);
    expect(await years({ ...agency, years: { from: 2021, to: 2021 } })).toEqual([]);
  });

  it.each([
    [{ recipients: ['country:KG'] }, ['2019 1/1/0 4, 60.01 USD, ', '2020 0/1/1 0, , 4.2 KZT + 17.7 USD']],
    [{ recipients: ['region:central-asia'] }, ['2019 1/1/0 4, 60.01 USD, ', '2020 0/1/1 0, , 4.2 KZT + 17.7 USD']],
    [{ sectors: ['sector:112'] }, ['2019 1/1/0 4, 100.01 USD, ', '2020 0/1/1 0, , 7 KZT + 29.5 USD']],
    [{ actors: ['organisation:agency', 'organisation:office'] }, ['2022 1/1/0 1, , ']],
    [{ actors: ['country:KG'], roles: ['HOST'] }, ['2022 1/1/0 2, , ']],
    [{ actors: ['country:KG', 'organisation:agency'], roles: ['FUNDING', 'HOST'] }, []],
    [{ ...agency, basis: ['INFERRED'] }, []],
  ])('of %j is %j', async (filter, expected) => {
    expect(await years(filter)).toEqual(expected);
  });

  it('stops after as many years as were asked for, and says so', async () => {
    const eternal = { actors: ['organisation:eternal'] };
    const { data } = await ask(eternal);
    expect(data.timeline).toMatchObject({ truncated: true });
    expect(data.timeline.years).toHaveLength(100);
    expect([data.timeline.years.at(0).year, data.timeline.years.at(-1).year]).toEqual([1900, 1999]);
    expect((await ask({ ...eternal, years: { from: 2200 } })).data.timeline).toMatchObject({
      truncated: false,
      years: [{ year: 2200, running: 1, ending: 1 }],
    });
  });

  it('lists the activities that start, by id, and takes as many round trips for many years as for one', async () => {
    const one = await ask(agency, 1);
    const all = await ask(agency);
    expect(all.data.timeline.years.map(({ activities }: Answer) => activities)).toEqual([
      [{ id: 'activity:school', kind: 'PROJECT' }],
      [],
      [],
      [{ id: 'activity:advice', kind: 'PROJECT' }],
      [],
      [],
    ]);
    // The ids of the filter, years, money, new partners, activities.
    expect([one.statements.length, all.statements.length]).toEqual([5, 5]);
  });

  it('of everything takes no filter', async () => {
    const { data, errors } = await api.ask('{ timeline(first: 1) { truncated years { year running } } }');
    expect(errors).toBeUndefined();
    expect(data.timeline).toEqual({ truncated: true, years: [{ year: 1900, running: 1 }] });
  });

  it.each([
    [{ actors: [] }, 'BAD_USER_INPUT', 'filter.actors: got an empty list'],
    [{ actors: ['country:XX'] }, 'NOT_FOUND', 'filter.actors: no record has the id country:XX'],
    [{ actors: ['activity:idea'] }, 'BAD_USER_INPUT', 'expected one of COUNTRY, ORGANISATION'],
    [{ actors: ['country:KG', 'country:KG'] }, 'BAD_USER_INPUT', 'filter.actors: got country:KG twice'],
    [{ roles: ['HOST'] }, 'BAD_USER_INPUT', 'filter.roles: these are the roles of filter.actors'],
    [{ recipients: ['organisation:agency'] }, 'BAD_USER_INPUT', 'expected one of COUNTRY, REGION'],
    [{ sectors: ['region:central-asia'] }, 'BAD_USER_INPUT', 'expected one of SECTOR'],
    [{ basis: [] }, 'BAD_USER_INPUT', 'filter.basis: got an empty list'],
    [{ years: { from: 2021, to: 2020 } }, 'BAD_USER_INPUT', 'filter.years: from 2021 is later'],
    [{ years: { to: 2201 } }, 'BAD_USER_INPUT', 'filter.years.to: got 2201'],
  ])('of %j is refused', async (filter, code, message) => {
    const { errors } = await ask(filter);
    expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(message) }]);
  });

  it.each([0, 101])('of %i years is refused', async (first) => {
    const { errors } = await ask(agency, first);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
