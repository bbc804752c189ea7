import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Api, nodesOf, startApi } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

describe('trilateralChains', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    api = await startApi(graph);
    await api.ask('{ goals(limit: 1) { id } }');
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const chains = (filter: string, fields = 'id') =>
    api.ask(`{ trilateralChains(filter: {${filter}}, first: 20) { edges { node { ${fields} } } } }`);

  it.each([
    ['found by what was asked for take one statement', 'actors: ["organisation:kazaid", "country:TJ"]', 1],
    ['found by one of two take another, for the second', 'pivotal: ["country:KZ", "organisation:tika"]', 2],
    ['found by none take another, for it may mean nothing', 'pivotal: ["organisation:undp"]', 2],
  ])('chains %s', async (_, filter, statements) => {
    const asked = await chains(filter);
    expect(asked.errors).toBeUndefined();
    expect(asked.statements).toHaveLength(statements);
  });

  it.each([
    [
      'actors: ["organisation:kazaid", "organisation:nobody"]',
      'filter.actors: no record has the id organisation:nobody',
    ],
    ['pivotal: ["country:KZ", "organisation:nobody"]', 'filter.pivotal: no record has the id organisation:nobody'],
    ['actors: ["country:TJ", "country:TJ"]', 'filter.actors: got country:TJ twice'],
    [
      'actors: ["organisation:nobody"], sectors: ["sector:0"]',
      'filter.actors: no record has the id organisation:nobody',
    ],
    ['actors: ["activity:dostyk"]', 'filter.actors: activity:dostyk is of the kind PROGRAMME'],
  ])('%s is refused', async (filter, message) => {
    const { errors } = await chains(filter);
    expect(errors?.[0]?.message).toContain(message);
  });

  it('a cursor of another question is told after an id that means nothing', async () => {
    const { errors } = await api.ask(
      '{ trilateralChains(filter: { actors: ["organisation:nobody"] }, after: "no cursor") { totalCount } }',
    );
    expect(errors?.[0]?.message).toContain('organisation:nobody');
  });

  it('what is told of actors is the same, whichever of it is asked for', async () => {
    const filter = 'actors: ["organisation:kazaid"]';
    const all = await chains(filter, 'basis actors { role country { id } } activities { id }');
    const bases = await chains(filter, 'basis');
    const countries = await chains(filter, 'beneficiaries { country { id } }');
    const activities = await chains(filter, 'activities { id }');
    const pick = <Value>(of: (node: ReturnType<typeof nodesOf>[number]) => Value) =>
      nodesOf(all.data.trilateralChains).map(of);
    const nodes = (asked: typeof all) => nodesOf(asked.data.trilateralChains);
    expect(nodes(all)).toHaveLength(5);
    expect(nodes(bases)).toEqual(pick(({ basis }) => ({ basis })));
    expect(nodes(activities)).toEqual(pick(({ activities: covered }) => ({ activities: covered })));
    expect(nodes(countries)).toEqual(
      pick(({ actors }) => ({
        beneficiaries: actors
          .filter(({ role }: { role: string }) => role === 'BENEFICIARY')
          .map(({ country }: { country: object }) => ({ country })),
      })),
    );
    expect(nodes(bases)[0].basis).toBeTruthy();
  });
});
