import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, startApi } from '../../support/api.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, retract, statement, write } from '../../support/test-records.ts';

const QUERY = `{ networkSummary {
  actors activities participations components largestComponent density evidencedShare
  mostParticipations { actor { id name } participations partners }
  mostPartners { actor { id } participations partners }
} }`;

const INFERRED = { statements: [statement('it looks so', { basis: 'INFERRED' as const })] };
const participates = (actor: string, activity: string, role = 'PARTNER', more = {}) =>
  edge('PARTICIPATES_IN', `organisation:${actor}`, `activity:${activity}`, { role, ...more });

/** a and b share x, b also in two roles; c is alone with y, and only inferred to take part in x; nobody is in z. */
const WORLD = record(
  'network',
  ...['a', 'b', 'c', 'd'].map((id) => node('Organisation', `organisation:${id}`)),
  ...['x', 'y', 'z'].map((id) => node('Project', `activity:${id}`)),
  participates('a', 'x'),
  participates('b', 'x'),
  participates('b', 'x', 'FUNDING'),
  participates('c', 'y'),
  participates('c', 'x', 'PARTNER', INFERRED),
);

describe('networkSummary', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const ask = async (): Promise<Answer> => {
    const { data, errors } = await api.ask(QUERY);
    expect(errors).toBeUndefined();
    return data.networkSummary;
  };

  it('of an empty graph has no shares', async () => {
    expect(await ask()).toEqual({
      actors: 0,
      activities: 0,
      participations: 0,
      components: 0,
      largestComponent: 0,
      density: null,
      evidencedShare: null,
      mostParticipations: [],
      mostPartners: [],
    });
  });

  it('counts what is declared or curated, and follows the graph at once', async () => {
    await write(graph, WORLD);
    expect(await ask()).toEqual({
      actors: 3,
      activities: 2,
      participations: 4,
      components: 2,
      largestComponent: 2,
      density: 0.5,
      evidencedShare: 1,
      mostParticipations: [
        { actor: { id: 'organisation:b', name: 'b' }, participations: 2, partners: 1 },
        { actor: { id: 'organisation:a', name: 'a' }, participations: 1, partners: 1 },
        { actor: { id: 'organisation:c', name: 'c' }, participations: 1, partners: 0 },
      ],
      mostPartners: [
        { actor: { id: 'organisation:a' }, participations: 1, partners: 1 },
        { actor: { id: 'organisation:b' }, participations: 2, partners: 1 },
        { actor: { id: 'organisation:c' }, participations: 1, partners: 0 },
      ],
    });

    const joined = record('joined', participates('d', 'x'), participates('d', 'y'));
    await write(graph, joined);
    expect(await ask()).toMatchObject({ actors: 4, components: 1, largestComponent: 4 });
    await retract(graph, joined);
    expect(await ask()).toMatchObject({ actors: 3, components: 2 });
  });

  it('reads the participations once, until the graph changes', async () => {
    await ask();
    const { statements } = await api.ask(QUERY);
    expect(statements.filter((cypher) => cypher.includes('PARTICIPATES_IN'))).toEqual([]);
    // The version, unless it was read just before.
    expect(statements.length).toBeLessThanOrEqual(1);
    const reads = await Promise.all([write(graph, record('one-more', participates('a', 'z'))), ask(), ask()]);
    expect(reads.slice(1).every((summary) => (summary as Answer).actors === 3)).toBe(true);
  });

  it('misses nobody where activities are more than one read holds', async () => {
    await graph.driver.executeQuery(
      `UNWIND range(1, 5100) AS n
       CREATE (:Entity:Activity:Project {id: 'activity:many-' + n})<-[:PARTICIPATES_IN {role: 'PARTNER', basis: 'DECLARED', statementIds: []}]-
         (:Entity:Actor:Organisation {id: 'organisation:many-' + n, name: 'one of many'})`,
    );
    await write(graph, record('touch', node('Organisation', 'organisation:e')));
    expect(await ask()).toMatchObject({
      actors: 5103,
      activities: 5103,
      participations: 5105,
      components: 5102,
      evidencedShare: 5 / 5105,
    });
  });
});
