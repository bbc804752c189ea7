import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/domain/fact.ts';
import type { Term } from '../../../src/domain/vocabulary.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, nodesOf, startApi } from '../../support/api.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, reference, retract, statement, write } from '../../support/test-records.ts';

type Type = Term<'TransactionType'>;

const activity = (name: string) => `activity:${name}`;

/** A transaction of one activity that names another as its receiver or provider. */
function money(madeIn: string, party: { to: string } | { from: string }, type: Type, amount = '1', more: object = {}) {
  const [link] = Object.entries(party) as [['to' | 'from', string]];
  const id = `transaction:${madeIn}-${link.join('-')}-${type}-${amount}`;
  return node('Transaction', id, {
    properties: { type, amount, currency: 'USD', date: null, valueDate: null },
    links: [
      { type: 'MADE_IN', to: activity(madeIn) },
      { type: link[0] === 'to' ? 'TO_ACTIVITY' : 'FROM_ACTIVITY', to: activity(link[1]) },
    ],
    ...more,
  });
}

/** `a>b` for each link; a disbursement of the first tells of it. */
function linked(links: string): Fact[] {
  const pairs = links.split(' ').map((link) => link.split('>') as [string, string]);
  const names = [...new Set(pairs.flat())];
  return [
    ...names.map((name) => node('Project', activity(name))),
    ...pairs.map(([from, to]) => money(from, { to }, 'DISBURSEMENT')),
  ];
}

const INFERRED = { statements: [statement('it looks so', { basis: 'INFERRED' as const })] };

/** Money of a ministry goes through a fund to a charity, which pays a clinic that nobody has published. */
const AID: Fact[] = [
  node('Country', 'country:NO'),
  node('Country', 'country:KE'),
  node('Country', 'country:UG'),
  node('Organisation', 'organisation:ministry'),
  node('Organisation', 'organisation:charity'),
  node('Organisation', 'organisation:clinic'),
  edge('BELONGS_TO', 'organisation:ministry', 'country:NO'),
  ...['aid-grant', 'aid-fund', 'aid-project'].map((name) => node('Project', activity(name))),
  reference('Project', activity('aid-clinic')),
  edge('PARTICIPATES_IN', 'organisation:ministry', activity('aid-grant'), { role: 'FUNDING' }),
  edge('PARTICIPATES_IN', 'organisation:charity', activity('aid-grant'), { role: 'FUNDING', ...INFERRED }),
  edge('PARTICIPATES_IN', 'organisation:charity', activity('aid-project'), { role: 'IMPLEMENTING' }),
  edge('PARTICIPATES_IN', 'organisation:clinic', activity('aid-clinic'), { role: 'IMPLEMENTING' }),
  edge('PARTICIPATES_IN', 'country:UG', activity('aid-clinic'), { role: 'BENEFICIARY' }),
  edge('PARTICIPATES_IN', 'country:KE', activity('aid-clinic'), { role: 'BENEFICIARY' }),
  edge('PARTICIPATES_IN', 'organisation:charity', activity('aid-clinic'), { role: 'BENEFICIARY' }),
  // Told by the giver, with a promise that is no payment, and a correction.
  money('aid-grant', { to: 'aid-fund' }, 'DISBURSEMENT', '1000.10'),
  money('aid-grant', { to: 'aid-fund' }, 'EXPENDITURE', '-0.15'),
  money('aid-grant', { to: 'aid-fund' }, 'OUTGOING_COMMITMENT', '5000'),
  // Told by both, and they do not agree.
  money('aid-fund', { to: 'aid-project' }, 'DISBURSEMENT', '400'),
  money('aid-project', { from: 'aid-fund' }, 'INCOMING_FUNDS', '390'),
  edge('RELATED_TO', activity('aid-project'), activity('aid-fund'), { role: 'PARENT', properties: { kind: 'PARENT' } }),
  money('aid-project', { to: 'aid-clinic' }, 'EXPENDITURE', '70'),
  // None of these is a link.
  money('aid-grant', { to: 'aid-grant' }, 'DISBURSEMENT', '9'),
  money('aid-clinic', { to: 'aid-grant' }, 'LOAN_REPAYMENT', '9'),
  money('aid-clinic', { to: 'aid-grant' }, 'INCOMING_FUNDS', '9'),
  money('aid-grant', { from: 'aid-clinic' }, 'DISBURSEMENT', '9'),
  money('aid-clinic', { to: 'aid-fund' }, 'DISBURSEMENT', '9', INFERRED),
];

/** Six stages of six activities, each of which passes money to all of the next: 6 × 6 × … ways from the first. */
const STAGES = Array.from({ length: 7 }, (_, stage) =>
  (stage === 0 ? [1] : [1, 2, 3, 4, 5, 6]).map((n) => `w${stage}-${n}`),
);
const WEB = linked(
  STAGES.slice(1)
    .flatMap((stage, index) => stage.flatMap((to) => (STAGES[index] as string[]).map((from) => `${from}>${to}`)))
    .join(' '),
);

describe('fundingChains', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    await write(
      graph,
      record('aid', ...AID),
      record('long', ...linked('l1>l2 l2>l3 l3>l4 l4>l5 l5>l6 l6>l7 l7>l8 m1>m2')),
      record('cycles', ...linked('c2>c3 c3>c1 c1>c2 d1>d2 d2>d1 d0>d1')),
      record('web', ...WEB),
    );
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const PAGE = `query ($filter: FundingChainFilter, $first: Int = 20, $after: String) {
    fundingChains(filter: $filter, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { ending activities { id } } } } }`;

  async function chains(variables: object): Promise<string[]> {
    const { data, errors } = await api.ask(PAGE, variables as Record<string, unknown>);
    expect(errors).toBeUndefined();
    return nodesOf(data.fundingChains).map(inWords);
  }

  const inWords = ({ activities, ending }: Answer) =>
    `${activities.map(({ id }: Answer) => id.slice('activity:'.length)).join('>')} ${ending}`;
  const around = (...names: string[]) => ({ filter: { activities: names.map(activity) } });

  it('shows who pays whom, as each of them tells it', async () => {
    const { data, errors } = await api.ask(`{ fundingChains(filter: { activities: ["activity:aid-project"] }) {
      totalCount
      edges { node {
        ending activities { id kind isPhantom } funders { id } implementers { id } recipients { id }
        amounts { value currency }
        links { from { id } to { id } reportedBy passedOn { value currency } received { value currency } }
      } } } }`);
    expect(errors).toBeUndefined();
    const ends = (from: string, to: string) => ({ from: { id: activity(from) }, to: { id: activity(to) } });
    const usd = (value: string) => [{ value, currency: 'USD' }];
    expect(data.fundingChains).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            ending: 'DANGLING',
            activities: ['aid-grant', 'aid-fund', 'aid-project', 'aid-clinic'].map((name) => ({
              id: activity(name),
              kind: 'PROJECT',
              isPhantom: name === 'aid-clinic',
            })),
            funders: [{ id: 'organisation:ministry' }],
            implementers: [{ id: 'organisation:clinic' }],
            recipients: [{ id: 'country:KE' }, { id: 'country:UG' }],
            amounts: usd('999.95'),
            links: [
              {
                ...ends('aid-grant', 'aid-fund'),
                reportedBy: ['RECEIVER_ACTIVITY'],
                passedOn: usd('999.95'),
                received: [],
              },
              {
                ...ends('aid-fund', 'aid-project'),
                reportedBy: ['RECEIVER_ACTIVITY', 'PROVIDER_ACTIVITY', 'PARENT_AND_CHILD'],
                passedOn: usd('400'),
                received: usd('390'),
              },
              {
                ...ends('aid-project', 'aid-clinic'),
                reportedBy: ['RECEIVER_ACTIVITY'],
                passedOn: usd('70'),
                received: [],
              },
            ],
          },
        },
      ],
    });
  });

  it.each([
    ['the country of the funder', { funders: ['country:NO'] }, 1],
    ['an actor that was only inferred to fund', { funders: ['organisation:charity'] }, 0],
    ['who carries out the last activity', { implementers: ['organisation:clinic'] }, 1],
    ['who carries out one on the way', { implementers: ['organisation:charity'] }, 0],
    ['who benefits', { recipients: ['country:KE'] }, 1],
    ['who does not', { recipients: ['country:NO'] }, 0],
    ['all of these', { funders: ['country:NO'], implementers: ['organisation:clinic'], recipients: ['country:UG'] }, 1],
    ['one that does not hold', { funders: ['organisation:clinic'], recipients: ['country:UG'] }, 0],
  ])('finds the chain by %s', async (_, filter, count) => {
    const expected = ['aid-grant>aid-fund>aid-project>aid-clinic DANGLING'].slice(0, count);
    expect(await chains({ filter })).toEqual(expected);
  });

  it('follows only links that are told of in the way asked for', async () => {
    const filter = (...reportedBy: string[]) => ({ filter: { activities: [activity('aid-fund')], reportedBy } });
    expect(await chains(filter('PROVIDER_ACTIVITY'))).toEqual(['aid-fund>aid-project COMPLETE']);
    expect(await chains(filter('PARENT_AND_CHILD'))).toEqual(['aid-fund>aid-project COMPLETE']);
    expect(await chains({ filter: { reportedBy: ['PARENT_AND_CHILD'] } })).toEqual(['aid-fund>aid-project COMPLETE']);
  });

  it('is cut after six links, wherever one looks at it', async () => {
    expect(await chains(around('l1'))).toEqual(['l1>l2>l3>l4>l5>l6>l7 CUT']);
    expect(await chains(around('l7'))).toEqual(['l1>l2>l3>l4>l5>l6>l7 CUT']);
    expect(await chains(around('l8'))).toEqual([]);
    expect(await chains(around('m2'))).toEqual(['m1>m2 COMPLETE']);
  });

  it('begins a cycle at its smallest id, and one that something leads into there', async () => {
    expect(await chains(around('c3'))).toEqual(['c1>c2>c3 CYCLE']);
    expect(await chains(around('d2'))).toEqual(['d0>d1>d2 CYCLE']);
    const all = await chains({ first: 4 });
    expect(all).toEqual([
      'aid-grant>aid-fund>aid-project>aid-clinic DANGLING',
      'c1>c2>c3 CYCLE',
      'd0>d1>d2 CYCLE',
      'l1>l2>l3>l4>l5>l6>l7 CUT',
    ]);
  });

  it('gives the first pages of 46,656 chains, and refuses to count them', async () => {
    const found = await walk(null, 3, 9);
    expect(found.slice(0, 5)).toEqual(await chains({ first: 5 }));
    expect(new Set(found).size).toBe(27);
    const ofWeb = found.filter((chain) => chain.startsWith('w0-1'));
    expect(ofWeb[0]).toBe('w0-1>w1-1>w2-1>w3-1>w4-1>w5-1>w6-1 COMPLETE');
    expect(ofWeb[6]).toBe('w0-1>w1-1>w2-1>w3-1>w4-1>w5-2>w6-1 COMPLETE');
    expect(ofWeb).toEqual([...ofWeb].sort());

    for (const filter of [null, { activities: [activity('w0-1')] }]) {
      const { errors } = await api.ask(
        'query ($filter: FundingChainFilter) { fundingChains(filter: $filter) { totalCount } }',
        { filter },
      );
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(/^More than 20000 beginnings of chains .*: name activities/),
        extensions: { code: 'LIMIT_EXCEEDED' },
      });
    }
  });

  it('gives the first page through a hub of 300 givers and 300 receivers, and refuses to count its 90,000 chains', async () => {
    const sides = Array.from({ length: 300 }, (_, n) => n + 100);
    const hub = record('hub', ...linked(sides.flatMap((n) => [`h-from${n}>h-hub`, `h-hub>h-to${n}`]).join(' ')));
    await write(graph, hub);
    const filter = { activities: [activity('h-hub')] };
    const { errors } = await api.ask(PAGE, { filter });
    const found = (await walk(null, 5, 2)).filter((chain) => chain.startsWith('h-'));
    await retract(graph, hub);
    expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    expect(found.map((chain) => chain.split(/[ >]/)[2])).toEqual([
      'h-to100',
      'h-to101',
      'h-to102',
      'h-to103',
      'h-to104',
      'h-to105',
      'h-to106',
    ]);
  });

  it('neither repeats nor skips a chain while others come and go between pages', async () => {
    const filter = { activities: ['l1', 'm1', 'c1', 'd0', 'aid-fund'].map(activity) };
    const before = await walk(filter, 100, 1);
    const added = record('more', ...linked('b1>m1 l1>l9'));
    const changes = [() => write(graph, added), () => retract(graph, added)];
    for (const asked of [filter, null]) {
      const all = asked ? before : await walk(null, 1, 6);
      const found = await walk(asked, 1, 6, async () => void (await changes.shift()?.()));
      if (changes.length > 0) await (changes.shift() as () => Promise<unknown>)();
      const stays = (chain: string) => !/^(b1|m1)|l9/.test(chain);
      expect(found.filter(stays).slice(0, 4)).toEqual(all.filter(stays).slice(0, 4));
      expect(new Set(found).size).toBe(found.length);
    }
  });

  it('takes as many statements for many chains as for few', async () => {
    const QUERY = `query ($first: Int!) { fundingChains(first: $first) { edges { node {
      ending activities { id } funders { id } implementers { id } recipients { id } amounts { value }
      links { from { id } to { id } reportedBy passedOn { value } } } } } }`;
    const few = await api.ask(QUERY, { first: 4 });
    const many = await api.ask(QUERY, { first: 60 });
    expect([few.errors, many.errors]).toEqual([undefined, undefined]);
    expect(many.data.fundingChains.edges).toHaveLength(60);
    expect(many.statements.length).toBeLessThanOrEqual(few.statements.length);
  });

  it.each([
    [
      'an unknown funder',
      { funders: ['organisation:none'] },
      'NOT_FOUND',
      /^filter\.funders: no record has the id organisation:none/,
    ],
    ['an unknown activity', { activities: ['activity:none'] }, 'NOT_FOUND', /^filter\.activities: /],
    [
      'an activity as funder',
      { funders: ['activity:l1'] },
      'BAD_USER_INPUT',
      /^filter\.funders: activity:l1 is of the kind PROJECT/,
    ],
    [
      'an actor as activity',
      { activities: ['country:NO'] },
      'BAD_USER_INPUT',
      /^filter\.activities: country:NO is of the kind COUNTRY/,
    ],
    [
      'an organisation as recipient',
      { recipients: ['organisation:clinic'] },
      'BAD_USER_INPUT',
      /^filter\.recipients: .*expected one of COUNTRY/,
    ],
    [
      'an id twice',
      { implementers: ['country:NO', 'country:NO'] },
      'BAD_USER_INPUT',
      /^filter\.implementers: got country:NO twice/,
    ],
    ['an empty list', { activities: [] }, 'BAD_USER_INPUT', /^filter\.activities: got an empty list/],
    ['no way to tell of links', { reportedBy: [] }, 'BAD_USER_INPUT', /^filter\.reportedBy: got an empty list/],
    ['an unknown way to tell', { reportedBy: ['RUMOUR'] }, 'BAD_USER_INPUT', /RUMOUR/],
    [
      'too many ids',
      { activities: Array.from({ length: 101 }, (_, n) => `activity:${n}`) },
      'LIMIT_EXCEEDED',
      /101 items/,
    ],
  ])('refuses %s', async (_, filter, code, message) => {
    const { errors } = await api.ask(PAGE, { filter });
    expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code } });
  });

  it('refuses the cursor of another question and of other arguments', async () => {
    const { data } = await api.ask(
      '{ fundingChains(first: 1) { pageInfo { endCursor } } agencies(first: 1) { pageInfo { startCursor } } }',
    );
    const after = data.fundingChains.pageInfo.endCursor;
    const { errors } = await api.ask(PAGE, { after, ...around('l1') });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^after: /),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const other = await api.ask('query ($after: String) { agencies(after: $after) { totalCount } }', { after });
    expect(other.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await api.ask(PAGE, { after, first: 7 })).errors).toBeUndefined();
  });

  /** The chains of so many pages, or of all that there are. */
  async function walk(filter: object | null, first: number, most: number, between = async () => {}): Promise<string[]> {
    const found: string[] = [];
    for (let after: string | null = null, page = 0; page < most; page += 1) {
      const { data, errors }: { data: Answer; errors: unknown } = await api.ask(PAGE, { filter, first, after });
      expect(errors).toBeUndefined();
      found.push(...nodesOf(data.fundingChains).map(inWords));
      if (!data.fundingChains.pageInfo.hasNextPage) break;
      after = data.fundingChains.pageInfo.endCursor;
      await between();
    }
    return found;
  }
});
