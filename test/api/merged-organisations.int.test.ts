import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { mergeOrganisations } from '../../src/graph/write/merge/merge-organisations.ts';
import { type Api, startApi } from '../support/api.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { edge, node, record, write } from '../support/test-records.ts';

describe('the id of an organisation that was merged into another', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    const project = node('Project', 'activity:a');
    const [gone, stays] = ['organisation:gone', 'organisation:stays'].map((id) => node('Organisation', id));
    if (!gone || !stays) throw new Error('two organisations');
    const role = edge('PARTICIPATES_IN', gone.id, project.id, { role: 'HOST' });
    await write(graph, record('one', project, gone, stays, role));
    const merge = { from: gone.id, into: stays.id, decisionId: 'curation:1' };
    await graph.write((transaction) => mergeOrganisations(transaction, merge));
    api = await startApi(graph);
  });
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it('finds that other', async () => {
    const { data, errors } = await api.ask(`{
      node(id: "organisation:gone") { id }
      nodes(ids: ["organisation:stays", "organisation:gone", "organisation:nobody"]) { id }
      organisation(id: "organisation:gone") { id projects { id } }
      country(id: "organisation:gone") { id }
    }`);
    expect(errors).toBeUndefined();
    const stays = { id: 'organisation:stays' };
    expect(data).toEqual({
      node: stays,
      nodes: [stays, stays, null],
      organisation: { ...stays, projects: [{ id: 'activity:a' }] },
      country: null,
    });
  });

  it('is no argument of a question, which says whom to ask about', async () => {
    const { errors } = await api.ask('{ partners(of: "organisation:gone") { totalCount } }');
    expect(errors?.[0]?.message).toBe('of: organisation:gone was merged into organisation:stays: ask for that');
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
