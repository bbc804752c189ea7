import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/api/limits/limits.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Api, type Asked, type RawRequest, startApi } from '../support/api.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
/** Longer answers would let a small request cause a large one. */
const LONGEST_REFUSAL = 10_000;

interface Refusal {
  readonly request: RawRequest;
  readonly status?: number;
  readonly code: string;
  /** What the message must say: what was too much, and the limit where there is one. */
  readonly says: readonly string[];
}

function query(text: string, variables: Record<string, unknown> = {}): RawRequest {
  return { headers: JSON_TYPE, body: JSON.stringify({ query: text, variables }) };
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(' ');
}

/** `{ field { field { … id } } }`, so many levels deep. */
function nested(levels: number, wrapper = ''): string {
  if (levels === 1) return '{ id }';
  const field = `${levels % 2 === 0 ? 'countries' : 'regions'}(limit: 1) ${nested(levels - 1, wrapper)}`;
  return wrapper === '' ? `{ ${field} }` : `{ ${wrapper} { ${field} } }`;
}

/** Twelve relations one in another, by way of fragments that are each three levels deep. */
const DEEP_BY_FRAGMENTS = `{ country(id: "country:KZ") { ...a } }
  fragment a on Country { regions(limit: 1) { countries(limit: 1) { ...b } } }
  fragment b on Country { regions(limit: 1) { countries(limit: 1) { ...c } } }
  fragment c on Country { regions(limit: 1) { countries(limit: 1) { ...d } } }
  fragment d on Country { regions(limit: 1) { countries(limit: 1) { ...e } } }
  fragment e on Country { regions(limit: 1) { countries(limit: 1) { ...f } } }
  fragment f on Country { regions(limit: 1) { countries(limit: 1) { id } } }`;

/** Each fragment spreads the next one twice. */
function bomb(type: string, levels: number, leaf: string): string {
  const middle = times(levels, (level) => `fragment f${level} on ${type} { ...f${level + 1} ...f${level + 1} }`);
  return `${middle} fragment f${levels} on ${type} { ${leaf} }`;
}

function nestedFilter(levels: number): string {
  return levels === 0
    ? 'id: { eq: "x" }'
    : `regions: { some: { countries: { some: { ${nestedFilter(levels - 1)} } } } }`;
}

const TYPES = 'fragment types on __Schema { types { fields { type { fields { name description } } } } }';

const FORTY_FIELDS = `kind ${'ofType { kind '.repeat(19)} name ${'} '.repeat(19)}`;

const HUNDRED_AND_ONE = Array.from({ length: 101 }, (_, index) => `country:${index}`);

const REFUSALS: Readonly<Record<string, Refusal>> = {
  'more than 2,000 tokens': {
    request: query(`{ meta { ${times(2_000, () => 'apiVersion')} } }`),
    code: 'GRAPHQL_PARSE_FAILED',
    says: ['tokens', '2000'],
  },
  'more than 12 levels': {
    request: query(`{ country(id: "country:KZ") ${nested(13)} }`),
    code: 'LIMIT_EXCEEDED',
    says: ['levels', '12'],
  },
  'more than 12 levels by way of fragments': {
    request: query(DEEP_BY_FRAGMENTS),
    code: 'LIMIT_EXCEEDED',
    says: ['levels', '12'],
  },
  'more than 12 levels by way of fragments without a name': {
    request: query(`{ country(id: "country:KZ") ${nested(13, '... @include(if: true)')} }`),
    code: 'LIMIT_EXCEEDED',
    says: ['levels', '12'],
  },
  'more than 30 aliases': {
    request: query(`{ meta { ${times(31, (index) => `a${index}: apiVersion`)} } }`),
    code: 'LIMIT_EXCEEDED',
    says: ['aliases', '30'],
  },
  'more than 30 aliases spread over fragments': {
    request: query(
      `{ meta { ...a ...b } } fragment a on Meta { ${times(16, (index) => `a${index}: apiVersion`)} } fragment b on Meta { ${times(16, (index) => `b${index}: apiVersion`)} }`,
    ),
    code: 'LIMIT_EXCEEDED',
    says: ['aliases', '30'],
  },
  'the description of the schema twice': {
    request: query(`{ a: __schema { ...types } ...b } fragment b on Query { __schema { ...types } } ${TYPES}`),
    code: 'LIMIT_EXCEEDED',
    says: ['2 __schema', 'at most 1'],
  },
  'an alias in the description of the schema': {
    request: query('{ __schema { types { fields { name } more: fields { name } } } }'),
    code: 'LIMIT_EXCEEDED',
    says: ['1 aliases within __schema or __type'],
  },
  'more than 300 fields in descriptions of types': {
    request: query(`{ ${times(8, (index) => `a${index}: __type(name: "Country") { ${FORTY_FIELDS} }`)} }`),
    code: 'LIMIT_EXCEEDED',
    says: ['301 fields within __schema and __type', 'at most 300'],
  },
  'more than 10 root fields': {
    request: query(`{ ${times(11, (index) => `a${index}: meta { apiVersion }`)} }`),
    code: 'LIMIT_EXCEEDED',
    says: ['root fields', '10'],
  },
  'more than 10 root fields by way of a fragment': {
    request: query(
      `{ ...a ...b } fragment a on Query { ${times(6, (index) => `a${index}: meta { apiVersion }`)} } fragment b on Query { ${times(6, (index) => `b${index}: meta { apiVersion }`)} }`,
    ),
    code: 'LIMIT_EXCEEDED',
    says: ['root fields', '10'],
  },
  'a fragment bomb within a field': {
    request: query(`{ meta { ...f0 } } ${bomb('Meta', 60, 'apiVersion')}`),
    code: 'LIMIT_EXCEEDED',
    says: ['fields', '2000'],
  },
  'a fragment bomb at the root': {
    request: query(`{ ...f0 } ${bomb('Query', 60, 'meta { apiVersion }')}`),
    code: 'LIMIT_EXCEEDED',
    says: ['root fields', '10'],
  },
  'a fragment bomb in the description of the schema': {
    request: query(`{ __schema { ...f0 } } ${bomb('__Schema', 60, 'types { name }')}`),
    code: 'LIMIT_EXCEEDED',
    says: ['fields', '300'],
  },
  'a fragment that spreads itself': {
    request: query('{ meta { ...a } } fragment a on Meta { ...b } fragment b on Meta { ...a }'),
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: ['Cannot spread fragment "a" within itself'],
  },
  'a filter more than 3 relations deep': {
    request: query(`{ countries(where: { ${nestedFilter(2)} }) { id } }`),
    code: 'LIMIT_EXCEEDED',
    says: ['countries(where)', 'deeper than 3'],
  },
  'a filter of more than 3 ANDs and ORs in one another': {
    request: query('{ countries(where: { AND: [{ OR: [{ NOT: { id: { eq: "x" } } }] }] }) { id } }'),
    code: 'LIMIT_EXCEEDED',
    says: ['countries(where)', 'deeper than 3'],
  },
  'a filter of more than 20 tests': {
    request: query(`{ countries(where: { OR: [${times(21, (index) => `{ id: { eq: "${index}" } }`)}] }) { id } }`),
    code: 'LIMIT_EXCEEDED',
    says: ['countries(where)', 'more than 20 tests'],
  },
  'a filter of more than 20 lists': {
    request: query(
      `{ countries(where: { OR: [${times(21, (index) => `{ id: { in: ["${index}", "x"] } }`)}] }) { id } }`,
    ),
    code: 'LIMIT_EXCEEDED',
    says: ['countries(where)', 'more than 20 tests'],
  },
  'a filter of more than 20 tests in a variable': {
    request: query('query ($where: CountryWhere) { countries(where: $where) { id } }', {
      where: { OR: Array.from({ length: 21 }, (_, index) => ({ id: { eq: `${index}` } })) },
    }),
    code: 'LIMIT_EXCEEDED',
    says: ['countries(where)', 'more than 20 tests'],
  },
  'a filter of a nested list that is over the limits': {
    request: query(
      `{ regions(limit: 1) { countries(where: { OR: [${times(21, (index) => `{ id: { eq: "${index}" } }`)}] }) { id } } }`,
    ),
    code: 'LIMIT_EXCEEDED',
    says: ['countries(where)', 'more than 20 tests'],
  },
  '`in` of more than 100 values': {
    request: query('query ($ids: [ID!]) { countries(where: { id: { in: $ids } }) { id } }', { ids: HUNDRED_AND_ONE }),
    code: 'LIMIT_EXCEEDED',
    says: ['countries(where)', '101 items', 'at most 100'],
  },
  'a sort by more than 100 keys': {
    request: query('query ($sort: [CountrySort!]) { countries(sort: $sort) { id } }', {
      sort: HUNDRED_AND_ONE.map(() => ({ id: 'ASC' })),
    }),
    code: 'LIMIT_EXCEEDED',
    says: ['countries(sort)', '101 items', 'at most 100'],
  },
  'a list of more than 100 ids': {
    request: query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: HUNDRED_AND_ONE }),
    code: 'LIMIT_EXCEEDED',
    says: ['nodes(ids)', '101 items', 'at most 100'],
  },
  'a list of more than 100 ids within a filter': {
    request: query('query ($ids: [ID!]!) { trilateralChains(filter: { actors: $ids }) { totalCount } }', {
      ids: HUNDRED_AND_ONE,
    }),
    code: 'LIMIT_EXCEEDED',
    says: ['trilateralChains(filter).actors', '101 items', 'at most 100'],
  },
  'a cost of more than 1,000': {
    request: query('{ countries(limit: 100) { organisations(limit: 100) { projects(limit: 100) { id } } } }'),
    code: 'LIMIT_EXCEEDED',
    says: ['cost', '1000', '5000 to who signs in'],
  },
  'a cost of more than 1,000 by default pages': {
    request: query('{ countries { organisations { projects { countries { id } } } } }'),
    code: 'LIMIT_EXCEEDED',
    says: ['cost', '1000', '5000 to who signs in'],
  },
  'a cost of more than 1,000 by relations in a filter': {
    request: query(
      '{ countries(limit: 100) { regions(limit: 5, where: { countries: { some: { regions: { none: { id: { eq: "x" } } } } } }) { id } } }',
    ),
    code: 'LIMIT_EXCEEDED',
    says: ['10600 cost', '1000'],
  },
  'a cost of more than 1,000 through variables': {
    request: query(
      'query ($many: Int! = 100) { agencies(first: $many) { edges { node { ties(first: $many) { edges { node { evidence(first: $many) { id } } } } } } } }',
    ),
    code: 'LIMIT_EXCEEDED',
    says: ['cost', '1000', '5000 to who signs in'],
  },
  'a cost of more than 1,000 through ids': {
    request: query('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Country { names(limit: 60) { id } } } }', {
      ids: HUNDRED_AND_ONE.slice(0, 100),
    }),
    code: 'LIMIT_EXCEEDED',
    says: ['cost', '1000', '5000 to who signs in'],
  },
  'a text of more than 200 characters in a filter': {
    request: query('query ($names: [String!]) { countries(where: { NOT: { name: { in: $names } } }) { id } }', {
      names: ['Kazakhstan', 'x'.repeat(201)],
    }),
    code: 'BAD_USER_INPUT',
    says: ['countries(where)', '201 characters', 'at most 200'],
  },
  'nothing for an argument that needs something': {
    request: query('query ($id: ID = "country:KZ") { country(id: $id) { id } }', { id: null }),
    code: 'BAD_USER_INPUT',
    says: ['"id"', 'ID!', 'must not be null'],
  },
  'nothing for @include': {
    request: query('query ($is: Boolean = true) { meta { apiVersion @include(if: $is) } }', { is: null }),
    code: 'BAD_USER_INPUT',
    says: ['"if"', 'must not be null'],
  },
  'nothing for the name of a type': {
    request: query('query ($name: String = "Country") { __type(name: $name) { name } }', { name: null }),
    code: 'BAD_USER_INPUT',
    says: ['"name"', 'must not be null'],
  },
  'a body of more than 100 KB': {
    request: query(`{ meta { apiVersion } } # ${'x'.repeat(100_000)}`),
    status: 413,
    code: 'LIMIT_EXCEEDED',
    says: ['body', '100000'],
  },
  'a body that is not JSON': {
    request: { headers: JSON_TYPE, body: '{"query": ' },
    code: 'BAD_REQUEST',
    says: ['JSON'],
  },
  'an empty body': {
    request: { headers: JSON_TYPE, body: '' },
    code: 'BAD_REQUEST',
    says: ['empty'],
  },
  'a body without a query': {
    request: { headers: JSON_TYPE, body: '{}' },
    code: 'BAD_REQUEST',
    says: ['body', 'no keys'],
  },
  'an array of questions': {
    request: {
      headers: JSON_TYPE,
      body: JSON.stringify(Array.from({ length: 50 }, () => ({ query: '{ meta { apiVersion } }' }))),
    },
    code: 'BAD_REQUEST',
    says: ['batch'],
  },
  'a form': {
    request: { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={meta{apiVersion}}' },
    status: 415,
    code: 'BAD_REQUEST',
    says: ['application/x-www-form-urlencoded'],
  },
  'plain text': {
    request: { headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: '{ meta { apiVersion } }' }) },
    code: 'BAD_REQUEST',
    says: ['Content-Type'],
  },
  'a mutation as the library would generate it, since there is none': {
    request: query('mutation { createCountries(input: []) { info { nodesCreated } } }'),
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: ['createCountries'],
  },
  'a subscription, since there is none': {
    request: query('subscription { countryCreated { id } }'),
    code: 'BAD_USER_INPUT',
    says: ['got a subscription', 'expected a query'],
  },
  'a mutation by GET': {
    request: {
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent('mutation { undoDecision(input: {decision: "x", reasoning: "y"}) { decision } }')}`,
      headers: {},
    },
    status: 405,
    code: 'BAD_REQUEST',
    says: ['GET', 'mutation'],
  },
  'a name that is slightly wrong, without telling the right one': {
    request: query('{ organisation(id: "organisation:kazaid") { nmae } }'),
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: ['nmae'],
  },
  'a thousand directives': {
    request: query(`{ meta ${times(900, () => '@nothing')} { apiVersion } }`),
    code: 'GRAPHQL_VALIDATION_FAILED',
    says: ['nothing'],
  },
  'five thousand wrong items of a variable': {
    request: query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 5_000 }, () => ({})),
    }),
    code: 'BAD_USER_INPUT',
    says: ['$ids'],
  },
};

describe('the server refuses', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    api = await startApi(graph, DEFAULT_LIMITS);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it.each(Object.entries(REFUSALS))('%s', async (_, { request, status = 400, code, says }) => {
    const started = performance.now();
    const asked = await api.send(request);
    expect({ status: asked.status, codes: codesOf(asked) }).toEqual({ status, codes: [code] });
    for (const part of says) expect(asked.errors?.[0]?.message).toContain(part);
    expect(asked.data ?? null).toBeNull();
    expect(asked.body.length).toBeLessThan(LONGEST_REFUSAL);
    expect(asked.statements).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('the server answers', () => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    api = await startApi(graph, DEFAULT_LIMITS);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it.each(
    Object.entries({
      '12 levels': `{ country(id: "country:KZ") ${nested(11)} }`,
      '30 aliases': `{ meta { ${times(30, (index) => `a${index}: apiVersion`)} } }`,
      '10 root fields': `{ ${times(10, (index) => `a${index}: goal(id: "goal:${index + 1}") { id }`)} }`,
      'a filter 3 deep': `{ countries(where: { AND: [{ OR: [{ id: { eq: "country:KZ" } }] }] }) { id } }`,
      'a filter of 20 tests': `{ countries(where: { OR: [${times(20, (index) => `{ id: { eq: "${index}" } }`)}] }) { id } }`,
      'the description of the schema': getIntrospectionQuery({
        descriptions: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
        oneOf: true,
        schemaDescription: true,
        specifiedByUrl: true,
      }),
      'a description of some types': `{ ${times(10, (index) => `a${index}: __type(name: "Country") { name description }`)} }`,
      'a filter by one relation': `{ countries(where: { regions: { some: { id: { eq: "region:central-asia" } } } }) { id names { value } } }`,
      'a filter by a text of 200 characters': `{ countries(where: { name: { eq: "${'x'.repeat(200)}" } }) { id } }`,
    }),
  )('%s', async (_, text) => {
    const { status, errors } = await api.ask(text);
    expect([errors, status]).toEqual([undefined, 200]);
  });

  it('100 ids', async () => {
    const ids = HUNDRED_AND_ONE.slice(0, 100);
    const { status, data } = await api.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect([status, data.nodes.length]).toEqual([200, 100]);
  });

  it('a question by GET', async () => {
    const url = `/graphql?query=${encodeURIComponent('{ meta { apiVersion } }')}`;
    const { status, data } = await api.send({ method: 'GET', url, headers: {} });
    expect([status, data.meta.apiVersion]).toEqual([200, '0.1.0']);
  });

  it('the same cost for a size that is written out and one that is a variable', async () => {
    const around = (size: string) => `countries(limit: ${size}) { organisations(limit: ${size}) { id } }`;
    const literal = await api.ask(`{ ${around('71')} }`);
    const variable = await api.ask(`query ($size: Int!) { ${around('$size')} }`, { size: 71 });
    expect(variable.errors?.[0]?.message).toBe(literal.errors?.[0]?.message);
    expect(literal.errors?.[0]?.message).toContain('5112 cost');
  });
});

function codesOf({ errors }: Asked): string[] {
  return [...new Set(errors?.map(({ extensions }) => extensions.code))];
}
