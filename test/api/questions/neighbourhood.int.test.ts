import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Term, VOCABULARY } from '../../../src/domain/vocabulary.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, startApi } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, retract, write } from '../../support/test-records.ts';

const HUB = 'organisation:neighbourhood-hub';
const GUEST = 'organisation:neighbourhood-guest';
const ACTIVITIES = Array.from({ length: 300 }, (_, index) => `activity:neighbourhood-${1000 + index}`);

/** One actor has every role in every activity; another takes part in the first one. */
const OWN = record(
  'neighbourhood',
  ...[HUB, GUEST].map((id) => node('Organisation', id)),
  ...ACTIVITIES.map((id) => node('Project', id)),
  ...ACTIVITIES.flatMap((activity) =>
    VOCABULARY.Role.map((role: Term<'Role'>) => edge('PARTICIPATES_IN', HUB, activity, { role })),
  ),
  edge('PARTICIPATES_IN', GUEST, ACTIVITIES[0] ?? '', { role: 'PARTNER' }),
);

const QUERY = `query ($of: ID!, $depth: Int, $limit: Int, $types: [EntityType!], $roles: [Role!], $years: YearRange, $basis: [Basis!]) {
  neighbourhood(of: $of, depth: $depth, limit: $limit, types: $types, roles: $roles, years: $years, basis: $basis) {
    truncated nodes { distance isHub record { id } } edges { id kind } leftOut { kind count }
  }
}`;

describe('neighbourhood', () => {
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

  async function around(of: string, more: Record<string, unknown> = {}): Promise<Answer> {
    const asked = await api.ask(QUERY, { depth: 1, limit: 25, of, ...more });
    expect(asked.errors).toBeUndefined();
    return asked.data.neighbourhood;
  }

  const idsOf = ({ nodes }: Answer) => nodes.map(({ record: { id } }: Answer) => id);

  it('puts the best connected first and counts what it leaves out', async () => {
    const answer = await around(HUB, { limit: 25 });
    expect(idsOf(answer)).toEqual([HUB, ...ACTIVITIES.slice(0, 25)]);
    expect(answer).toMatchObject({ truncated: true, leftOut: [{ kind: 'PROJECT', count: 275 }] });
    expect(answer.edges).toHaveLength(25 * 7);
    expect(answer.nodes[0]).toMatchObject({ isHub: true, distance: 0 });
  });

  it('does not walk through a hub, and says so', async () => {
    const answer = await around(GUEST, { depth: 3, limit: 500 });
    expect(idsOf(answer)).toEqual([GUEST, ACTIVITIES[0], HUB]);
    expect(answer.nodes.map(({ isHub }: Answer) => isHub)).toEqual([false, false, true]);
    expect(answer).toMatchObject({ truncated: true, leftOut: [] });
    expect(await around(GUEST, { depth: 2 })).toMatchObject({ truncated: false });
  });

  it('shows at most 2,000 relations, the first by their ids', async () => {
    const answer = await around(HUB, { limit: 300 });
    expect(answer.nodes).toHaveLength(301);
    expect(answer).toMatchObject({ truncated: true, leftOut: [] });
    const ids = answer.edges.map(({ id }: Answer) => id);
    expect(ids).toHaveLength(2_000);
    expect(ids).toEqual([...ids].sort());
  });

  it('ends with the level for which there is no room, even where it would be the next', async () => {
    const answer = await around(GUEST, { depth: 2, limit: 1 });
    expect(idsOf(answer)).toEqual([GUEST, ACTIVITIES[0]]);
    expect(answer).toMatchObject({ truncated: true, leftOut: [{ kind: 'ORGANISATION', count: 1 }] });
  });

  it('follows participations alone where roles are asked for', async () => {
    const answer = await around('organisation:jica', { roles: ['PARTNER'] });
    expect(answer.edges.map(({ kind }: Answer) => kind)).toEqual(['PARTICIPATES_IN', 'PARTICIPATES_IN']);
  });

  it('shows the record asked about, whatever is asked of the others', async () => {
    const answer = await around('activity:customs-risk-seminar-2025', { types: ['COUNTRY'], years: { to: 1950 } });
    expect(idsOf(answer)).toEqual(['activity:customs-risk-seminar-2025', 'country:TJ']);
  });

  it('takes as many statements with evidence for many relations as for few', async () => {
    const query = (limit: number) => `{ neighbourhood(of: "organisation:kazaid", limit: ${limit}) {
      nodes { record { name } } edges { kind evidence(first: 1) { text source { title } } } } }`;
    const [few, many] = [await api.ask(query(2)), await api.ask(query(50))];
    expect(many.data.neighbourhood.edges.length).toBeGreaterThan(50);
    expect(many.statements).toHaveLength(few.statements.length);
    // The records with their relations, the evidence of these.
    expect(many.statements).toHaveLength(2);
  });

  it('takes one statement for however many levels', async () => {
    const ofDepth = async (depth: number) =>
      (await api.ask(QUERY, { of: 'organisation:jica', depth, limit: 400 })).statements.length;
    expect([await ofDepth(1), await ofDepth(2), await ofDepth(3)]).toEqual([1, 1, 1]);
  });

  it.each<[string, Record<string, unknown>, string, readonly string[]]>([
    ['an unknown record', { of: 'country:XX' }, 'NOT_FOUND', ['of', 'country:XX']],
    ['a record of another kind', { of: 'goal:4' }, 'BAD_USER_INPUT', ['of', 'GOAL', 'ARRANGEMENT']],
    ['no levels', { depth: 0 }, 'BAD_USER_INPUT', ['depth', '0', '3']],
    ['four levels', { depth: 4 }, 'BAD_USER_INPUT', ['depth', '4', '3']],
    ['no room', { limit: 0 }, 'BAD_USER_INPUT', ['limit', '0', '500']],
    ['too much room', { limit: 501 }, 'BAD_USER_INPUT', ['limit', '501', '500']],
    ['kinds that nothing here is of', { types: ['COUNTRY', 'GOAL'] }, 'BAD_USER_INPUT', ['types', 'GOAL', 'PROJECT']],
    ['no kinds', { types: [] }, 'BAD_USER_INPUT', ['types', 'empty']],
    ['no bases', { basis: [] }, 'BAD_USER_INPUT', ['basis', 'empty']],
    ['years turned round', { years: { from: 2025, to: 2020 } }, 'BAD_USER_INPUT', ['years', '2025', '2020']],
  ])('refuses %s', async (_, variables, code, says) => {
    const asked = await api.ask(QUERY, { of: HUB, depth: 1, limit: 25, ...variables });
    expect(asked.errors).toHaveLength(1);
    expect(asked.errors?.[0]?.extensions.code).toBe(code);
    for (const part of says) expect(asked.errors?.[0]?.message).toContain(part);
    expect(asked.data?.neighbourhood ?? null).toBeNull();
  });
});
