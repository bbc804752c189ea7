import { type GraphQLSchema, getNamedType, isInputObjectType, isListType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExamples } from '../../../src/api/examples.ts';
import { describeExports } from '../../../src/api/export/describe-exports.ts';
import { DEFAULT_LIMITS } from '../../../src/api/limits/limits.ts';
import { issueToken } from '../../../src/api/sign-in/issue-token.ts';
import { createTokenVerifier } from '../../../src/api/sign-in/token-verifier.ts';
import { lockAlumni } from '../../../src/graph/alumni/alumni-lock.ts';
import { writeAlumni } from '../../../src/graph/alumni/write-alumni.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { alumnus, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { type Api, builtOnce, startApi } from '../../support/api.ts';
import { OTHER, PERSON } from '../../support/privacy/probes.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { TOKEN_RULES } from '../../support/token-rules.ts';

const USUAL: Readonly<Record<string, unknown>> = {
  'of: ID!': 'organisation:jica',
  'of: [ID!]!': ['organisation:jica', 'organisation:kazaid'],
  'pivot: ID!': 'organisation:kazaid',
  'for: ID!': 'organisation:kazaid',
  'kind: FindingKind!': 'MISSING_DATES',
  'groupBy: [FlowDimension!]!': ['YEAR'],
  'measure: FlowMeasure!': 'COMMITMENTS',
};

const QUESTIONS = [
  '{ meta { apiVersion dataVersion changedAt counts { kind count } relationCounts { type count } } }',
  '{ networkSummary { actors activities participations density mostPartners { actor { id } count } } }',
  '{ dataQuality { checks { kind checked found } } }',
  '{ search(text: "Matrix") { totalCount edges { node { __typename } } } }',
  '{ resolve: organisationMatches(of: "organisation:jica") { totalCount } }',
  '{ paths(from: "organisation:kazaid", to: "organisation:jica") { truncated paths { actors { id } } } }',
  '{ neighbourhood(of: "organisation:jica", limit: 100) { nodes { id } edges { type } leftOut { kind count } } }',
  '{ node(id: "organisation:jica") { __typename id ... on Organisation { name } } }',
];

describe('what is public', { timeout: 300_000 }, () => {
  let store: TestAlumniStore;
  let api: Api;
  let kept: Api;
  let schema: GraphQLSchema;
  let token: string;

  beforeAll(async () => {
    store = await openTestAlumni(openSeededGraph);
    ({ schema } = await builtOnce());
    const parts = { verifyToken: createTokenVerifier(TOKEN_RULES), personKeys: store.keys };
    const limits = { ...DEFAULT_LIMITS, cost: 1e9, costSignedIn: 1e9, requestTime: 120_000 };
    api = await startApi(store.graph, limits, parts);
    kept = await startApi(store.graph, limits, { ...parts, responseCacheBytes: 1_000_000 });
    token = await issueToken(TOKEN_RULES, { id: 'officer', roles: ['ALUMNI_OFFICER'] }, 1);
  });
  afterAll(async () => {
    await Promise.all([api.close(), kept.close()]);
    await store.close();
  });

  /** All that anybody can be told: the worked examples, each list in each order, exports, tags and what caches say. */
  async function everything(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const note = async (name: string, answer: { body: string; status?: number; headers: object }) => {
      const headers = Object.entries(answer.headers).filter(([header]) => header !== 'date');
      found.set(name, JSON.stringify([answer.status, headers, answer.body]));
    };
    const examples = (await readExamples()).map(({ query }) => query);
    for (const query of [...examples, ...QUESTIONS, ...sorted()]) {
      await note(query, await api.ask(query));
    }
    for (const query of QUESTIONS) {
      const url = `/graphql?query=${encodeURIComponent(query)}&extensions=${encodeURIComponent('{"cache":true}')}`;
      await kept.send({ method: 'GET', url: url.split('&extensions')[0] ?? url });
      const again = await kept.send({ method: 'GET', url });
      const { status, version } = again.extensions?.cache ?? {};
      found.set(`${query} kept`, JSON.stringify([status, version, again.headers.etag]));
      const tagged = await kept.send({ method: 'GET', url: url.split('&extensions')[0] ?? url });
      found.set(`${query} tagged`, JSON.stringify([tagged.headers.etag, tagged.body]));
    }
    for (const { name, formats, filter } of describeExports(schema)) {
      const given = filter.flatMap((field) => {
        const value = USUAL[`${field.name}: ${field.type}`];
        return value === undefined ? [] : [[field.name, value]];
      });
      const url = `/export/${name}.${formats[0]}?filter=${encodeURIComponent(JSON.stringify(Object.fromEntries(given)))}`;
      const { body, headers, statusCode } = await api.app.inject({ url });
      await note(`/export/${name}`, { body, headers, status: statusCode });
    }
    return found;
  }

  /** A page of each list in each of its orders. */
  function sorted(): string[] {
    return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
      const sort = field.args.find(({ name }) => name === 'sort')?.type;
      const orders = sort === undefined ? undefined : getNamedType(sort);
      if (!isInputObjectType(orders) || !isListType(sort)) return [];
      const aliases = Object.keys(orders.getFields()).map(
        (name, index) => `a${index}: ${field.name}(limit: 3, sort: [{${name}: DESC}]) { id }`,
      );
      return [0, 8, 16].flatMap((start) =>
        aliases.length <= start ? [] : [`{ ${aliases.slice(start, start + 8).join(' ')} }`],
      );
    });
  }

  it('stays the same to the byte whoever is added, changed and erased among alumni, and so do cursors of rankings', async () => {
    const first = await api.ask('{ partners(of: "organisation:kazaid", first: 1) { pageInfo { endCursor } } }');
    const before = await everything();
    expect([...before.values()].filter((answer) => answer.startsWith('[200')).length).toBeGreaterThan(before.size / 2);

    await putAlumni(store, [PERSON, OTHER, ...Array.from({ length: 30 }, (_, index) => alumnus(20 + index))]);
    expect(await everything()).toEqual(before);

    const withdrawn = PERSON.consents.map((given) => ({ ...given, withdrawnOn: '2026-01-01' }));
    await store.graph.write(async (transaction) => {
      await lockAlumni(transaction, store.keys);
      await writeAlumni(transaction, store.keys, [{ ...PERSON, consents: withdrawn }]);
      await transaction.run('MATCH (person:Alumnus {id: $id}) DETACH DELETE person', { id: OTHER.id });
    });
    await store.keys.destroy([OTHER.id]);
    expect(await everything()).toEqual(before);

    const after = first.data.partners.pageInfo.endCursor;
    const second = await api.ask(
      'query ($after: String) { partners(of: "organisation:kazaid", first: 1, after: $after) { edges { node { actor { id } } } } }',
      { after },
    );
    expect(second.errors).toBeUndefined();
  });

  it('is kept by caches, and nothing of persons is: what was withdrawn is gone with the next question', async () => {
    await putAlumni(store, [{ ...PERSON, id: alumnus(70).id, consents: [consent(70)] }]);
    const ask = () =>
      kept.send({
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({
          query: `{ alumnus(id: "${alumnus(70).id}") { consents { purpose } } }`,
          extensions: { cache: true },
        }),
      });
    const before = await ask();
    expect(before.data.alumnus.consents).toEqual([{ purpose: 'EVENT_INVITATIONS' }]);
    expect([before.headers['cache-control'], before.headers.etag]).toEqual(['no-store', undefined]);
    await putAlumni(store, [
      { ...PERSON, id: alumnus(70).id, consents: [{ ...consent(70), withdrawnOn: '2026-01-01' }] },
    ]);
    const after = await ask();
    expect(after.data.alumnus.consents).toEqual([]);
    const { entries } = after.extensions.cache;
    expect(entries).toBe(before.extensions.cache.entries);
  });

  it('is logged with what went wrong, and what is personal without its words', async () => {
    const failing: Graph = {
      ...store.graph,
      read: async (cypher, parameters, signal) => {
        if (cypher.includes(':Alumnus') || cypher.includes('agency'))
          throw new TypeError('Nigora is not what was expected');
        return store.graph.read(cypher, parameters, signal);
      },
    };
    const broken = await startApi(failing, undefined, {
      verifyToken: createTokenVerifier(TOKEN_RULES),
      personKeys: store.keys,
    });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    for (const query of ['{ agencies(first: 1) { edges { cursor } } }', '{ alumnus(id: "alumnus:x") { id } }']) {
      const { body } = await broken.send({ headers, body: JSON.stringify({ query }) });
      expect(body).toContain('Internal server error');
      expect(body).not.toContain('Nigora');
    }
    const [ofPublic, ofPerson] = broken.logged;
    expect(ofPublic).toContain('Nigora');
    expect(ofPerson).not.toContain('Nigora');
    expect(JSON.parse(ofPerson ?? '{}')).toMatchObject({
      err: { type: 'TypeError', stack: expect.stringContaining(' at ') },
      requestId: expect.any(String),
    });
    await broken.close();
  });

  it.each([
    ['query', '{ alumnus(id: "alumnus:x") { id } }'],
    ['query in a fragment that is not used', '{ meta { apiVersion } } fragment F on Alumnus { name }'],
    ['query of one of several operations', 'query A { meta { apiVersion } } query B { viewer { id } }'],
    ['question for everybody', '{ alumniStatistics(groupBy: [FIELD]) { total } }'],
    ['question with an effect', '{ downloadMyRecord { json } }'],
  ])('is asked by GET, and a personal %s is not', async (_, query) => {
    const url = `/graphql?query=${encodeURIComponent(query)}&operationName=${query.includes('query A') ? 'A' : ''}`;
    for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
      const { status, errors, data, statements } = await api.send({ method: 'GET', url, headers });
      if (query.includes('fragment F')) expect(status).toBe(400);
      else expect([status, errors?.[0]?.extensions.code, data]).toEqual([405, 'BAD_REQUEST', undefined]);
      expect(statements).toEqual([]);
    }
  });
});
