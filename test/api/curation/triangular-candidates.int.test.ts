import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/domain/fact.ts';
import { nameNode } from '../../../src/domain/name-node.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Answer, type Api, nodesOf, startApi } from '../../support/api.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { edge, node, record, reference, write } from '../../support/test-records.ts';

type Part = readonly [actor: string, role: string];

interface Case {
  readonly parts?: readonly Part[];
  readonly properties?: Record<string, string>;
  readonly names?: readonly string[];
  readonly channel?: string;
  readonly covered?: 'itself' | 'as a part';
  /** The rules that must find it. */
  readonly found: readonly string[];
}

const AGENCY = 'organisation:jp-agency';
const INSTITUTE = 'organisation:kz-institute';
/** Of no country but by its code. */
const CODED = 'organisation:KR-GOV-051';
const UN = 'organisation:un';
const THREE: readonly Part[] = [
  [AGENCY, 'FUNDING'],
  [INSTITUTE, 'IMPLEMENTING'],
  ['country:TJ', 'BENEFICIARY'],
];

const CASES: Readonly<Record<string, Case>> = {
  'a-nothing': { found: [] },
  'b-three-countries': { parts: THREE, found: ['THREE_COUNTRIES'] },
  'c-of-a-code': {
    parts: [[CODED, 'EXTENDING'], ...THREE.slice(1)],
    found: ['THREE_COUNTRIES'],
  },
  'd-delegated': { parts: THREE, channel: '13000', found: [] },
  'e-other-channel': { parts: THREE, channel: '22000', found: ['THREE_COUNTRIES'] },
  'f-co-funding': {
    parts: [
      [AGENCY, 'FUNDING'],
      [CODED, 'FUNDING'],
      ['country:KZ', 'ACCOUNTABLE'],
      ['country:TJ', 'BENEFICIARY'],
    ],
    found: [],
  },
  'g-two-countries': {
    parts: [
      [AGENCY, 'FUNDING'],
      ['country:TJ', 'PARTNER'],
      ['country:TJ', 'BENEFICIARY'],
    ],
    found: [],
  },
  'h-many-recipients': {
    parts: [
      [AGENCY, 'FUNDING'],
      [AGENCY, 'IMPLEMENTING'],
      ['country:TJ', 'BENEFICIARY'],
      ['country:KZ', 'BENEFICIARY'],
    ],
    found: [],
  },
  'i-united-nations': {
    parts: [
      [AGENCY, 'FUNDING'],
      [UN, 'IMPLEMENTING'],
      ['country:TJ', 'BENEFICIARY'],
    ],
    found: [],
  },
  'j-code-8': { properties: { collaborationType: '8' }, found: ['COLLABORATION_TYPE_8'] },
  'k-code-1': { properties: { collaborationType: '1' }, found: [] },
  'l-english': { properties: { description: 'A TRILATERAL seminar' }, found: ['WORDS'] },
  'm-russian-name': { names: ['Трёхсторонний семинар'], found: ['WORDS'] },
  'n-kazakh': { properties: { nameKk: 'Үшжақты ынтымақтастық' }, found: ['WORDS'] },
  'o-spanish-name': { names: ['Cooperación Sur–Sur en agua'], found: ['WORDS'] },
  'oo-german-name': { names: ['Fonds für Dreieckskooperation'], found: ['WORDS'] },
  'p-german-neighbour': { names: ['Wasser im Süd-Sudan'], found: [] },
  'p-other-words': { properties: { description: 'A triangle of roads in the south, southern gate' }, found: [] },
  'q-all': {
    parts: THREE,
    properties: { collaborationType: '8', objectives: 'South-South exchange' },
    found: ['COLLABORATION_TYPE_8', 'THREE_COUNTRIES', 'WORDS'],
  },
  'r-covered': { parts: THREE, covered: 'itself', found: [] },
  's-part-of-covered': { parts: THREE, covered: 'as a part', found: [] },
};

const activityOf = (name: string) => `activity:${name}`;
const country = (code: string) =>
  node('Country', `country:${code}`, { properties: { name: code, code, isLdc: false, isLldc: false, isSids: false } });

function factsOf(name: string, { parts = [], properties = {}, names = [], channel, covered }: Case): Fact[] {
  const id = activityOf(name);
  return [
    node('Project', id, { properties: { name: `Project ${name}`, ...properties } }),
    ...parts.map(([actor, role]) => edge('PARTICIPATES_IN', actor, id, { role, properties: { role } })),
    ...names.map((value) => {
      const { id: nameId, ...rest } = nameNode(id, { value, language: null, kind: 'ALIAS' });
      return node('Name', nameId, rest);
    }),
    ...(channel ? [edge('DELIVERED_THROUGH', id, `channel:${channel}`, { role: 'IMPLEMENTING' })] : []),
    ...(covered === 'itself' ? [edge('COVERS', 'arrangement:one', id)] : []),
    ...(covered === 'as a part' ? [edge('PART_OF', id, activityOf('r-covered'))] : []),
  ];
}

describe('triangularCandidates', () => {
  let graph: Graph;
  let api: Api;
  beforeAll(async () => {
    graph = await openTestGraph();
    await emptyGraph(graph);
    await write(
      graph,
      record(
        'ends',
        ...['KZ', 'JP', 'TJ', 'KR'].map(country),
        node('Organisation', AGENCY, { properties: { name: 'Agency', kind: 'NATIONAL_AGENCY' } }),
        edge('BELONGS_TO', AGENCY, 'country:JP'),
        node('Organisation', INSTITUTE, { properties: { name: 'Institute', kind: 'ACADEMIC' } }),
        edge('BELONGS_TO', INSTITUTE, 'country:KZ'),
        node('Organisation', UN, { properties: { name: 'UN', kind: 'UN_BODY' } }),
        reference('Organisation', CODED, { properties: { name: 'Coded', kind: 'OTHER' } }),
        node('Identifier', 'identifier:ORG_ID|KR-GOV-051', {
          properties: { scheme: 'ORG_ID', value: 'KR-GOV-051' },
          links: [{ type: 'IDENTIFIES', to: CODED }],
        }),
        node('TriangularArrangement', 'arrangement:one'),
        ...['13000', '22000'].map((code) =>
          reference('ChannelCategory', `channel:${code}`, { properties: { code, name: code } }),
        ),
      ),
      record('cases', ...Object.entries(CASES).flatMap(([name, each]) => factsOf(name, each))),
    );
    api = await startApi(graph);
  });
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  const FIELDS =
    'basis activity { id kind name } findings { rule found } supporting { id } implementing { id } benefiting { id }';
  const ask = async (args = ''): Promise<Answer> => {
    const query = `{ triangularCandidates(first: 100 ${args}) { activitiesRead pageInfo { hasNextPage endCursor } edges { cursor node { ${FIELDS} } } } }`;
    const { data, errors } = await api.ask(query);
    return errors ?? data.triangularCandidates;
  };
  const idsOf = (connection: Answer): string[] => nodesOf(connection).map(({ activity }: Answer) => activity.id);

  it('are what the rules say, and nothing that an arrangement covers', async () => {
    const answer = await ask();
    const found = nodesOf(answer).map(({ activity, findings }: Answer) => [
      activity.id,
      findings.map(({ rule }: Answer) => rule),
    ]);
    const expected = Object.entries(CASES).filter(([, each]) => each.found.length > 0);
    expect(found).toEqual(expected.map(([name, each]) => [activityOf(name), each.found]));
    expect(answer.activitiesRead).toBe(Object.keys(CASES).length);
    expect(answer.pageInfo.hasNextPage).toBe(false);
  });

  it('say what was found, and never more than that they are inferred', async () => {
    const [node] = nodesOf(await ask('filter: {rules: [COLLABORATION_TYPE_8, WORDS], countries: ["country:TJ"]}'));
    expect(node).toEqual({
      basis: 'INFERRED',
      activity: { id: activityOf('q-all'), kind: 'PROJECT', name: 'Project q-all' },
      findings: [
        { rule: 'COLLABORATION_TYPE_8', found: 'collaboration type 8' },
        { rule: 'WORDS', found: 'south-south' },
      ],
      supporting: [{ id: 'country:JP' }],
      implementing: [{ id: 'country:KZ' }],
      benefiting: [{ id: 'country:TJ' }],
    });
  });

  it.each([
    ['rules: [WORDS]', ['l-english', 'm-russian-name', 'n-kazakh', 'o-spanish-name', 'oo-german-name', 'q-all']],
    ['countries: ["country:KR"]', ['c-of-a-code']],
    [
      'countries: ["country:KZ", "country:JP"], rules: [THREE_COUNTRIES]',
      ['b-three-countries', 'e-other-channel', 'q-all'],
    ],
    ['years: {from: 2020}', []],
  ])('are narrowed by %s', async (filter, expected) => {
    expect(idsOf(await ask(`filter: {${filter}}`))).toEqual(expected.map(activityOf));
  });

  it('are given page by page, none twice and none left out', async () => {
    const all = idsOf(await ask());
    const paged: string[] = [];
    for (let after = ''; ; ) {
      const { data } = await api.ask(
        `{ triangularCandidates(first: 3 ${after && `after: "${after}"`}) { pageInfo { hasNextPage endCursor } edges { node { activity { id } } } } }`,
      );
      paged.push(...idsOf(data.triangularCandidates));
      if (!data.triangularCandidates.pageInfo.hasNextPage) break;
      after = data.triangularCandidates.pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
  });

  it.each([
    ['filter: {countries: ["organisation:un"]}', 'BAD_USER_INPUT'],
    ['filter: {countries: ["country:QQ"]}', 'NOT_FOUND'],
    ['filter: {countries: []}', 'BAD_USER_INPUT'],
    ['filter: {rules: []}', 'BAD_USER_INPUT'],
    ['filter: {years: {from: 2025, to: 2020}}', 'BAD_USER_INPUT'],
    ['after: "nonsense"', 'BAD_USER_INPUT'],
  ])('refuse %s', async (args, code) => {
    expect((await ask(args))[0].extensions.code).toBe(code);
  });
});
