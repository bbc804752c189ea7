import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type Answer, type Api, builtOnce, startApi } from '../support/api.ts';
import { ATTACKS } from '../support/attacks.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';

/** Text of the database or of the library that must not reach a client. */
const TOLD = /Neo4j|Neo\.|lucene|ParseException|cypher|Invalid input|queryNodes|org\.apache|SyntaxError/i;

/** A record of each kind that has arguments of its own. */
const EXAMPLES: Readonly<Record<string, string>> = {
  Country: 'country:KZ',
  Organisation: 'organisation:kazaid',
  Programme: 'activity:dostyk',
  Edition: 'activity:dostyk-digitalization-2025',
  Project: 'activity:avicenna-healthcare-2025-students',
  TriangularArrangement: 'arrangement:customs-risk-seminar-2025',
  Region: 'region:central-asia',
  Sector: 'sector:15110',
  Goal: 'goal:17',
  Policy: 'policy:oda-law-2014',
  Figure: 'figure:kz-total-oda-2024',
  Source: 'source:fakti-2025-12-29',
};

type Place = readonly [name: string, query: (value: string) => string];

const metFilters = new Set<string>();
/** One of the paths, another one each time. */
const inTurn = (() => {
  let turn = 0;
  return (paths: Path[]): Path[] => {
    turn += 1;
    const path = paths[turn % paths.length];
    return path ? [path] : [];
  };
})();
const { schema, personal } = await builtOnce();
const places = placesOf(schema);

describe('text that would break out of a statement', () => {
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

  it('has the places that are known to take text', () => {
    const names = places.map(([name]) => name);
    for (const known of [
      'node(id)',
      'nodes(ids)',
      'entity(identifier.value)',
      'search(text)',
      'search(after)',
      'trilateralChains(filter.actors)',
    ])
      expect(names).toContain(known);
    const lists = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) =>
      names.some((place) => place.startsWith(`${name}(where.`)),
    );
    expect(lists.length).toBe(13);
    expect(places.length).toBeGreaterThan(150);
    expect(places.length).toBeLessThan(500);
  });

  it('changes nothing, is told nothing and finds nothing, wherever the schema takes text', async () => {
    const before = await countsOf(graph);
    const told: string[] = [];
    for (const [index, [name, query]] of places.entries()) {
      // Root arguments of our own meet every attack; the many generated filters, and what is refused before a text is
      // looked at, since it concerns persons, a few each, in turn.
      const isOwn = !name.includes('(where') && !isOfPersons(name);
      const attacks = isOwn ? ATTACKS : [0, 11].map((step) => ATTACKS[(index + step) % ATTACKS.length] as string);
      for (const attack of attacks) {
        const { errors = [], body, data, status } = await api.ask(query(JSON.stringify(attack)));
        const codes = errors.map(({ extensions }) => extensions.code);
        if (codes.some((code) => !REFUSED.has(code)) || status >= 500)
          told.push(`${name} ${attack.slice(0, 40)}: ${body.slice(0, 300)}`);
        if (errors.some(({ message }) => TOLD.test(message.replaceAll(attack, ''))))
          told.push(`${name} ${attack.slice(0, 40)} tells: ${body.slice(0, 300)}`);
        if (errors.length === 0 && !isNothing(data) && !FINDS_MORE.test(name))
          told.push(`${name} ${attack.slice(0, 40)} finds: ${body.slice(0, 200)}`);
      }
    }
    expect(told).toEqual([]);
    expect(await countsOf(graph)).toEqual(before);
    expect(api.logged).toEqual([]);
  }, 600_000);

  it('finds in a search what its letters name, and no more', async () => {
    for (const [attack, plain] of [
      ['Dostyk*', 'Dostyk'],
      ['Dostyk AND (', 'Dostyk and'],
      ['/Dostyk/', 'Dostyk'],
      ['Dostyk~', 'Dostyk'],
      ['"Dostyk"', 'Dostyk'],
      ['folded:Dostyk', 'folded Dostyk'],
    ] as const) {
      const found = await api.ask(
        'query ($one: String!, $other: String!) { one: search(text: $one) { ...f } other: search(text: $other) { ...f } } fragment f on SearchConnection { totalCount edges { node { id } } }',
        { one: attack, other: plain },
      );
      expect(found.errors).toBeUndefined();
      expect(found.data.one).toEqual(found.data.other);
    }
  });

  it.each(['*', '~', '/re/'.replace('re', '.*'), '"', '(', '+ - ! && ||', '\\', '`'])(
    'finds nothing by %s, which holds no letter',
    async (text) => {
      const { data, errors } = await api.ask(
        'query ($text: String!) { search(text: $text) { totalCount edges { node { id } } } }',
        { text },
      );
      expect([errors, data]).toEqual([undefined, { search: { totalCount: 0, edges: [] } }]);
    },
  );
});

const REFUSED = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'LIMIT_EXCEEDED',
  'CURSOR_EXPIRED',
  'NOT_FOUND',
  // What only curators see; test/api/curation/ asks it with a token.
  'UNAUTHENTICATED',
]);

/** Questions in which a text that is nowhere makes the condition true, or that find by likeness. */
const FINDS_MORE = /search\(text\)|NOT|none|all\b|\.(gt|gte|lt|lte|contains|startsWith|endsWith)\)?$|\(where\.(AND|OR)/;

function isOfPersons(place: string): boolean {
  const field = schema.getQueryType()?.getFields()[place.slice(0, place.indexOf('('))];
  return field !== undefined && personal.has(getNamedType(field.type).name);
}

function isNothing(data: Answer): boolean {
  if (data === null || data === undefined || data === 0) return true;
  if (Array.isArray(data)) return data.every(isNothing);
  if (typeof data === 'object')
    return Object.entries(data).every(([key, value]) => key === '__typename' || isNothing(value));
  return false;
}

async function countsOf(graph: Graph): Promise<unknown> {
  return graph.read(
    'MATCH (n) WITH count(n) AS nodes, sum(size(keys(n))) AS properties RETURN nodes, properties, COUNT { ()-->() } AS relations',
  );
}

/** Every place of the schema that takes free text: arguments of root fields and of the fields of records behind them. */
function placesOf(schema: GraphQLSchema): Place[] {
  const root = Object.values(schema.getQueryType()?.getFields() ?? {});
  return [
    ...root.flatMap((field) => placesIn(field, (call) => `{ ${call} }`)),
    ...Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => root.some((field) => isReachedById(field) && getNamedType(field.type) === type))
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) =>
          placesIn(
            field,
            (call) => `{ node(id: "${EXAMPLES[type.name] ?? 'country:KZ'}") { ... on ${type.name} { ${call} } } }`,
          ).map(([name, query]): Place => [`${type.name}.${name}`, query]),
        ),
      ),
  ];
}

function isReachedById(field: GraphQLField<unknown, unknown>): boolean {
  return field.args.some(({ name }) => name === 'id');
}

function placesIn(field: GraphQLField<unknown, unknown>, around: (call: string) => string): Place[] {
  return field.args.flatMap((argument) =>
    (isMet(argument) ? [] : pathsOf(argument)).map(([path, write]): Place => {
      const needed = field.args.filter((other) => other !== argument && isNonNullType(other.type));
      const others = needed.map((other) => `${other.name}: "Dostyk"`);
      return [
        `${field.name}(${[argument.name, ...path].join('.')})`,
        (value) =>
          around(`${field.name}(${[...others, `${argument.name}: ${write(value)}`].join(', ')}) ${selectionOf(field)}`),
      ];
    }),
  );
}

/** True for a filter that another list took before: the root lists come first and take all of them. */
function isMet({ name, type }: GraphQLArgument): boolean {
  if (name !== 'where') return false;
  const filter = getNamedType(type).name;
  const isMetBefore = metFilters.has(filter);
  metFilters.add(filter);
  return isMetBefore;
}

type Path = readonly [path: readonly string[], write: (value: string) => string];

/** The paths to text in an argument. The operators on a field are made alike: each field meets one of them, in turn. */
function pathsOf({ type }: GraphQLArgument | GraphQLInputField, depth = 0): Path[] {
  const named = getNamedType(type);
  const wrap = (text: string) => (hasList(type) ? `[${text}]` : text);
  if (named.name === 'String' || named.name === 'ID') return [[[], (value) => wrap(value)]];
  if (!isInputObjectType(named) || depth > 3) return [];
  const paths = Object.values(named.getFields())
    .filter(({ name }) => !['AND', 'OR', 'NOT', 'all', 'none', 'single'].includes(name))
    .flatMap((field) =>
      pathsOf(field, depth + 1).map(
        ([path, write]): Path => [[field.name, ...path], (value) => wrap(`{ ${field.name}: ${write(value)} }`)],
      ),
    );
  if (named.name.endsWith('ScalarFilters')) return inTurn(paths);
  // What is behind a relation is the same filter that the list of those records takes itself.
  return named.name.endsWith('RelationshipFilters') ? paths.slice(0, 1) : paths;
}

function hasList(type: GraphQLInputType): boolean {
  return isListType(type) || (isNonNullType(type) && isListType(type.ofType));
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return '';
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  if ('totalCount' in fields) return '{ totalCount edges { cursor } }';
  return 'id' in fields ? '{ id }' : '{ __typename }';
}
