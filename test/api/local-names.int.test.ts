import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameNode } from '../../src/domain/name-node.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import type { Answer } from '../support/api.ts';
import { type CurationApi, curated, startCurationApi } from '../support/curation-api.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';
import { edge, node, TEST_SOURCE } from '../support/test-records.ts';

const ACTIVITY = 'activity:of-local-names';
const NAMES = '{ id name nameKk nameRu }';

describe('Kazakh and Russian names', () => {
  let graph: Graph;
  let api: CurationApi;

  const called = (value: string, language: string, kind: 'OFFICIAL' | 'ALIAS' = 'OFFICIAL') =>
    node('Name', '', { ...nameNode(ACTIVITY, { value, language, kind }) });

  beforeAll(async () => {
    graph = await openSeededGraph();
    const facts = [
      node('Project', ACTIVITY, { properties: { name: 'A test project', isPhantom: false } }),
      called('A test project', 'en'),
      called('Тестовый проект', 'ru-kz', 'ALIAS'),
      called('Тестілеу', 'kk', 'ALIAS'),
      called('Сынақ жобасы', 'kk'),
      edge('PARTICIPATES_IN', 'organisation:iof', ACTIVITY, { role: 'FUNDING' }),
    ];
    await writeRecords(graph, { sources: [TEST_SOURCE], records: [{ id: 'iati:of-local-names', facts }] });
    api = await startCurationApi(graph);
  });
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const LOCAL = { name: 'A test project', nameKk: 'Сынақ жобасы', nameRu: 'Тестовый проект' };

  it('are those that a file gives, on records and on references to them', async () => {
    const { data } = await api.ask(
      `{ project(id: "${ACTIVITY}") ${NAMES} node(id: "${ACTIVITY}") { ... on Project { aliased: nameKk } }
         organisation(id: "organisation:iof") { participations(first: 50) { edges { node { activity ${NAMES} } } } }
       }`,
    );
    expect(data.project).toMatchObject(LOCAL);
    expect(data.node).toEqual({ aliased: LOCAL.nameKk });
    expect(data.organisation.participations.edges.map(({ node: { activity } }: Answer) => activity)).toContainEqual(
      expect.objectContaining(LOCAL),
    );
  });

  it('are asked for once for all records of an answer, and not where they are known', async () => {
    const of = (ids: string) => api.ask(`{ organisations(where: { id: { in: [${ids}] } }) ${NAMES} }`);
    const { statements } = await of('"organisation:kazaid"');
    expect(
      (await of('"organisation:iof", "organisation:tika", "organisation:jica"')).statements.length,
    ).toBeLessThanOrEqual(statements.length + 1);
  });

  it('stand in tables and networks', async () => {
    const get = async (url: string) => (await api.app.inject({ url })).body;
    expect(await get('/export/projects.jsonl')).toContain(LOCAL.nameKk);
    expect(await get('/export/network.graphml')).toContain(LOCAL.nameRu);
  });

  it('may come from a curator, and go again', async () => {
    const named = async () => (await api.ask(`{ organisation(id: "organisation:iof") ${NAMES} }`)).data.organisation;
    const before = await named();
    expect(before.nameKk).toBeNull();
    const input = { entity: 'organisation:iof', value: 'Израиль офтальмологтары', language: 'kk', kind: 'OFFICIAL' };
    const { decision, problems } = await api.decide('addName', { ...input, evidence: curated('It is called so.') });
    expect(problems).toEqual([]);
    expect(await named()).toEqual({ ...before, nameKk: input.value });
    await api.decide('undoDecision', { decision, reasoning: 'It is not.' });
    expect(await named()).toEqual(before);
  });
});
