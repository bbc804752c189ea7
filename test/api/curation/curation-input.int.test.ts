import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CURATION_RESOLVERS } from '../../../src/api/resolvers/curation/curation.ts';
import type { ViewerRole } from '../../../src/domain/sign-in/viewer.ts';
import { VOCABULARY } from '../../../src/domain/vocabulary.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type CurationApi, curated, documentOf, startCurationApi } from '../../support/curation-api.ts';
import { graphDigest } from '../../support/graph-digest.ts';
import { openTestGraph } from '../../support/seeded-graph.ts';
import { openVillages, triangle, VILLAGES } from '../../support/villages.ts';

const { WATER, JAPAN, INSTITUTE, SAME_INSTITUTE } = VILLAGES;
const reasoning = 'because';
const source = 'source:of-the-tests';
const known = curated('so', { newSource: null, source });

/** An input for each mutation that is in order. */
const INPUTS: Readonly<Record<keyof typeof CURATION_RESOLVERS.Mutation, object>> = {
  addStatement: { fact: WATER, evidence: known },
  retractStatement: { statement: 'statement:none', reasoning },
  retractFact: { fact: 'name:none', reasoning },
  recordArrangement: triangle(),
  correctArrangement: { ...triangle(), arrangement: 'arrangement:curated-none', reasoning },
  addName: { entity: WATER, value: 'Су', language: 'kk', kind: 'ALIAS', evidence: known },
  addIdentifier: { entity: JAPAN, scheme: 'DAC_AGENCY', value: '701-1', evidence: known },
  mergeOrganisations: { from: SAME_INSTITUTE, into: INSTITUTE, reasoning },
  splitOrganisations: { decision: 'curation:merge-none', reasoning },
  undoDecision: { decision: 'curation:none', reasoning },
};

const relation = (type: string, from: string, to: string, more: object = {}) => ({
  relation: { type, from, to, ...more },
  evidence: known,
});
const plays = (...actors: string[]) =>
  actors.map((actor, index) => ({ actor, role: VOCABULARY.TriangularRole[index % 3], evidence: known }));

/** What is wrong with an input, and the problems that it is answered with, as `code path`. */
const MISTAKES: readonly (readonly [string, keyof typeof INPUTS, object, readonly string[]])[] = [
  ['neither fact nor relation', 'addStatement', { evidence: known }, ['REQUIRED input.fact']],
  [
    'both fact and relation',
    'addStatement',
    { fact: WATER, ...relation('PART_OF', WATER, WATER) },
    ['CONFLICT input.relation'],
  ],
  ['an id that nothing has', 'addStatement', { fact: 'activity:no', evidence: known }, ['NOT_FOUND input.fact']],
  ['a fact that is a source', 'addStatement', { fact: source, evidence: known }, ['WRONG_KIND input.fact']],
  [
    'no source',
    'addStatement',
    { fact: WATER, evidence: { ...known, source: null } },
    ['REQUIRED input.evidence.source'],
  ],
  [
    'two sources',
    'addStatement',
    { fact: WATER, evidence: curated('so', { source }) },
    ['CONFLICT input.evidence.newSource'],
  ],
  [
    'a source that is not there',
    'addStatement',
    { fact: WATER, evidence: { ...known, source: 'source:no' } },
    ['NOT_FOUND input.evidence.source'],
  ],
  [
    'a source that is no source',
    'addStatement',
    { fact: WATER, evidence: { ...known, source: WATER } },
    ['NOT_FOUND input.evidence.source'],
  ],
  [
    'CURATED without a reason',
    'addStatement',
    { fact: WATER, evidence: { ...known, reasoning: null } },
    ['REQUIRED input.evidence.reasoning'],
  ],
  [
    'CURATED with a blank reason',
    'addStatement',
    { fact: WATER, evidence: { ...known, reasoning: ' \n ' } },
    ['REQUIRED input.evidence.reasoning'],
  ],
  [
    'INFERRED',
    'addStatement',
    { fact: WATER, evidence: { ...known, basis: 'INFERRED' } },
    ['INVALID_VALUE input.evidence.basis'],
  ],
  [
    'several mistakes at once',
    'addStatement',
    { fact: 'activity:no', evidence: { ...known, says: '', locator: 'x'.repeat(501), basis: 'INFERRED' } },
    [
      'INVALID_VALUE input.evidence.basis',
      'NOT_FOUND input.fact',
      'REQUIRED input.evidence.says',
      'TOO_LONG input.evidence.locator',
    ],
  ],
  [
    'half a character',
    'addStatement',
    { fact: WATER, evidence: { ...known, says: 'a\ud800b' } },
    ['INVALID_VALUE input.evidence.says'],
  ],
  [
    'a null character',
    'addStatement',
    { fact: WATER, evidence: { ...known, says: 'a\u0000b' } },
    ['INVALID_VALUE input.evidence.says'],
  ],
  [
    'an address that runs',
    'addStatement',
    {
      fact: WATER,
      evidence: curated('so', {
        newSource: { kind: 'ARTICLE', title: 'T', publisher: 'P', licence: 'L', url: 'javascript:alert(1)' },
      }),
    },
    ['INVALID_VALUE input.evidence.newSource.url'],
  ],
  [
    'a participation without a role',
    'addStatement',
    relation('PARTICIPATES_IN', JAPAN, WATER),
    ['REQUIRED input.relation.role'],
  ],
  [
    'a role on what has none',
    'addStatement',
    relation('PART_OF', WATER, 'activity:XX-TEST-1-roads', { role: 'HOST' }),
    ['CONFLICT input.relation.role'],
  ],
  [
    'dates on what has none',
    'addStatement',
    relation('BELONGS_TO', JAPAN, 'country:JP', { since: '2020' }),
    ['CONFLICT input.relation.since'],
  ],
  [
    'ends of the wrong kind',
    'addStatement',
    relation('PARTICIPATES_IN', WATER, JAPAN, { role: 'FUNDING' }),
    ['WRONG_KIND input.relation.from', 'WRONG_KIND input.relation.to'],
  ],
  ['the same at both ends', 'addStatement', relation('PART_OF', WATER, WATER), ['INVALID_VALUE input.relation.to']],
  ['no such statement', 'retractStatement', INPUTS.retractStatement, ['NOT_FOUND input.statement']],
  ['a record to retract', 'retractFact', { fact: WATER, reasoning }, ['WRONG_KIND input.fact']],
  ['no such fact', 'retractFact', INPUTS.retractFact, ['NOT_FOUND input.fact']],
  [
    'a blank reason',
    'retractFact',
    { fact: WATER, reasoning: ' ' },
    ['REQUIRED input.reasoning', 'WRONG_KIND input.fact'],
  ],
  [
    'a role that nobody plays',
    'recordArrangement',
    triangle({ plays: plays('country:JP', 'country:KZ') }),
    ['NOT_TRIANGULAR input.plays', 'NOT_TRIANGULAR input.plays'],
  ],
  [
    'actors of two countries',
    'recordArrangement',
    triangle({ plays: plays('country:JP', 'country:KZ', 'country:JP') }),
    ['NOT_TRIANGULAR input.plays'],
  ],
  [
    'an organisation of no known country',
    'recordArrangement',
    triangle({ plays: plays('country:JP', INSTITUTE, 'country:TJ') }),
    ['NOT_TRIANGULAR input.plays'],
  ],
  [
    'the same actor twice in a role',
    'recordArrangement',
    triangle({ plays: plays('country:JP', 'country:KZ', 'country:TJ', 'country:JP') }),
    ['CONFLICT input.plays.3.actor'],
  ],
  [
    'no actors and no activities',
    'recordArrangement',
    triangle({ plays: [], covers: [] }),
    ['NOT_TRIANGULAR input.plays', 'NOT_TRIANGULAR input.plays', 'REQUIRED input.covers'],
  ],
  [
    'actors and activities of the wrong kind',
    'recordArrangement',
    triangle({ plays: plays('country:JP', 'country:KZ', 'country:TJ', WATER), covers: [JAPAN, 'activity:no'] }),
    ['NOT_FOUND input.covers.1', 'WRONG_KIND input.covers.0', 'WRONG_KIND input.plays.3.actor'],
  ],
  [
    'no such arrangement',
    'correctArrangement',
    INPUTS.correctArrangement,
    ['NOT_FOUND input.arrangement', 'NOT_TRIANGULAR input.plays'],
  ],
  ['a name without a letter', 'addName', { ...INPUTS.addName, value: '—!' }, ['INVALID_VALUE input.value']],
  ['a language that is none', 'addName', { ...INPUTS.addName, language: 'kz' }, ['INVALID_VALUE input.language']],
  ['a name too long', 'addName', { ...INPUTS.addName, value: 'я'.repeat(301) }, ['TOO_LONG input.value']],
  ['nothing that bears it', 'addName', { ...INPUTS.addName, entity: 'organisation:no' }, ['NOT_FOUND input.entity']],
  ['a name to replace that is none', 'addName', { ...INPUTS.addName, replaces: WATER }, ['WRONG_KIND input.replaces']],
  [
    'a code of another form',
    'addIdentifier',
    { ...INPUTS.addIdentifier, value: 'KOICA' },
    ['INVALID_VALUE input.value'],
  ],
  [
    'a code for another kind of record',
    'addIdentifier',
    { ...INPUTS.addIdentifier, scheme: 'UN_M49', value: '398' },
    ['WRONG_KIND input.entity'],
  ],
  [
    'the same organisation twice',
    'mergeOrganisations',
    { from: JAPAN, into: JAPAN, reasoning },
    ['INVALID_VALUE input.into'],
  ],
  [
    'what is no organisation',
    'mergeOrganisations',
    { from: 'country:KZ', into: 'organisation:no', reasoning },
    ['NOT_FOUND input.into', 'WRONG_KIND input.from'],
  ],
  ['no such merge', 'splitOrganisations', INPUTS.splitOrganisations, ['NOT_FOUND input.decision']],
  ['no such decision', 'undoDecision', INPUTS.undoDecision, ['NOT_FOUND input.decision']],
];

describe('what a curator sends', () => {
  let graph: Graph;
  let api: CurationApi;
  beforeAll(async () => {
    graph = await openTestGraph();
    await openVillages(graph);
    api = await startCurationApi(graph);
  });
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it.each(MISTAKES)('is answered with what is wrong, and writes nothing: %s', async (_, field, input, expected) => {
    const before = await graphDigest(graph);
    const { problems, decision, event, wasDoneBefore } = await api.decide(field, input);
    type Problem = { code: string; path: string[]; message: string };
    expect(problems.map(({ code, path }: Problem) => `${code} ${path.join('.')}`).sort()).toEqual(expected);
    expect([decision, event, wasDoneBefore]).toEqual([null, null, false]);
    for (const { message } of problems as Problem[]) expect(message).toMatch(/\w+ .{10,}/);
    expect(await graphDigest(graph)).toBe(before);
  });

  it('suggests ids that may have been meant', async () => {
    const { problems } = await api.decide('addName', {
      ...INPUTS.addName,
      entity: 'organisation:Institut-of-Hydrology',
    });
    expect(problems[0].suggestions).toContain(INSTITUTE);
  });

  describe.each(Object.entries(INPUTS))('%s', (field, input) => {
    const others = VOCABULARY.ViewerRole.filter((role) => role !== 'CURATOR' && role !== 'ADMIN');
    const refused: readonly (readonly [readonly ViewerRole[] | null, string])[] = [
      [null, 'UNAUTHENTICATED'],
      [[], 'FORBIDDEN'],
      [others, 'FORBIDDEN'],
    ];
    it.each(refused)('is nothing for %j, who is told so before anything is read', async (roles, code) => {
      const before = await graphDigest(graph);
      const { data, errors, statements, headers } = await api.askAs(roles, documentOf(field), { input });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
      expect([data, statements, headers['cache-control']]).toEqual([{ [field]: null }, [], 'no-store']);
      expect(await graphDigest(graph)).toBe(before);
    });
  });

  it('is not taken by GET, nor by a form, nor without a token from a page elsewhere', async () => {
    const before = await graphDigest(graph);
    const query = `mutation { addName(input: {entity: "${WATER}", value: "Su", kind: ALIAS, evidence: {source: "${source}", locator: "l", says: "s", basis: DECLARED}}) { wasDoneBefore } }`;
    const byGet = await api.send({ method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}`, headers: {} });
    expect([byGet.status, byGet.headers.allow]).toEqual([405, 'POST']);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const { status } = await api.send({ headers: { 'content-type': type }, body: JSON.stringify({ query }) });
      expect(status, type).toBeGreaterThanOrEqual(400);
    }
    expect(await graphDigest(graph)).toBe(before);
  });

  it('has the limits of any request: size, root fields, items of a list', async () => {
    const input = { ...INPUTS.addStatement, evidence: { ...known, says: 'x'.repeat(100_000) } };
    const large = await api.askAs(['CURATOR'], documentOf('addStatement'), { input });
    expect(large.status).toBe(413);
    const many = `mutation ($input: AddNameInput!) { ${Array.from({ length: 11 }, (_, i) => `a${i}: addName(input: $input) { decision }`).join(' ')} }`;
    expect((await api.askAs(['CURATOR'], many, { input: INPUTS.addName })).errors?.[0]?.extensions.code).toBe(
      'LIMIT_EXCEEDED',
    );
    const covers = Array.from({ length: 101 }, (_, i) => `activity:${i}`);
    const long = await api.askAs(['CURATOR'], documentOf('recordArrangement'), { input: triangle({ covers }) });
    expect(long.errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
  });

  it.each([
    '<script>alert("1")</script> & <img src=x onerror=alert(1)>',
    "'}) DETACH DELETE n //",
    '=HYPERLINK("http://example.org")',
    'Қазақстан — Тәжікстан: «су» 😀 \u202e',
    '{{7*7}} #{7*7} %s $x `x`',
  ])('is kept as it came: %s', async (text) => {
    const before = await graph.read<{ count: number }>('MATCH (n:Entity) RETURN count(n) AS count');
    const input = {
      fact: WATER,
      evidence: { ...known, says: text, reasoning: text, locator: text, speaker: text, aspect: text },
    };
    const { statement, decision } = await api.decide(
      'addStatement',
      input,
      'statement { text reasoning locator speaker aspect }',
    );
    expect(Object.values(statement)).toEqual([text, text, text, text, text]);
    const { data } = await api.askAs(
      ['ADMIN'],
      `{ auditEvents(filter: {decision: "${decision}"}) { edges { node { reasoning detail } } } }`,
    );
    const [{ node }] = data.auditEvents.edges;
    expect([node.reasoning, JSON.parse(node.detail).evidence.says]).toEqual([text, text]);
    expect(await graph.read('MATCH (n:Entity) RETURN count(n) AS count')).toEqual(before);
  });
});
