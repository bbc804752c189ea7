import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, startApi } from '../support/api.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';

interface Mistake {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly code: string;
  readonly says: readonly string[];
}

const SEARCH = 'query ($text: String!) { search(text: $text) { totalCount } }';
const CHAINS = 'query ($filter: TrilateralChainFilter) { trilateralChains(filter: $filter) { totalCount } }';
const INVALID = 'GRAPHQL_VALIDATION_FAILED';

const MISTAKES: Readonly<Record<string, Mistake>> = {
  'an unknown enum value': {
    query: '{ agencies(kinds: [AGENCY]) { totalCount } }',
    code: INVALID,
    says: ['AGENCY', 'OrganisationKind'],
  },
  'an unknown enum value in a variable': {
    query: 'query ($kinds: [OrganisationKind!]) { agencies(kinds: $kinds) { totalCount } }',
    variables: { kinds: ['AGENCY'] },
    code: 'BAD_USER_INPUT',
    says: ['$kinds', 'AGENCY', 'OrganisationKind'],
  },
  'text for a number': { query: '{ agencies(first: "ten") { totalCount } }', code: INVALID, says: ['"ten"', 'Int'] },
  'a fraction for a whole number': {
    query: '{ agencies(first: 1.5) { totalCount } }',
    code: INVALID,
    says: ['1.5', 'Int'],
  },
  'a number beyond 32 bits': {
    query: '{ countries(limit: 99999999999) { id } }',
    code: INVALID,
    says: ['99999999999', 'Int'],
  },
  'a list for a text': {
    query: SEARCH,
    variables: { text: ['Dostyk'] },
    code: 'BAD_USER_INPUT',
    says: ['$text', 'String'],
  },
  'nothing for what is needed': { query: SEARCH, variables: {}, code: 'BAD_USER_INPUT', says: ['$text', 'String!'] },
  'an unknown field of a filter': {
    query: CHAINS,
    variables: { filter: { actor: ['x'] } },
    code: 'BAD_USER_INPUT',
    says: ['$filter', 'actor'],
  },
  'a day that is none': {
    query: '{ figures(where: { firstDay: { eq: "never" } }) { id } }',
    code: INVALID,
    says: ['never', 'Date'],
  },
  'a day that is none in a variable': {
    query: 'query ($day: Date) { figures(where: { firstDay: { eq: $day } }) { id } }',
    variables: { day: 'never' },
    code: 'BAD_USER_INPUT',
    says: ['$day', 'never'],
  },
  'a country code that is none': {
    query: '{ countries(where: { code: { eq: "Kazakhstan" } }) { id } }',
    code: INVALID,
    says: ['Kazakhstan'],
  },
  'a published date that is none': {
    query: '{ figures(where: { period: { eq: "2025-13" } }) { id } }',
    code: INVALID,
    says: ['2025-13', 'EDTF'],
  },
  'years turned round': {
    query: CHAINS,
    variables: { filter: { years: { from: 2025, to: 2024 } } },
    code: 'BAD_USER_INPUT',
    says: ['filter.years', '2025', '2024', 'earlier year first'],
  },
  'a year out of this world': {
    query: CHAINS,
    variables: { filter: { years: { from: 20240 } } },
    code: 'BAD_USER_INPUT',
    says: ['filter.years.from', '20240', '1900 to 2200'],
  },
  'a text of nothing': {
    query: SEARCH,
    variables: { text: '' },
    code: 'BAD_USER_INPUT',
    says: ['text', '0 characters', '1 to 200'],
  },
  'a text of spaces': {
    query: SEARCH,
    variables: { text: ' \t\n ' },
    code: 'BAD_USER_INPUT',
    says: ['text', 'not only spaces'],
  },
  'a text of 201 characters': {
    query: SEARCH,
    variables: { text: 'x'.repeat(201) },
    code: 'BAD_USER_INPUT',
    says: ['text', '201', '1 to 200'],
  },
  'a day in another form': {
    query: '{ figures(where: { firstDay: { eq: "1/2/2025" } }) { id } }',
    code: INVALID,
    says: ['1/2/2025', 'YYYY-MM-DD'],
  },
  'a day that does not exist': {
    query: '{ figures(where: { firstDay: { eq: "2025-02-30" } }) { id } }',
    code: INVALID,
    says: ['2025-02-30', 'YYYY-MM-DD'],
  },
  'variables named like parts of objects': {
    query: CHAINS,
    variables: JSON.parse(
      '{"filter": {"__proto__": {"actors": ["x"]}, "constructor": {"prototype": {"polluted": true}}}}',
    ),
    code: 'BAD_REQUEST',
    says: ['not valid JSON'],
  },
};

describe('bad input', () => {
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

  it.each(Object.entries(MISTAKES))(
    'is named, with what came and what was expected: %s',
    async (_, { query, variables = {}, code, says }) => {
      const { errors, body } = await api.ask(query, variables);
      expect([...new Set(errors?.map(({ extensions }) => extensions.code))]).toEqual([code]);
      for (const part of says) expect(errors?.[0]?.message).toContain(part);
      expect(body.length).toBeLessThan(2_000);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      expect(api.logged).toEqual([]);
    },
  );

  it('of a value as long as a request may be is not sent back whole', async () => {
    const { errors, body } = await api.ask(
      'query ($kinds: [OrganisationKind!]) { agencies(kinds: $kinds) { totalCount } }',
      {
        kinds: ['X'.repeat(90_000)],
      },
    );
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(body.length).toBeLessThan(2_000);
  });

  const STRANGE_IDS = [
    '',
    ' ',
    'x'.repeat(10_000),
    '👩‍🚀🇰🇿',
    'a\u0000b',
    '__proto__',
    'constructor',
    'toString',
    '..',
    '%00',
    '\ud800',
    'country:kz',
  ];

  it.each(STRANGE_IDS.map((id) => [JSON.stringify(id).slice(0, 40), id]))(
    'an id that is strange is an id of nothing: %s',
    async (_, id) => {
      const { data, errors, status } = await api.ask(
        `query ($id: ID!) { node(id: $id) { id } country(id: $id) { id } activity(id: $id) { id } nodes(ids: [$id, "country:KZ"]) { id } }`,
        { id },
      );
      expect([errors, status]).toEqual([undefined, 200]);
      expect(data).toEqual({ node: null, country: null, activity: null, nodes: [null, { id: 'country:KZ' }] });
    },
  );

  // Longer texts are refused in filters: see the limits.
  it.each(STRANGE_IDS.filter(({ length }) => length <= 200).map((id) => [JSON.stringify(id), id]))(
    'a filter on an id that is strange finds nothing: %s',
    async (_, id) => {
      const { data, errors } = await api.ask(
        `query ($id: ID!, $value: String!) {
        countries(where: { id: { eq: $id } }) { id }
        entity(identifier: { value: $value }) { id }
      }`,
        { id, value: id },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({ countries: [], entity: null });
      const chains = await api.ask('query ($id: ID!) { trilateralChains(filter: { actors: [$id] }) { totalCount } }', {
        id,
      });
      expect(chains.errors).toMatchObject([
        { message: expect.stringContaining('filter.actors: no record has the id'), extensions: { code: 'NOT_FOUND' } },
      ]);
    },
  );

  it('an empty list in a filter is refused: it could mean all or none', async () => {
    const { errors } = await api.ask('{ trilateralChains(filter: { pivotal: [] }) { totalCount } }');
    expect(errors).toMatchObject([
      { message: expect.stringContaining('filter.pivotal: got an empty list'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('a code that means several things is refused with what it means', async () => {
    const [shared] = await graph.read<{ value: string }>(
      'MATCH (i:Identifier)-[:IDENTIFIES]->(e) WITH i.value AS value, collect(DISTINCT e.id) AS ids WHERE size(ids) > 1 RETURN value ORDER BY value LIMIT 1',
    );
    const { errors } = await api.ask('query ($value: String!) { entity(identifier: { value: $value }) { id } }', {
      ...shared,
    });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/means several things; give its scheme: /),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('a day is the day that was meant, whatever the clock of the machine', async () => {
    const { data, errors } = await api.ask(
      'query ($day: Date!) { literal: figures(limit: 1, where: { firstDay: { eq: "2024-01-01" } }) { firstDay } variable: figures(limit: 1, where: { firstDay: { eq: $day } }) { firstDay } }',
      { day: '2024-01-01' },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ literal: [{ firstDay: '2024-01-01' }], variable: [{ firstDay: '2024-01-01' }] });
  });

  it('of one question does not blank the others', async () => {
    const { data, errors } = await api.ask('{ search(text: " ") { totalCount } country(id: "country:KZ") { code } }');
    expect(errors).toHaveLength(1);
    expect(data).toEqual({ search: null, country: { code: 'KZ' } });
  });

  it('finds a name with an emoji, a NUL or a lone surrogate around it, since these are no letters', async () => {
    for (const text of ['🦅 Dostyk', 'Dostyk\u0000', '\ud800Dostyk']) {
      const { data, errors } = await api.ask(
        'query ($text: String!) { search(text: $text, first: 1) { edges { node { id } } } }',
        { text },
      );
      expect(errors).toBeUndefined();
      expect(data.search.edges[0]?.node.id).toBe('activity:dostyk');
    }
  });
});
