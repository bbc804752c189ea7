import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_BASIS } from '../../../../src/domain/default-basis.ts';
import type { FlowDimension } from '../../../../src/domain/flows/flow-dimension.ts';
import { FlowSums } from '../../../../src/domain/flows/flow-sums.ts';
import type { Graph } from '../../../../src/graph/open-graph.ts';
import { readFlows } from '../../../../src/graph/queries/flows/read-flows.ts';
import { sumFlows } from '../../../../src/graph/queries/flows/sum-flows.ts';
import { emptyGraph, openTestGraph } from '../../../support/seeded-graph.ts';
import { edge, node, record, write } from '../../../support/test-records.ts';

/** With no, one, two and more digits; the largest that are summed in hundredths, and those just beyond. */
const AMOUNTS = [
  ...['0', '7', '-7', '0.1', '-0.1', '0.01', '-0.01', '12.3', '-12.34', '0.005', '-10.005', '0.123456789012'],
  ...[
    '99999999999',
    '-9999999999',
    '100000000000',
    '-100000000000',
    '999999999999.9',
    '99999999999.9',
    '99999999999.99',
  ],
  ...['-99999999999.99', '100000000000.01', '9223372036854775807', '123456789012345678901234567890.12'],
];
const ACTIVITIES = ['one', 'two', 'three'];
const CURRENCIES = ['USD', 'EUR'];
const TYPES = ['DISBURSEMENT', 'EXPENDITURE'] as const;

const channel = (activity: string, code: string) =>
  edge('DELIVERED_THROUGH', `activity:${activity}`, `channel:${code}`, { role: 'IMPLEMENTING' });
const part = (actor: string, activity: string, role: 'FUNDING' | 'PARTNER') =>
  edge('PARTICIPATES_IN', `organisation:${actor}`, `activity:${activity}`, { role });

const FACTS = [
  ...ACTIVITIES.map((name) => node('Project', `activity:${name}`)),
  ...['giver', 'other'].map((name) => node('Organisation', `organisation:${name}`)),
  ...['10000', '20000'].map((code) =>
    node('ChannelCategory', `channel:${code}`, { properties: { code, name: `Channel ${code}` } }),
  ),
  ...[channel('one', '10000'), channel('two', '10000'), channel('two', '20000')],
  ...[part('giver', 'one', 'FUNDING'), part('giver', 'two', 'PARTNER'), part('giver', 'two', 'FUNDING')],
  part('other', 'three', 'PARTNER'),
  ...AMOUNTS.flatMap((amount, index) =>
    ACTIVITIES.map((activity, place) =>
      node('Transaction', `transaction:${index}-${activity}`, {
        properties: {
          amount,
          currency: CURRENCIES[(index + place) % 2] as string,
          type: TYPES[index % 3 === 0 ? 1 : 0],
          date: index % 4 === 0 ? null : `${2018 + (index % 3)}-01-01`,
          valueDate: null,
        },
        links: [{ type: 'MADE_IN', to: `activity:${activity}` }],
      }),
    ),
  ),
];

const GROUPINGS: readonly (readonly FlowDimension[])[] = [
  ['CURRENCY'],
  ['YEAR', 'CURRENCY'],
  ['DONOR', 'FLOW_TYPE', 'CURRENCY'],
  ['CHANNEL', 'CURRENCY'],
  ['ROLE', 'YEAR', 'CURRENCY'],
  ['CHANNEL', 'ROLE', 'FLOW_TYPE', 'CURRENCY'],
];

describe('sums made by the database', () => {
  let graph: Graph;
  const search = {
    conditions: [],
    parameters: { basis: DEFAULT_BASIS, participants: ['organisation:giver', 'organisation:other'] },
  };
  const criteria = { types: TYPES, donors: null, currencies: null, fromYear: null, toYear: null };

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    await write(graph, record('sums', ...FACTS));
  });

  afterAll(() => graph?.close());

  it.each(GROUPINGS.map((dimensions) => [dimensions]))('by %j are those of each transaction by itself', async (by) => {
    for (const asked of [criteria, { ...criteria, fromYear: 2019 }, { ...criteria, currencies: ['EUR'] }]) {
      const summed = new FlowSums(by, { RECIPIENT: null, SECTOR: null });
      const added = new FlowSums(by, { RECIPIENT: null, SECTOR: null });
      for (const group of await sumFlows(graph, search, asked, new Set(by))) summed.addGroup(group);
      for (const activity of await readFlows(graph, search, asked, new Set(by))) added.add(activity);
      expect(added.rows().length).toBeGreaterThan(0);
      expect(summed.rows()).toEqual(added.rows());
    }
  });

  it('take amounts as text only where hundredths do not do', async () => {
    const groups = await sumFlows(graph, search, criteria, new Set(['CURRENCY']));
    const others = groups.flatMap((group) => group.others);
    expect(new Set(others)).toEqual(
      new Set([
        ...['0.005', '-10.005', '0.123456789012', '100000000000', '-100000000000', '999999999999.9', '-99999999999.99'],
        ...['100000000000.01', '9223372036854775807', '123456789012345678901234567890.12'],
      ]),
    );
  });

  it('of too many transactions are refused', async () => {
    const count = AMOUNTS.length * ACTIVITIES.length;
    const sum = (most: number) => sumFlows(graph, search, criteria, new Set(['CURRENCY']), undefined, most);
    expect(await sum(count)).toHaveLength(2);
    await expect(sum(count - 1)).rejects.toMatchObject({ code: 'LimitExceeded' });
  });
});
