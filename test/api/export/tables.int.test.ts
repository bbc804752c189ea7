import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/api/export/read-table.ts';
import { TABLES } from '../../../src/api/export/tables/tables.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Api, builtOnce, counting, nodesOf, startApi } from '../../support/api.ts';
import { beginExport, exportRows, exportText } from '../../support/open-export.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

let graph: Graph;
let api: Api;

beforeAll(async () => {
  graph = await openSeededGraph();
  api = await startApi(graph);
});
afterAll(async () => {
  await api.close();
  await graph.close();
});

const KAZAID = 'organisation:kazaid';

/** What the questions that need an argument are asked. */
const FILTERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  partners: { of: KAZAID },
  commonPartners: { of: [KAZAID, 'organisation:jica'] },
  potentialChains: { pivot: 'country:KZ' },
  partnershipGaps: { for: KAZAID },
  flows: { groupBy: ['YEAR', 'DONOR'], measure: 'COMMITMENTS' },
};

async function count(cypher: string): Promise<number> {
  const [row] = await graph.read<{ count: number }>(`${cypher} AS count`);
  return row?.count ?? -1;
}

describe.each(TABLES.map((table) => [table.name, table] as const))('the table %s', (what, table) => {
  it('has the columns it declares, each filled in each row', async () => {
    const columns = columnsOf(table, (await builtOnce()).schema).map(({ name }) => name);
    const [header, ...rows] = parse(await exportText(graph, { what, filter: FILTERS[what] ?? {} })) as string[][];
    expect(header).toEqual(columns);
    expect(new Set(columns).size).toBe(columns.length);
    if (!EMPTY_IN_THE_SEED.has(what)) expect(rows.length).toBeGreaterThan(0);
  });
});

/** The seed has no transactions, and nothing that speaks for a chain or a gap. */
const EMPTY_IN_THE_SEED = new Set(['transactions', 'flows', 'fundingChains', 'potentialChains', 'partnershipGaps']);

it.each(TABLES.map(({ name }) => name))(
  'the table %s without a filter is read, or says what it must have',
  async (what) => {
    const begun = beginExport(graph, { what }).then(
      ({ chunks }) => chunks.return(undefined),
      (error) => error.message,
    );
    const isRead = expect.objectContaining({ done: true });
    const isMissing = expect.stringMatching(/^filter\.[a-zA-Z]+: missing; expected /);
    expect(await begun).toEqual(what in FILTERS ? isMissing : isRead);
  },
);

describe('a table', () => {
  it.each([
    ['organisations', 'MATCH (n:Organisation) RETURN count(n)'],
    ['countries', 'MATCH (n:Country) RETURN count(n)'],
    ['sectors', 'MATCH (n:Sector) RETURN count(n)'],
    ['participations', "MATCH ()-[r:PARTICIPATES_IN]->() WHERE r.basis <> 'INFERRED' RETURN count(r)"],
    ['ties', "MATCH ()-[r:TIED_TO]->() WHERE r.basis <> 'INFERRED' RETURN count(r)"],
    ['statements', 'MATCH (s:Statement) RETURN count(s)'],
  ])('of %s holds each once, in the order of ids', async (what, cypher) => {
    const ids = (await exportRows(graph, what)).map(({ id }) => String(id));
    expect(ids).toHaveLength(await count(cypher));
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(['participations', 'partners'])('of %s says the same as CSV and as JSON Lines', async (what) => {
    const filter = FILTERS[what] ?? {};
    const [header = [], ...cells] = parse(await exportText(graph, { what, filter, format: 'csv' })) as string[][];
    const rows = await exportRows(graph, what, filter);
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => header));
    expect(cells.map((row) => row[0])).toEqual(rows.map((row) => row[header[0] ?? '']));
  });

  it('keeps the filter of a list', async () => {
    const where = {
      kind: { eq: 'NATIONAL_AGENCY' },
      OR: [{ acronym: { startsWith: 'K' } }, { country: { some: { code: { eq: 'TR' } } } }],
    };
    const { data, errors } = await api.ask(
      'query ($where: OrganisationWhere) { organisations(where: $where) { id } }',
      { where },
    );
    expect(errors).toBeUndefined();
    expect(data.organisations.length).toBeGreaterThan(1);
    const ids = (await exportRows(graph, 'organisations', where)).map(({ id }) => id);
    expect(ids).toEqual(data.organisations.map(({ id }: { id: string }) => id));
  });

  it('keeps the filter of a question', async () => {
    const filter = { pivotal: ['country:KZ'], years: { from: 2024, to: 2024 } };
    const { data } = await api.ask(
      'query ($filter: TrilateralChainFilter) { trilateralChains(filter: $filter, first: 100) { edges { node { id } } } }',
      { filter },
    );
    const wanted = nodesOf(data.trilateralChains).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(0);
    expect((await exportRows(graph, 'trilateralChains', filter)).map(({ id }) => id)).toEqual(wanted);
  });

  it('says of partners what the question says of them', async () => {
    const { data } = await api.ask(
      `{ partners(of: "${KAZAID}", first: 100) { edges { node { actor { id name } sharedActivities roles firstYear } } } }`,
    );
    const wanted = nodesOf(data.partners).map(({ actor, sharedActivities, roles, firstYear }) => ({
      actor_id: actor.id,
      actor_name: actor.name,
      shared_activities: sharedActivities,
      roles,
      first_year: firstYear,
    }));
    const rows = await exportRows(graph, 'partners', { of: KAZAID });
    expect(rows).toHaveLength(wanted.length);
    for (const [index, row] of rows.entries()) expect(row).toMatchObject(wanted[index] ?? {});
  });

  it('has an actor of a chain in a row of its own, with the sources of its role', async () => {
    const rows = await exportRows(graph, 'trilateralChainActors', {});
    const chains = await exportRows(graph, 'trilateralChains', {});
    const members = chains.flatMap((chain) =>
      ['facilitating', 'pivotal', 'beneficiaries'].flatMap((role) => chain[`${role}_actor_id`]),
    );
    expect(rows.map(({ actors_actor_id }) => actors_actor_id).sort()).toEqual(members.sort());
    for (const { sources } of rows) expect(sources).not.toEqual([]);
  });

  it.each([
    [{ actors: [KAZAID] }, `MATCH (a {id: '${KAZAID}'})-[r:PARTICIPATES_IN]->() RETURN count(r)`],
    [
      { actors: ['country:JP'], roles: ['PARTNER'] },
      "MATCH (a)-[r:PARTICIPATES_IN {role: 'PARTNER'}]->() WHERE a.id = 'country:JP' OR EXISTS { (a)-[:BELONGS_TO]->({id: 'country:JP'}) } RETURN count(r)",
    ],
    [
      { recipients: ['country:TJ'], years: { from: 2025, to: 2025 } },
      "MATCH (:Country {id: 'country:TJ'})-[:PARTICIPATES_IN {role: 'BENEFICIARY'}]->(a) WHERE a.firstDay.year <= 2025 AND coalesce(a.lastDay.year, 9999) >= 2025 WITH DISTINCT a MATCH ()-[r:PARTICIPATES_IN]->(a) RETURN count(r)",
    ],
    [
      { activities: ['activity:dostyk'], participants: ['organisation:koica'] },
      "MATCH (a)-[:PART_OF*0..3]->({id: 'activity:dostyk'}) WHERE EXISTS { ({id: 'organisation:koica'})-[:PARTICIPATES_IN]->(a) } WITH DISTINCT a MATCH ()-[r:PARTICIPATES_IN]->(a) RETURN count(r)",
    ],
  ])('of participations keeps the filter %j', async (filter, cypher) => {
    const rows = await exportRows(graph, 'participations', filter);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(await count(cypher));
  });

  it.each([
    ['organisations', { kind: { eq: 'NGOX' } }, 'InvalidInput', /NGOX.*NGO/],
    ['organisations', { kindd: { eq: 'NGO' } }, 'InvalidInput', /kindd.*kind/],
    ['organisations', { AND: [{ AND: [{ AND: [{ AND: [] }] }] }] }, 'LimitExceeded', /nested deeper/],
    ['trilateralChains', { pivotel: ['country:KZ'] }, 'InvalidInput', /pivotel.*pivotal/],
    ['trilateralChains', { pivotal: ['country:XX'] }, 'NotFound', /pivotal.*country:XX/],
    ['partners', { of: KAZAID, offset: 3 }, 'InvalidInput', /offset.*not known/],
    ['partners', { of: 'kazaid' }, 'NotFound', /no record has the id kazaid/],
    ['partners', {}, 'InvalidInput', /^filter\.of: missing; expected ID! \(/],
    ['commonPartners', {}, 'InvalidInput', /^filter\.of: missing; expected \[ID!\]! \(/],
    ['potentialChains', {}, 'InvalidInput', /^filter\.pivot: missing; expected ID! \(/],
    ['partnershipGaps', {}, 'InvalidInput', /^filter\.for: missing; expected ID! \(/],
    ['flows', { measure: 'COMMITMENTS' }, 'InvalidInput', /^filter\.groupBy: missing; expected \[FlowDimension!\]! \(/],
    ['partners', { of: null }, 'InvalidInput', /^filter\.of: .*null/],
    ['partners', { of: KAZAID, years: { from: 'x' } }, 'InvalidInput', /^filter\.years\.from: .*"x"/],
    ['timeline', { years: { from: 'x' } }, 'InvalidInput', /^filter\.years\.from: .*"x"/],
    ['timeline', { yearz: {} }, 'InvalidInput', /^filter: .*"yearz".*"years"/],
    ['organisations', { kind: { eq: 'BOSS' } }, 'InvalidInput', /^filter\.kind\.eq: .*BOSS/],
    ['participations', { rolez: [] }, 'InvalidInput', /rolez.*roles/],
    ['participations', { roles: ['BOSS'] }, 'InvalidInput', /filter\.roles\.0.*BOSS/],
    ['participations', { roles: [] }, 'InvalidInput', /filter\.roles: got an empty list/],
    ['participations', { years: { from: 2025, to: 2020 } }, 'InvalidInput', /filter\.years: from 2025 is later/],
    [
      'participations',
      { actors: Array.from({ length: 101 }, (_, index) => `country:${index}`) },
      'LimitExceeded',
      /101 items/,
    ],
    ['transactions', { donors: ['organisation:nobody'] }, 'NotFound', /filter\.donors.*nobody/],
    ['alumni', {}, 'NotFound', /"alumni", expected one of .*organisations/],
    ['auditEvents', {}, 'NotFound', /expected one of/],
    ['__proto__', {}, 'NotFound', /expected one of/],
  ])('of %s refuses %j before there is anything to write', async (what, filter, code, message) => {
    await expect(beginExport(graph, { what, filter })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('reads no further than what is taken of it', async () => {
    const statements: string[] = [];
    const { chunks } = await beginExport(counting(graph, statements), { what: 'statements', format: 'csv' });
    await chunks.next();
    await chunks.next();
    const before = statements.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(statements).toHaveLength(before);
    expect(before).toBeLessThan(6);
    await chunks.return(undefined);
  });

  it('ends with an error where it is longer than it may be', async () => {
    const { chunks } = await beginExport(graph, { what: 'statements', mostRows: 700 });
    const read = async () => {
      for await (const _ of chunks);
    };
    await expect(read()).rejects.toMatchObject({ code: 'LimitExceeded' });
  });

  it('has no format that is meant for something else', async () => {
    await expect(beginExport(graph, { what: 'partners', format: 'gexf' })).rejects.toThrow(
      /gexf.*expected csv or jsonl/,
    );
  });
});
