import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, type Asked, nodesOf, startApi } from '../support/api.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';

describe('the number of statements that', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  async function ask(query: string): Promise<Asked> {
    const asked = await api.ask(query);
    expect(asked.errors).toBeUndefined();
    return asked;
  }

  const sentTo = ({ statements }: Asked, part: string) => statements.filter((cypher) => cypher.includes(part)).length;

  it('a generated list with lists in it takes is two: which records it holds, and what is asked of them', async () => {
    const asked = await ask(
      '{ regions(limit: 3) { name countries(limit: 5) { name organisations(limit: 2) { name country { name } } } partOf { name } } }',
    );
    expect(asked.data.regions).toHaveLength(3);
    expect(asked.statements).toHaveLength(2);
  });

  it('evidence of a page of relations takes is one', async () => {
    const without = await ask(
      '{ organisation(id: "organisation:kazaid") { participations(first: 20) { edges { node { id } } } } }',
    );
    const asked = await ask(
      '{ organisation(id: "organisation:kazaid") { participations(first: 20) { edges { node { id evidence(first: 3) { text source { title } } } } } } }',
    );
    expect(nodesOf(asked.data.organisation.participations)).toHaveLength(20);
    expect(nodesOf(asked.data.organisation.participations).every(({ evidence }) => evidence.length > 0)).toBe(true);
    expect(sentTo(asked, '$factIds')).toBe(1);
    expect(asked.statements).toHaveLength(without.statements.length + 1);
  });

  it('evidence of a page of generated records takes is one', async () => {
    const asked = await ask('{ figures(limit: 20) { id evidence { text } } }');
    expect(asked.data.figures).toHaveLength(20);
    expect(asked.statements).toHaveLength(2);
  });

  it('a relation of all records of a list takes is one', async () => {
    const asked = await ask(
      '{ organisations(limit: 20) { id ties(first: 2) { totalCount edges { node { to { name } } } } } }',
    );
    expect(asked.data.organisations).toHaveLength(20);
    // The list, the pages, the counts.
    expect(asked.statements).toHaveLength(3);
  });

  it('whole records behind a connection take are one for each kind', async () => {
    const asked = await ask(
      '{ organisation(id: "organisation:kazaid") { ties(first: 20) { edges { node { to { entity { ... on Organisation { name kind } ... on Country { code } } } } } } } }',
    );
    const kinds = new Set(
      nodesOf(asked.data.organisation.ties).map(({ to }) => ('code' in to.entity ? 'Country' : 'Organisation')),
    );
    expect([...kinds].sort()).toEqual(['Country', 'Organisation']);
    expect(sentTo(asked, 'r:Country')).toBe(1);
    // Once for the organisation that was asked for, once for those behind the ties.
    expect(sentTo(asked, 'r:Organisation')).toBe(2);
  });

  it('records of all kinds by id take are one for each kind and one to learn the kinds', async () => {
    const asked = await ask(
      '{ nodes(ids: ["country:KZ", "country:TJ", "organisation:jica", "organisation:tika", "goal:4", "goal:17", "nothing:here"]) { id } }',
    );
    expect(asked.data.nodes).toHaveLength(7);
    expect(asked.statements).toHaveLength(4);
  });

  it('chains take does not grow with the chains', async () => {
    const chains = (first: number) => `{ trilateralChains(first: ${first}) { totalCount edges { node {
      name basis actors { role actor { name } country { name } evidence { text source { title } } } activities { name }
      regions { name } sectors { name } commitments { value } evidence { text } arrangement { names { value } } } } } }`;
    const one = await ask(chains(1));
    const all = await ask(chains(40));
    expect(nodesOf(one.data.trilateralChains)).toHaveLength(1);
    expect(nodesOf(all.data.trilateralChains)).toHaveLength(5);
    expect(all.statements).toHaveLength(one.statements.length);
    // The page, the count, regions with sectors and commitments, evidence of chains and of roles, names of the arrangements.
    expect(all.statements.length).toBeLessThanOrEqual(7);
  });

  it('disagreements of a page of figures take does not grow with the figures', async () => {
    const figures = (limit: number) =>
      `{ figures(limit: ${limit}, sort: [{ id: ASC }]) { id subject { name } breakdownEntity { name } disagreesWith { explanation figure { id value } } } }`;
    const few = await ask(figures(100));
    expect(
      few.data.figures.flatMap(({ disagreesWith }: { disagreesWith: unknown[] }) => disagreesWith).length,
    ).toBeGreaterThan(1);
    expect(few.statements.length).toBeLessThanOrEqual(5);
  });

  it('the description of the schema takes is none', async () => {
    const asked = await ask('{ __typename __schema { types { name } } meta { __typename } }');
    expect(asked.statements.length).toBeLessThanOrEqual(1);
  });

  it('the counts of the whole graph take is none while the graph does not change', async () => {
    const meta = '{ meta { counts { count } statementCount evidence { percent } } }';
    await ask(meta);
    expect((await ask(meta)).statements).toHaveLength(0);
  });
});
