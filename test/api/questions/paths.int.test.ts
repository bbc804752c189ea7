import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/domain/fact.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, startApi } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, retract, statement, write } from '../../support/test-records.ts';

const [A, B, HUB, BUSY, LONE] = ['a', 'b', 'hub', 'busy', 'lone'].map((name) => `organisation:paths-${name}`) as [
  string,
  string,
  string,
  string,
  string,
];
const [C, D] = ['organisation:paths-c', 'organisation:paths-d'];

/** A and B are joined by a hub, by an actor just short of being one, and by C and D together. */
const OWN = record(
  'paths',
  ...[A, B, C, D, LONE].map((id) => node('Organisation', id)),
  ...together('ac', A, C),
  ...together('cd', C, D),
  ...together('db', D, B),
  ...connected(HUB, 501),
  ...connected(BUSY, 500),
  ...together('lone', LONE),
  node('Project', 'activity:paths-inferred'),
  ...[A, LONE].map((actor) =>
    edge('PARTICIPATES_IN', actor, 'activity:paths-inferred', {
      role: 'PARTNER',
      statements: [statement('a rule says so', { basis: 'INFERRED', rule: 'a rule' })],
    }),
  ),
);

function together(name: string, ...actors: string[]): Fact[] {
  const activity = `activity:paths-${name}`;
  return [
    node('Project', activity),
    ...actors.map((actor) => edge('PARTICIPATES_IN', actor, activity, { role: 'PARTNER' })),
  ];
}

/** Shares one activity with A and one with B, and has as many participations as are asked for. */
function connected(actor: string, participations: number): Fact[] {
  const name = actor.split('-')[1] ?? '';
  const others = Array.from({ length: participations - 2 }, (_, index) => together(`${name}-${index}`, actor));
  return [
    node('Organisation', actor),
    ...together(`${name}-a`, actor, A),
    ...together(`${name}-b`, actor, B),
    ...others.flat(),
  ];
}

const QUERY = `query ($from: ID!, $to: ID!, $maxHops: Int, $limit: Int, $via: [ID!], $avoid: [ID!], $avoidHubs: Boolean, $roles: [Role!], $years: YearRange, $basis: [Basis!]) {
  paths(from: $from, to: $to, maxHops: $maxHops, limit: $limit, via: $via, avoid: $avoid, avoidHubs: $avoidHubs, roles: $roles, years: $years, basis: $basis) {
    truncated paths { hubs basis actors { id } } explanation { message blockedBy commonNeighbours { id } }
  }
}`;

describe('paths', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    await write(graph, OWN);
    api = await startApi(graph);
  });

  afterAll(async () => {
    if (graph) await retract(graph, OWN);
    await api?.close();
    await graph?.close();
  });

  async function paths(variables: Record<string, unknown>): Promise<Answer> {
    const asked = await api.ask(QUERY, { maxHops: 4, limit: 5, avoidHubs: true, from: A, to: B, ...variables });
    expect(asked.errors).toBeUndefined();
    return asked.data.paths;
  }

  const routesOf = (answer: Answer) =>
    answer.paths.map(({ actors }: Answer) =>
      actors.map(({ id }: Answer) => id.replace('organisation:paths-', '')).join(' '),
    );

  describe('around hubs', () => {
    it('go round an actor with more than 500 participations and say that it stands in the way', async () => {
      const answer = await paths({});
      expect(routesOf(answer)).toEqual(['a busy b', 'a c d b']);
      expect(answer.explanation.blockedBy).toEqual(['AVOID_HUBS']);
      expect(answer.explanation.commonNeighbours).toEqual([{ id: BUSY }, { id: HUB }]);
    });

    it('go through it where they may, after all that do not', async () => {
      const answer = await paths({ avoidHubs: false, maxHops: 2 });
      expect(routesOf(answer)).toEqual(['a busy b', 'a hub b']);
      expect(answer.paths.map(({ hubs }: Answer) => hubs)).toEqual([0, 1]);
      expect(answer.explanation.blockedBy).toEqual(['MAX_HOPS']);
    });

    it('go through one that is named', async () => {
      const answer = await paths({ via: [HUB] });
      expect(routesOf(answer)).toEqual(['a hub b']);
      expect(answer.explanation.blockedBy).toEqual(['VIA']);
    });

    it('begin and end at one', async () => {
      expect(routesOf(await paths({ to: HUB, maxHops: 1 }))).toEqual(['a hub']);
    });
  });

  it('take no basis but those asked for', async () => {
    const answer = await paths({ to: LONE });
    expect(answer).toMatchObject({ truncated: false, paths: [], explanation: { blockedBy: ['BASIS'] } });
    expect(answer.explanation.message).toBe(
      'No route of at most 4 hops was found under these conditions. Without BASIS there is a route. No actor shares an activity with both ends, whatever the conditions.',
    );
    expect((await paths({ to: LONE, basis: ['INFERRED'] })).paths).toMatchObject([{ basis: 'INFERRED' }]);
  });

  it('explain nothing where as many as asked for were found', async () => {
    expect(await paths({ limit: 2 })).toMatchObject({ paths: [{}, {}], explanation: null });
  });

  it('say where the years or the roles stand in the way', async () => {
    const ends = { from: 'organisation:koica', to: 'organisation:tika', maxHops: 2 };
    expect((await paths({ ...ends, years: { to: 2023 } })).explanation.blockedBy).toEqual(['YEARS']);
    expect((await paths({ ...ends, roles: ['HOST'] })).explanation.blockedBy).toEqual(['ROLES']);
  });

  it('stand for the organisations of a country at its end, but for those to be avoided', async () => {
    const ends = { from: 'country:KZ', to: 'organisation:koica', maxHops: 1, limit: 10 };
    expect(routesOf(await paths(ends))).toEqual(['organisation:kazaid organisation:koica']);
    const without = await paths({ ...ends, avoid: ['organisation:kazaid'] });
    expect(without).toMatchObject({ paths: [], explanation: { blockedBy: ['MAX_HOPS', 'AVOID'] } });
  });

  it('take as many statements for many routes with their evidence as for one', async () => {
    const query = (
      limit: number,
    ) => `{ paths(from: "${A}", to: "organisation:paths-b", limit: ${limit}, avoidHubs: false) {
      paths { actors { id name } hops { activity { name } fromParticipations { evidence(first: 2) { text source { title } } }
      toParticipations { actor { name } evidence(first: 2) { text } } } } } }`;
    const one = await api.ask(query(1));
    const three = await api.ask(query(3));
    expect([one, three].map(({ data }) => data.paths.paths.length)).toEqual([1, 3]);
    expect(three.data.paths.paths[2].hops[2].toParticipations[0].evidence).toHaveLength(1);
    const hopsApart = three.data.paths.paths[2].hops.length - one.data.paths.paths[0].hops.length;
    // Longer routes are looked for step by step: two reads for each further hop.
    expect(three.statements.length).toBeLessThanOrEqual(one.statements.length + 2 * hopsApart + 1);
  });

  it.each<[string, Record<string, unknown>, string, readonly string[]]>([
    ['an unknown start', { from: 'country:XX' }, 'NOT_FOUND', ['from', 'country:XX']],
    ['an unknown stop', { via: ['organisation:nobody'] }, 'NOT_FOUND', ['via', 'organisation:nobody']],
    ['an end that is no actor', { to: 'activity:dostyk' }, 'BAD_USER_INPUT', ['to', 'PROGRAMME', 'ORGANISATION']],
    ['ends that are one', { to: A }, 'BAD_USER_INPUT', ['to', A, 'from']],
    [
      'an end within the other',
      { from: 'country:KZ', to: 'organisation:kazaid' },
      'BAD_USER_INPUT',
      ['organisation:kazaid', 'stand for'],
    ],
    [
      'an end around the other',
      { from: 'organisation:kazaid', to: 'country:KZ' },
      'BAD_USER_INPUT',
      ['organisation:kazaid', 'stand for'],
    ],
    [
      'a stop within an end',
      { from: 'country:KZ', via: ['organisation:kazaid'] },
      'BAD_USER_INPUT',
      ['via', 'organisation:kazaid', 'country:KZ'],
    ],
    ['a stop that is an end', { via: [B] }, 'BAD_USER_INPUT', ['via', B, 'to']],
    ['a stop that is avoided', { via: [C], avoid: [C] }, 'BAD_USER_INPUT', ['avoid', C, 'via']],
    ['an end that is avoided', { avoid: [A] }, 'BAD_USER_INPUT', ['avoid', A, 'from']],
    ['a stop given twice', { via: [C, C] }, 'BAD_USER_INPUT', ['via', C, 'twice']],
    ['no stops', { via: [] }, 'BAD_USER_INPUT', ['via', 'empty']],
    ['no roles', { roles: [] }, 'BAD_USER_INPUT', ['roles', 'empty']],
    ['four stops', { via: ['w', 'x', 'y', 'z'] }, 'LIMIT_EXCEEDED', ['via', '4', '3']],
    [
      'too many to avoid',
      { avoid: Array.from({ length: 21 }, (_, index) => `x${index}`) },
      'LIMIT_EXCEEDED',
      ['avoid', '21', '20'],
    ],
    ['no hops', { maxHops: 0 }, 'BAD_USER_INPUT', ['maxHops', '0', '4']],
    ['five hops', { maxHops: 5 }, 'BAD_USER_INPUT', ['maxHops', '5', '4']],
    ['hops of null', { maxHops: null }, 'BAD_USER_INPUT', ['maxHops', 'null', '4']],
    ['no routes', { limit: 0 }, 'BAD_USER_INPUT', ['limit', '0', '10']],
    ['eleven routes', { limit: 11 }, 'BAD_USER_INPUT', ['limit', '11', '10']],
    ['years turned round', { years: { from: 2025, to: 2020 } }, 'BAD_USER_INPUT', ['years', '2025', '2020']],
  ])('refuse %s', async (_, variables, code, says) => {
    const asked = await api.ask(QUERY, { maxHops: 4, limit: 5, from: A, to: B, ...variables });
    expect(asked.errors).toHaveLength(1);
    expect(asked.errors?.[0]?.extensions.code).toBe(code);
    for (const part of says) expect(asked.errors?.[0]?.message).toContain(part);
    expect(asked.data?.paths ?? null).toBeNull();
  });
});
