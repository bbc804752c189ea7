import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, nodesOf, startApi } from '../../support/api.ts';
import { emptyGraph, openSeededGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, retract, write } from '../../support/test-records.ts';

const JICA = 'organisation:jica';
const BAD_USER_INPUT = 'BAD_USER_INPUT';

describe('potentialChains', () => {
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

  async function ask(args: string, selection: string): Promise<Answer> {
    const { data, errors } = await api.ask(`{ potentialChains(${args}) { ${selection} } }`);
    expect(errors).toBeUndefined();
    return data.potentialChains;
  }

  /** The code of the error with which the question is refused. */
  async function refusal(question: string): Promise<string | undefined> {
    const { errors } = await api.ask(`{ ${question} { totalCount } }`);
    expect(errors?.[0]?.message).toMatch(/^after: /);
    return errors?.[0]?.extensions.code;
  }

  const NODE = 'edges { node { basis facilitator { id } beneficiary { id } score parts { kind value points } } }';

  describe('on the seed', () => {
    it.each<[string, string, ...string[]]>([
      ['pivot: "organisation:nobody"', 'NOT_FOUND', 'pivot: no record has the id organisation:nobody'],
      ['pivot: "activity:dostyk"', BAD_USER_INPUT, 'pivot: activity:dostyk is of the kind PROGRAMME', 'COUNTRY'],
      [`pivot: "${JICA}", filter: { facilitators: [] }`, BAD_USER_INPUT, 'filter.facilitators: got an empty list'],
      [`pivot: "${JICA}", filter: { beneficiaries: [] }`, BAD_USER_INPUT, 'filter.beneficiaries: got an empty list'],
      [`pivot: "${JICA}", filter: { regions: [] }`, BAD_USER_INPUT, 'filter.regions: got an empty list'],
      [`pivot: "${JICA}", filter: { sectors: [] }`, BAD_USER_INPUT, 'filter.sectors: got an empty list'],
      [
        `pivot: "${JICA}", filter: { facilitators: ["sector:121"] }`,
        BAD_USER_INPUT,
        'filter.facilitators: sector:121 is of the kind SECTOR',
      ],
      [
        `pivot: "${JICA}", filter: { beneficiaries: ["${JICA}"] }`,
        BAD_USER_INPUT,
        `filter.beneficiaries: ${JICA} is of the kind ORGANISATION, expected one of COUNTRY`,
      ],
      [`pivot: "${JICA}", filter: { regions: ["country:TJ"] }`, BAD_USER_INPUT, 'filter.regions: country:TJ', 'REGION'],
      [`pivot: "${JICA}", filter: { sectors: ["goal:4"] }`, BAD_USER_INPUT, 'filter.sectors: goal:4', 'SECTOR'],
      [`pivot: "${JICA}", filter: { sectors: ["sector:none"] }`, 'NOT_FOUND', 'filter.sectors: no record has the id'],
      [
        `pivot: "${JICA}", filter: { beneficiaries: ["country:TJ", "country:TJ"] }`,
        BAD_USER_INPUT,
        'filter.beneficiaries: got country:TJ twice',
      ],
      [
        `pivot: "${JICA}", filter: { years: { from: 2025, to: 2024 } }`,
        BAD_USER_INPUT,
        'filter.years: from 2025 is later than to 2024',
      ],
      [`pivot: "${JICA}", filter: { years: { to: 25 } }`, BAD_USER_INPUT, 'filter.years.to: got 25'],
      [`pivot: "${JICA}", first: 0`, BAD_USER_INPUT, 'potentialChains(first): got 0', '1 to 100'],
      [`pivot: "${JICA}", first: 101`, BAD_USER_INPUT, 'potentialChains(first): got 101', '1 to 100'],
      [`pivot: "${JICA}", after: "here"`, BAD_USER_INPUT, 'after: not a cursor'],
      [
        `pivot: "${JICA}", filter: { beneficiaries: [${'"country:TJ", '.repeat(101)}] }`,
        'LIMIT_EXCEEDED',
        'beneficiaries: 101 items',
      ],
    ])('%s is refused: %s', async (args, code, ...says) => {
      const { errors } = await api.ask(`{ potentialChains(${args}) { totalCount } }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
      for (const part of says) expect(errors?.[0]?.message).toContain(part);
    });

    it('suggests who worked with JICA and for Tajikistan, with a score that can be added up by hand', async () => {
      const found = nodesOf(await ask(`pivot: "${JICA}"`, NODE));
      expect(found.map(({ facilitator, beneficiary, score }) => [facilitator.id, beneficiary.id, score])).toEqual([
        ['organisation:kazaid', 'country:TJ', 62.3],
        ['organisation:state-revenue-committee-kz', 'country:TJ', 33.7],
        ['organisation:wco', 'country:TJ', 33.7],
        ['organisation:kazaid', 'country:TR', 25],
      ]);
      expect(found[0].basis).toBe('INFERRED');
    });

    it('suggests nothing that is an arrangement already, and none of the pivot’s own', async () => {
      for (const pivot of ['organisation:kazaid', 'country:KZ', 'organisation:astana-hub']) {
        expect(await ask(`pivot: "${pivot}"`, 'totalCount')).toEqual({ totalCount: 0 });
      }
    });

    it.each([
      ['facilitators: ["country:KZ"]', 3],
      ['facilitators: ["organisation:wco", "organisation:kazaid"]', 3],
      ['facilitators: ["country:JP"]', 0],
      ['beneficiaries: ["country:TJ"]', 3],
      ['beneficiaries: ["country:UZ"]', 0],
      ['regions: ["region:asia"]', 4],
      ['regions: ["region:central-asia", "region:caucasus"]', 3],
      ['regions: ["region:caucasus"]', 0],
      ['sectors: ["sector:430"]', 1],
      ['sectors: ["sector:33120"]', 3],
      ['years: { to: 2024 }', 1],
      ['years: { from: 2026 }', 0],
    ])('with %s are %i', async (filter, totalCount) => {
      expect(await ask(`pivot: "${JICA}", filter: { ${filter} }`, 'totalCount')).toEqual({ totalCount });
    });

    it('gives pages that fit together, and their cursors only until the graph or the question changes', async () => {
      const whole = nodesOf(await ask(`pivot: "${JICA}"`, NODE));
      const page = 'pageInfo { hasNextPage hasPreviousPage endCursor }';
      const one = await ask(`pivot: "${JICA}", first: 1`, `${page} ${NODE}`);
      const after = `after: "${one.pageInfo.endCursor}"`;
      const rest = await ask(`pivot: "${JICA}", first: 5, ${after}`, `${page} ${NODE}`);
      expect([...nodesOf(one), ...nodesOf(rest)]).toEqual(whole);
      expect([one.pageInfo.hasNextPage, rest.pageInfo.hasNextPage, rest.pageInfo.hasPreviousPage]).toEqual([
        true,
        false,
        true,
      ]);

      for (const other of [
        `potentialChains(pivot: "organisation:wco", ${after})`,
        `potentialChains(pivot: "${JICA}", filter: { beneficiaries: ["country:TJ"] }, ${after})`,
        `partnershipGaps(for: "${JICA}", ${after})`,
      ]) {
        expect(await refusal(other), other).toBe(BAD_USER_INPUT);
      }

      const added = record('expiry', node('Organisation', 'organisation:expiry'));
      await write(graph, added);
      const expired = await refusal(`potentialChains(pivot: "${JICA}", ${after})`);
      await retract(graph, added);
      expect(expired).toBe('CURSOR_EXPIRED');
    });

    it('ends its cursors with the year, which moves the scores', async () => {
      const { pageInfo } = await ask(`pivot: "${JICA}", first: 1`, 'pageInfo { endCursor }');
      vi.setSystemTime(new Date('2027-01-01'));
      const expired = await refusal(`potentialChains(pivot: "${JICA}", after: "${pageInfo.endCursor}")`);
      vi.setSystemTime(new Date('2026-06-01'));
      expect(expired).toBe('CURSOR_EXPIRED');
    });

    it('takes as many statements for a page as for one suggestion', async () => {
      const selection =
        'totalCount edges { node { facilitator { name } pivot { name } beneficiary { name entity { id } } parts { examples { name } } } }';
      const one = await api.ask(`{ potentialChains(pivot: "${JICA}", first: 1) { ${selection} } }`);
      const all = await api.ask(`{ potentialChains(pivot: "${JICA}", first: 40) { ${selection} } }`);
      expect(nodesOf(all.data.potentialChains)).toHaveLength(4);
      expect(all.statements).toHaveLength(one.statements.length);
      // Ids, the version, the pivot, the pairs, references, examples, whole countries.
      expect(all.statements.length).toBeLessThanOrEqual(8);
    });
  });

  describe('on a graph of its own', () => {
    beforeAll(async () => {
      await emptyGraph(graph);
    });

    const own = (id: string, country: string) => [node('Organisation', id), edge('BELONGS_TO', id, country)];
    const part = (actor: string, role: string, activity = 'activity:a') =>
      edge('PARTICIPATES_IN', actor, activity, { role });

    it('needs three countries that are known, or multilateral bodies', async () => {
      const base = record(
        'base',
        node('Country', 'country:P'),
        node('Country', 'country:F'),
        node('Country', 'country:B'),
        node('Project', 'activity:a'),
        ...own('organisation:pivot', 'country:P'),
        ...own('organisation:own-ministry', 'country:P'),
        ...own('organisation:facilitator', 'country:F'),
        ...own('organisation:their-ministry', 'country:B'),
        node('Organisation', 'organisation:bank', { properties: { name: 'Bank', kind: 'MULTILATERAL' } }),
        node('Organisation', 'organisation:phantom', { properties: { name: '00141', kind: 'OTHER', isPhantom: true } }),
        part('organisation:pivot', 'IMPLEMENTING'),
        part('organisation:own-ministry', 'FUNDING'),
        part('country:P', 'FUNDING'),
        part('organisation:facilitator', 'FUNDING'),
        part('organisation:their-ministry', 'IMPLEMENTING'),
        part('organisation:bank', 'FUNDING'),
        part('organisation:phantom', 'FUNDING'),
        part('country:B', 'BENEFICIARY'),
      );
      await write(graph, base);
      const pairs = async (pivot: string) =>
        nodesOf(await ask(`pivot: "${pivot}"`, NODE)).map(({ facilitator, beneficiary }) =>
          [facilitator.id, beneficiary.id].join(' → '),
        );
      expect(await pairs('organisation:pivot')).toEqual([
        'organisation:bank → country:B',
        'organisation:facilitator → country:B',
      ]);
      expect(await pairs('organisation:bank')).toEqual([
        'country:P → country:B',
        'organisation:facilitator → country:B',
        'organisation:own-ministry → country:B',
        'organisation:pivot → country:B',
      ]);
      expect(await pairs('organisation:phantom')).toEqual([]);
      expect(await pairs('organisation:their-ministry')).toEqual([]);
      await retract(graph, base);
    });

    it('refuses more pairs than it ranks, and answers them narrowed', { timeout: 120_000 }, async () => {
      const [facilitators, countries] = [72, 70];
      await graph.administer(`
        CREATE (activity:Entity:Activity:Project {id: 'activity:crowd', name: 'Crowd'})
        CREATE (pivot:Entity:Actor:Organisation {id: 'organisation:crowd', name: 'Crowd', kind: 'UN_BODY'})
        CREATE (pivot)-[:PARTICIPATES_IN {id: 'participation:crowd', role: 'IMPLEMENTING', basis: 'DECLARED'}]->(activity)
        FOREACH (number IN range(1, ${facilitators}) |
          CREATE (:Entity:Actor:Organisation {id: 'organisation:crowd-' + number, name: 'F', kind: 'MULTILATERAL'})
            -[:PARTICIPATES_IN {id: 'participation:crowd-f' + number, role: 'FUNDING', basis: 'DECLARED'}]->(activity))
        FOREACH (number IN range(1, ${countries}) |
          CREATE (:Entity:Actor:Country {id: 'country:crowd-' + number, name: 'C'})
            -[:PARTICIPATES_IN {id: 'participation:crowd-c' + number, role: 'BENEFICIARY', basis: 'DECLARED'}]->(activity))`);
      const { errors } = await api.ask('{ potentialChains(pivot: "organisation:crowd") { totalCount } }');
      expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
      expect(errors?.[0]?.message).toMatch(/^pivot: more than 5000 pairs .*filter.beneficiaries/);
      const filter = 'filter: { beneficiaries: ["country:crowd-7", "country:crowd-8"] }';
      const narrowed = await ask(`pivot: "organisation:crowd", ${filter}, first: 1`, `totalCount ${NODE}`);
      expect(narrowed.totalCount).toBe(2 * facilitators);
      await emptyGraph(graph);
    });
  });
});
