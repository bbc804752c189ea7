import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Answer, type Api, nodesOf, startApi } from '../support/api.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';
import { node, record, retract, write } from '../support/test-records.ts';

describe('connections', () => {
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

  describe.each<[string, { page: number; field: string; id: string; around?: string }]>([
    ['agencies', { page: 7, field: 'agencies', id: 'id' }],
    ['trilateralChains', { page: 2, field: 'trilateralChains', id: 'id' }],
    ['search', { page: 4, field: 'search', id: 'id' }],
    [
      'participations',
      { page: 9, field: 'participations', id: 'id', around: 'organisation(id: "organisation:kazaid")' },
    ],
    ['ties', { page: 5, field: 'ties', id: 'id', around: 'organisation(id: "organisation:kazaid")' }],
    ['commitments', { page: 3, field: 'commitments', id: 'id', around: 'country(id: "country:KZ")' }],
    ['figures', { page: 25, field: 'figures', id: 'id', around: 'country(id: "country:KZ")' }],
    ['statements', { page: 60, field: 'statements', id: 'id', around: 'source(id: "source:kazakhstan-inside-2024")' }],
  ])('%s', (_, { page, field, id, around }) => {
    const ask = async (first: number, after: string | null, more = ''): Promise<Answer> => {
      const text = field === 'search' ? 'text: "development", ' : '';
      const inner = `connection: ${field}(${text}first: $first, after: $after) {
        ${more} pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${id} } } }`;
      const query = `query ($first: Int!, $after: String) { ${around ? `parent: ${around} { ${inner} }` : inner} }`;
      const { data, errors } = await api.ask(query, { first, after });
      expect(errors).toBeUndefined();
      return around ? data.parent.connection : data.connection;
    };

    it('gives every row once, page by page, as many as it counts', async () => {
      const { totalCount } = await ask(1, null, 'totalCount');
      const ids: string[] = [];
      let after: string | null = null;
      for (let number = 0; ; number += 1) {
        const found: Answer = await ask(page, after);
        expect(found.pageInfo.hasPreviousPage).toBe(number > 0);
        expect(found.pageInfo.startCursor).toBe(found.edges[0].cursor);
        expect(found.pageInfo.endCursor).toBe(found.edges.at(-1).cursor);
        ids.push(...nodesOf(found).map((row) => row[id]));
        if (!found.pageInfo.hasNextPage) break;
        expect(found.edges).toHaveLength(page);
        after = found.pageInfo.endCursor;
      }
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(totalCount);
      expect(ids.length).toBeGreaterThan(page);
    });

    it('goes on after any cursor, not only the last', async () => {
      const whole = await ask(4, null);
      const rest = await ask(2, whole.edges[1].cursor);
      expect(nodesOf(rest)).toEqual(nodesOf(whole).slice(2, 4));
    });

    it('refuses a cursor that was tampered with', async () => {
      const { pageInfo } = await ask(1, null);
      const text = Buffer.from(pageInfo.endCursor, 'base64url').toString();
      const forged = [
        'nonsense',
        '',
        Buffer.from('{}').toString('base64url'),
        Buffer.from('["x"]').toString('base64url'),
        Buffer.from(text.replace(field, 'others')).toString('base64url'),
        Buffer.from(text.replace(/,[^,]*]$/, ',{"a":1}]')).toString('base64url'),
        Buffer.from(text.replace(/,[^,]*]$/, ',null]')).toString('base64url'),
      ];
      for (const after of forged) {
        const query = `query ($after: String) { ${around ? `${around} {` : ''} ${field}(${field === 'search' ? 'text: "development", ' : ''}first: 1, after: $after) { edges { cursor } } ${around ? '}' : ''} }`;
        const { errors } = await api.ask(query, { after });
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
        expect(errors?.[0]?.message).toMatch(/^after: /);
      }
    });
  });

  it('refuses the cursor of another question and of the same question with other arguments', async () => {
    const { data } = await api.ask('{ agencies(first: 1) { pageInfo { endCursor } } }');
    const after = data.agencies.pageInfo.endCursor;
    const others = [
      'trilateralChains(first: 1, after: $after) { edges { cursor } }',
      'agencies(kinds: [UN_BODY], first: 1, after: $after) { edges { cursor } }',
      'search(text: "Dostyk", first: 1, after: $after) { edges { cursor } }',
      'country(id: "country:KZ") { figures(first: 1, after: $after) { edges { cursor } } }',
    ];
    for (const other of others) {
      const { errors } = await api.ask(`query ($after: String) { ${other} }`, { after });
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(/^after: /),
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    const same = await api.ask('query ($after: String) { agencies(first: 9, after: $after) { edges { cursor } } }', {
      after,
    });
    expect(same.errors).toBeUndefined();
  });

  it('refuses the cursor that another record gave for the same relation', async () => {
    const { data } = await api.ask('{ country(id: "country:KZ") { ties(first: 1) { pageInfo { endCursor } } } }');
    const after = data.country.ties.pageInfo.endCursor;
    const query =
      'query ($after: String) { organisation(id: "organisation:kazaid") { ties(after: $after) { totalCount } } }';
    const { errors } = await api.ask(query, { after });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('neither repeats nor skips what stays while rows are added and taken away between pages', async () => {
    const before = (await walkAgencies(100)).ids;
    const [first, second, third, fourth] = [
      'organisation:aaa',
      'organisation:fffa',
      'organisation:fffb',
      'organisation:zzz',
    ].map((id) => record(id, node('Organisation', id, { properties: { name: id, kind: 'UN_BODY' } }))) as [
      Rec,
      Rec,
      Rec,
      Rec,
    ];
    await write(graph, first, third);
    const changes = [
      () => write(graph, second),
      () => retract(graph, first),
      () => retract(graph, third),
      () => write(graph, fourth),
    ];
    const { ids } = await walkAgencies(4, async () => void (await changes.shift()?.()));
    await retract(graph, second, fourth);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => before.includes(id))).toEqual(before);
    expect(ids).toContain('organisation:zzz');
    expect(changes).toEqual([]);
    expect((await walkAgencies(100)).ids).toEqual(before);
  });

  it('ends a ranked list whose ranking has changed with the graph', async () => {
    const search =
      'query ($after: String) { search(text: "development", first: 2, after: $after) { pageInfo { endCursor } } }';
    const { data } = await api.ask(search);
    const after = data.search.pageInfo.endCursor;
    expect((await api.ask(search, { after })).errors).toBeUndefined();

    const added = record('expiry', node('Organisation', 'organisation:expiry'));
    await write(graph, added);
    const { errors } = await api.ask(search, { after });
    await retract(graph, added);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('graph has changed'),
      extensions: { code: 'CURSOR_EXPIRED' },
    });
  });

  it('counts a list only when the count is asked for', async () => {
    const lists = [
      ['agencies(first: 2)', ''],
      ['trilateralChains(first: 2)', ''],
      ['search(text: "Kazakhstan", first: 2)', ''],
      ['participations(first: 2)', 'organisation(id: "organisation:kazaid")'],
      ['figures(first: 2)', 'country(id: "country:KZ")'],
    ] as const;
    for (const [list, around] of lists) {
      const wrap = (selection: string) =>
        around ? `{ ${around} { ${list} { ${selection} } } }` : `{ ${list} { ${selection} } }`;
      const without = await api.ask(wrap('edges { cursor }'));
      const withCount = await api.ask(wrap('edges { cursor } totalCount'));
      expect([without.errors, withCount.errors]).toEqual([undefined, undefined]);
      expect(without.statements.filter((cypher) => /count\(/.test(cypher))).toEqual([]);
      expect(withCount.statements).toHaveLength(without.statements.length + 1);
    }
  });

  async function walkAgencies(first: number, between = async () => {}): Promise<{ ids: string[] }> {
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data, errors }: { data: Answer; errors: unknown } = await api.ask(
        'query ($first: Int!, $after: String) { agencies(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }',
        { first, after },
      );
      expect(errors).toBeUndefined();
      ids.push(...nodesOf(data.agencies).map(({ id }) => id));
      if (!data.agencies.pageInfo.hasNextPage) return { ids };
      after = data.agencies.pageInfo.endCursor;
      await between();
    }
  }

  describe('of a size that is out of bounds', () => {
    const LISTS: readonly (readonly [name: string, argument: string, query: (argument: string) => string])[] = [
      ['a connection', 'first', (size) => `agencies(first: ${size}) { edges { cursor } }`],
      ['a ranked list', 'first', (size) => `search(text: "Dostyk", first: ${size}) { edges { cursor } }`],
      ['chains', 'first', (size) => `trilateralChains(first: ${size}) { totalCount }`],
      ['a relation', 'first', (size) => `country(id: "country:KZ") { figures(first: ${size}) { totalCount } }`],
      ['evidence', 'first', (size) => `country(id: "country:KZ") { evidence(first: ${size}) { id } }`],
      [
        'evidence of a row',
        'first',
        (size) =>
          `agencies { edges { node { ties(first: 1) { edges { node { evidence(first: ${size}) { id } } } } } } }`,
      ],
      [
        'a relation in a fragment',
        'first',
        (size) => `node(id: "country:KZ") { ... on Actor { ties(first: ${size}) { totalCount } } }`,
      ],
      ['a generated list', 'limit', (size) => `countries(limit: ${size}) { id }`],
      [
        'a generated list in a look-up',
        'limit',
        (size) => `country(id: "country:KZ") { organisations(limit: ${size}) { id } }`,
      ],
      [
        'a generated list in a generated list',
        'limit',
        (size) => `organisations { country { regions(limit: ${size}) { id } } }`,
      ],
      [
        'a generated list in a fragment',
        'limit',
        (size) => `node(id: "country:KZ") { ... on Country { names(limit: ${size}) { id } } }`,
      ],
    ];
    const SIZES = ['0', '-1', '101', '2147483647', '-2147483648', 'null'];
    const CASES = LISTS.flatMap(([name, argument, query]) =>
      SIZES.map((size) => [name, argument, size, query] as const),
    );

    it.each(CASES)('%s is not asked of the database: %s %s', async (_, argument, size, query) => {
      const literal = await api.ask(`{ ${query(size)} }`);
      const variable = await api.ask(`query ($size: Int) { ${query('$size')} }`, { size: JSON.parse(size) });
      for (const { status, errors, statements } of [literal, variable]) {
        expect(status).toBe(400);
        expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
        expect(errors?.[0]?.message).toContain(`(${argument}): got ${size}, expected a number from 1 to 100`);
        expect(statements).toEqual([]);
      }
    });

    it('a list in a branch that is switched off is refused all the same', async () => {
      const { status, statements } = await api.ask(
        '{ goals(limit: 1) { id } countries(limit: 0) @skip(if: true) { id } }',
      );
      expect([status, statements]).toEqual([400, []]);
    });

    it.each(['-2147483647', '-1', '0'])('a sibling with limit %s does not make a heavy list cheap', async (size) => {
      const { status, errors, statements } = await api.ask(
        `{ z: organisations(limit: ${size}) { id } b: countries(limit: 100) { organisations(limit: 100) { projects(limit: 100) { id } } } }`,
      );
      expect([status, errors?.[0]?.extensions.code, statements]).toEqual([400, 'BAD_USER_INPUT', []]);
    });

    it.each(['1001', '-1', '2147483647', 'null'])('an offset of %s', async (offset) => {
      for (const query of [
        `{ countries(offset: ${offset}) { id } }`,
        `{ countries(limit: 1) { names(offset: ${offset}) { id } } }`,
      ]) {
        const { status, errors, statements } = await api.ask(query);
        expect([status, errors?.[0]?.extensions.code, statements]).toEqual([400, 'BAD_USER_INPUT', []]);
        expect(errors?.[0]?.message).toContain(`(offset): got ${offset}, expected a number from 0 to 1000`);
      }
    });

    it('what is left out is 20 rows, at every level', async () => {
      const { data } = await api.ask(
        '{ sectors { id } region(id: "region:asia") { countries { id } } country(id: "country:KZ") { figures { edges { cursor } } } }',
      );
      expect(data.sectors).toHaveLength(20);
      expect(data.country.figures.edges).toHaveLength(20);
    });
  });
});

type Rec = ReturnType<typeof record>;
