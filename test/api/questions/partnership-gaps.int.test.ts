import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, nodesOf, startApi } from '../../support/api.ts';
import { emptyGraph, openSeededGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, retract, write } from '../../support/test-records.ts';

const KOICA = 'organisation:koica';
const BAD_USER_INPUT = 'BAD_USER_INPUT';

describe('partnershipGaps', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    api = await startApi(graph);
    // The library asks once which Neo4j it speaks to.
    await api.ask('{ goals(limit: 1) { id } }');
    // Recency is counted from this year.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-01') });
  });

  afterAll(async () => {
    vi.useRealTimers();
    await api?.close();
    await graph?.close();
  });

  async function ask(args: string, selection = NODE): Promise<Answer> {
    const { data, errors } = await api.ask(`{ partnershipGaps(${args}) { ${selection} } }`);
    expect(errors).toBeUndefined();
    return data.partnershipGaps;
  }

  const NODE = 'edges { node { actor { id } score countries { id } sectors { id } parts { kind value points } } }';
  const actors = async (args: string) => nodesOf(await ask(args)).map(({ actor }) => actor.id);

  describe('on the seed', () => {
    it.each<[string, string, ...string[]]>([
      ['for: "organisation:nobody"', 'NOT_FOUND', 'for: no record has the id organisation:nobody'],
      ['for: "activity:dostyk"', BAD_USER_INPUT, 'for: activity:dostyk is of the kind PROGRAMME', 'COUNTRY'],
      [`for: "${KOICA}", countries: []`, BAD_USER_INPUT, 'countries: got an empty list'],
      [`for: "${KOICA}", sectors: []`, BAD_USER_INPUT, 'sectors: got an empty list'],
      [`for: "${KOICA}", countries: ["${KOICA}"]`, BAD_USER_INPUT, 'countries: ', 'ORGANISATION', 'COUNTRY'],
      [`for: "${KOICA}", countries: ["country:ZZ"]`, 'NOT_FOUND', 'countries: no record has the id country:ZZ'],
      [`for: "${KOICA}", countries: ["country:TJ", "country:TJ"]`, BAD_USER_INPUT, 'countries: got country:TJ twice'],
      [`for: "${KOICA}", sectors: ["country:TJ"]`, BAD_USER_INPUT, 'sectors: country:TJ is of the kind COUNTRY'],
      [`for: "${KOICA}", first: -1`, BAD_USER_INPUT, 'partnershipGaps(first): got -1', '1 to 100'],
      [`for: "${KOICA}", after: "here"`, BAD_USER_INPUT, 'after: not a cursor'],
      [`for: "${KOICA}", countries: [${'"country:TJ", '.repeat(101)}]`, 'LIMIT_EXCEEDED', 'countries): 101 items'],
    ])('%s is refused: %s', async (args, code, ...says) => {
      const { errors } = await api.ask(`{ partnershipGaps(${args}) { totalCount } }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
      for (const part of says) expect(errors?.[0]?.message).toContain(part);
    });

    it('shows KOICA who was in the same programme for the same country before it came', async () => {
      const found = nodesOf(await ask(`for: "${KOICA}"`));
      expect(found.map(({ actor, score }) => [actor.id, score])).toEqual([
        ['organisation:al-farabi-kaznu', 24],
        ['organisation:civil-service-college-singapore', 24],
        ['organisation:nazarbayev-university', 24],
        ['organisation:temasek-foundation', 24],
      ]);
    });

    it.each([
      ['countries: ["country:TJ"]', 4],
      ['countries: ["country:UZ"]', 0],
      ['sectors: ["sector:151"]', 4],
      ['sectors: ["sector:15110"]', 4],
      ['sectors: ["sector:121"]', 0],
    ])('with %s are %i', async (narrowing, totalCount) => {
      expect(await ask(`for: "${KOICA}", ${narrowing}`, 'totalCount')).toEqual({ totalCount });
    });

    it('does not show those who only benefit, nor oneself, nor partners', async () => {
      for (const of of ['organisation:kazaid', 'country:KZ', 'organisation:tika', KOICA]) {
        const { data } = await api.ask(`{ partners(of: "${of}", first: 100) { edges { node { actor { id } } } } }`);
        const known = nodesOf(data.partners).map(({ actor }) => actor.id);
        for (const actor of await actors(`for: "${of}"`)) expect([of, ...known, 'country:TJ']).not.toContain(actor);
      }
    });

    it('gives pages that fit together, and their cursors only until the graph or the question changes', async () => {
      const whole = nodesOf(await ask(`for: "${KOICA}"`));
      const page = `pageInfo { hasNextPage endCursor } ${NODE}`;
      const one = await ask(`for: "${KOICA}", first: 1`, page);
      const { endCursor } = one.pageInfo;
      const rest = await ask(`for: "${KOICA}", first: 9, after: "${endCursor}"`, page);
      expect([...nodesOf(one), ...nodesOf(rest)]).toEqual(whole);
      expect([one.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);

      const code = async (args: string) =>
        (await api.ask(`{ partnershipGaps(${args}, after: "${endCursor}") { totalCount } }`)).errors?.[0]?.extensions
          .code;
      expect(await code('for: "organisation:tika"')).toBe(BAD_USER_INPUT);
      expect(await code(`for: "${KOICA}", countries: ["country:TJ"]`)).toBe(BAD_USER_INPUT);

      const added = record('expiry', node('Organisation', 'organisation:expiry'));
      await write(graph, added);
      const expired = await code(`for: "${KOICA}"`);
      await retract(graph, added);
      expect(expired).toBe('CURSOR_EXPIRED');
    });

    it('takes as many statements for a page as for one gap', async () => {
      const selection =
        'totalCount edges { node { actor { name entity { id } } countries { name } sectors { name } parts { examples { name } } } }';
      const one = await api.ask(`{ partnershipGaps(for: "${KOICA}", first: 1) { ${selection} } }`);
      const all = await api.ask(`{ partnershipGaps(for: "${KOICA}", first: 40) { ${selection} } }`);
      expect(nodesOf(all.data.partnershipGaps)).toHaveLength(4);
      expect(all.statements).toHaveLength(one.statements.length);
      // Ids, the version, one's own work, the candidates, references, examples, whole actors.
      expect(all.statements.length).toBeLessThanOrEqual(8);
    });
  });

  describe('on a graph of its own', () => {
    beforeAll(async () => {
      await emptyGraph(graph);
    });

    const own = (id: string, country: string) => [node('Organisation', id), edge('BELONGS_TO', id, country)];
    const part = (actor: string, role: string, activity: string) => edge('PARTICIPATES_IN', actor, activity, { role });

    it('is none with one’s own country, nor with the country of a partner', async () => {
      const base = record(
        'base',
        node('Country', 'country:A'),
        node('Country', 'country:B'),
        node('Country', 'country:C'),
        node('Sector', 'sector:s'),
        ...['activity:ours', 'activity:theirs'].flatMap((id) => [
          node('Project', id),
          edge('IN_SECTOR', id, 'sector:s'),
        ]),
        ...own('organisation:us', 'country:A'),
        ...own('organisation:home-ministry', 'country:A'),
        ...own('organisation:partner', 'country:B'),
        ...own('organisation:other', 'country:B'),
        node('Organisation', 'organisation:elsewhere'),
        part('organisation:us', 'IMPLEMENTING', 'activity:ours'),
        part('organisation:partner', 'FUNDING', 'activity:ours'),
        part('country:C', 'BENEFICIARY', 'activity:ours'),
        part('country:A', 'FUNDING', 'activity:theirs'),
        part('country:B', 'FUNDING', 'activity:theirs'),
        part('organisation:home-ministry', 'HOST', 'activity:theirs'),
        part('organisation:partner', 'HOST', 'activity:theirs'),
        part('organisation:other', 'PARTNER', 'activity:theirs'),
        part('organisation:elsewhere', 'BENEFICIARY', 'activity:theirs'),
        part('country:C', 'BENEFICIARY', 'activity:theirs'),
      );
      await write(graph, base);
      const [first, ...others] = nodesOf(await ask('for: "organisation:us"'));
      expect([first, ...others].map(({ actor }) => actor.id)).toEqual([
        'organisation:home-ministry',
        'organisation:other',
      ]);
      // One country, one sector, one partner that has worked with both, nothing dated.
      expect(first.parts.map(({ value, points }: Answer) => [value, points])).toEqual([
        [1, 7],
        [1, 7],
        [1, 2],
        [null, 0],
      ]);
      expect(await actors('for: "country:A"')).toEqual([]);
      await retract(graph, base);
    });

    it('refuses more candidates than it ranks, and answers them narrowed', { timeout: 120_000 }, async () => {
      await graph.administer(`
        CREATE (sector:Entity:Sector {id: 'sector:crowd', name: 'S'}), (:Entity:Sector {id: 'sector:empty', name: 'E'})
        CREATE (country:Entity:Actor:Country {id: 'country:crowd', name: 'C'})
        CREATE (us:Entity:Actor:Organisation {id: 'organisation:crowd', name: 'Us'})
        FOREACH (number IN range(1, 2) |
          CREATE (country)-[:PARTICIPATES_IN {id: 'participation:crowd-c' + number, role: 'BENEFICIARY', basis: 'DECLARED'}]
            ->(:Entity:Activity:Project {id: 'activity:crowd-' + number, name: 'A'})-[:IN_SECTOR {id: 's' + number}]->(sector))`);
      await graph.administer(`
        MATCH (us:Actor {id: 'organisation:crowd'}), (ours:Activity {id: 'activity:crowd-1'}), (theirs:Activity {id: 'activity:crowd-2'})
        CREATE (us)-[:PARTICIPATES_IN {id: 'participation:crowd', role: 'IMPLEMENTING', basis: 'DECLARED'}]->(ours)
        FOREACH (number IN range(1, 5001) |
          CREATE (:Entity:Actor:Organisation {id: 'organisation:crowd-' + number, name: 'O'})
            -[:PARTICIPATES_IN {id: 'participation:crowd-' + number, role: 'FUNDING', basis: 'DECLARED'}]->(theirs))`);
      const { errors } = await api.ask('{ partnershipGaps(for: "organisation:crowd") { totalCount } }');
      expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
      expect(errors?.[0]?.message).toMatch(/^for: more than 5000 actors .*countries or sectors/);
      expect(await ask('for: "organisation:crowd", sectors: ["sector:empty"]', 'totalCount')).toEqual({
        totalCount: 0,
      });
      await graph.administer("MATCH (one:Organisation {id: 'organisation:crowd-1'}) DETACH DELETE one");
      expect(await ask('for: "organisation:crowd", first: 3', 'totalCount')).toEqual({ totalCount: 5_000 });
      await emptyGraph(graph);
    });
  });
});
