import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../src/domain/vocabulary.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, nodesOf } from '../../support/api.ts';
import { type CurationApi, curated, startCurationApi } from '../../support/curation-api.ts';
import { openTestGraph } from '../../support/seeded-graph.ts';
import { openVillages, VILLAGES } from '../../support/villages.ts';

const { WATER } = VILLAGES;
const EVENTS = '{ auditEvents { edges { node { id by action } } } }';
const PEOPLE = ['aigerim', 'bolat', 'aigerim', 'dana', 'bolat'];

describe('what was done to the graph', () => {
  let graph: Graph;
  let api: CurationApi;
  const decisions: string[] = [];
  beforeAll(async () => {
    graph = await openTestGraph();
    await openVillages(graph);
    api = await startCurationApi(graph);
    for (const [index, id] of PEOPLE.entries()) {
      const input = { fact: WATER, evidence: curated(`Says ${index}.`) };
      decisions.push((await api.decide('addStatement', input, '', id)).decision);
    }
    await api.decide('undoDecision', { decision: decisions[0], reasoning: 'a slip' }, '', 'dana');
  });
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const eventsOf = async (filter: string, fields = 'id'): Promise<Answer[]> => {
    const { data } = await api.askAs(['ADMIN'], `{ auditEvents(filter: ${filter}) { edges { node { ${fields} } } } }`);
    return nodesOf(data.auditEvents);
  };

  it.each(VOCABULARY.ViewerRole)('is told to the role %s, if that may curate', async (role) => {
    const { data, errors, headers, statements } = await api.askAs([role], EVENTS);
    expect(headers['cache-control']).toBe('no-store');
    if (role === 'CURATOR' || role === 'ADMIN') expect(data.auditEvents.edges).toHaveLength(6);
    else expect([data, errors?.[0]?.extensions.code, statements]).toEqual([{ auditEvents: null }, 'FORBIDDEN', []]);
  });

  it('is not told to anybody without a token, also right after an admin asked', async () => {
    await api.askAs(['ADMIN'], EVENTS);
    const { data, errors } = await api.askAs(null, EVENTS);
    expect([data, errors?.[0]?.extensions.code]).toEqual([{ auditEvents: null }, 'UNAUTHENTICATED']);
  });

  it('is numbered without a gap, the last first, page by page', async () => {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const query = `query ($after: String) { auditEvents(first: 4, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
      const { data }: Answer = await api.askAs(['CURATOR'], query, { after });
      expect(data.auditEvents.totalCount).toBe(6);
      ids.push(...nodesOf(data.auditEvents).map(({ id }: Answer) => id));
      after = data.auditEvents.pageInfo.endCursor;
      if (!data.auditEvents.pageInfo.hasNextPage) break;
    }
    expect(ids).toEqual([6, 5, 4, 3, 2, 1].map((number) => `event:${String(number).padStart(12, '0')}`));
  });

  it('is found by who, what, which decision, about what and when', async () => {
    expect(await eventsOf('{by: "bolat"}')).toHaveLength(2);
    expect(await eventsOf('{actions: [DECISION_UNDONE]}', 'by reasoning subject')).toEqual([
      { by: 'dana', reasoning: 'a slip', subject: WATER },
    ]);
    expect(await eventsOf(`{decision: "${decisions[0]}"}`, 'action')).toEqual([
      { action: 'DECISION_UNDONE' },
      { action: 'STATEMENT_ADDED' },
    ]);
    expect(await eventsOf(`{subject: "${WATER}", by: "aigerim"}`)).toHaveLength(2);
    expect(await eventsOf('{since: "2020-01-01T00:00:00Z"}')).toHaveLength(6);
    expect(await eventsOf('{until: "2020-01-01T00:00:00Z"}')).toEqual([]);
  });

  it.each(["' OR 1=1 //", '"}) RETURN 1 //', '$by', '`', '\\u0027', '.*'])('is not found by %s', async (text) => {
    for (const name of ['by', 'decision', 'subject'])
      expect(await eventsOf(`{${name}: ${JSON.stringify(text)}}`), name).toEqual([]);
  });

  it('is on no other road: neither by id, nor by search, nor around a record', async () => {
    const { data } = await api.askAs(
      ['ADMIN'],
      `{ node(id: "event:000000000001") { id } nodes(ids: ["${decisions[1]}"]) { id }
         search(text: "aigerim") { edges { matchedName } }
         neighbourhood(of: "${WATER}", depth: 2, limit: 100) { nodes { record { id } } } }`,
    );
    expect([data.node, data.nodes, data.search.edges]).toEqual([null, [null], []]);
    expect(JSON.stringify(data.neighbourhood)).not.toMatch(/event:|curation:|aigerim/);
  });
});
