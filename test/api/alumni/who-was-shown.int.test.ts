import { type GraphQLObjectType, getNamedType, isNonNullType, isObjectType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  alumnus,
  consent,
  DIGITALIZATION_2024,
  openTestAlumni,
  putAlumni,
  type TestAlumniStore,
  work,
} from '../../support/alumni.ts';
import { type AlumniApi, OFFICER, removeAllAlumni, startAlumniApi } from '../../support/alumni-api.ts';
import { builtOnce } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const TIKA = 'organisation:tika';
const ARGUMENTS: Readonly<Record<string, string>> = {
  alumnus: '(id: "alumnus:000000000000000000000001")',
  introductions: `(to: "${TIKA}")`,
  expiringConsents: '(withinDays: 30)',
};
const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** Every way from a question to a whole record, as a selection: `alumni { edges { node { id } } }`. */
async function waysToAlumni(): Promise<[string, string][]> {
  const query = (await builtOnce()).schema.getQueryType();
  const ways: [string, string][] = [];
  const walk = (type: GraphQLObjectType, way: readonly string[], seen: readonly string[]) => {
    for (const field of Object.values(type.getFields())) {
      const answered = getNamedType(field.type);
      const isRoot = way.length === 0;
      if (!isObjectType(answered) || seen.includes(answered.name)) continue;
      if (!isRoot && field.args.some((argument) => isNonNullType(argument.type))) continue;
      const next = [...way, isRoot ? `${field.name}${ARGUMENTS[field.name] ?? ''}` : field.name];
      if (answered.name === 'Alumnus')
        ways.push([[...way, field.name].join(' '), `${next.join(' { ')} { id }${' }'.repeat(next.length - 1)}`]);
      else walk(answered, next, [...seen, answered.name]);
    }
  };
  if (query) walk(query, [], []);
  return ways;
}

const WAYS = await waysToAlumni();

describe('whose record was shown to the office', () => {
  let store: TestAlumniStore;
  let api: AlumniApi;
  beforeAll(async () => {
    store = await openTestAlumni(openSeededGraph);
    api = await startAlumniApi(store);
  });
  beforeEach(async () => {
    await removeAllAlumni(store.graph);
    const consents = (number: number) => [consent(number, { until: soon })];
    await putAlumni(store, [
      alumnus(1, { employments: [work(TIKA)], attendances: [DIGITALIZATION_2024] }, { consents: consents(1) }),
      alumnus(2, { names: ['Bakyt Other'], attendances: [DIGITALIZATION_2024] }, { consents: consents(2) }),
      alumnus(3, { attendances: [] }),
    ]);
  });
  afterAll(async () => {
    await removeAllAlumni(store.graph);
    await api.close();
    await store.close();
  });

  it('can be asked in more ways than one', () => {
    expect(WAYS.length).toBeGreaterThan(6);
  });

  it.each(WAYS)('is written down: %s', async (_, selection) => {
    const { body, errors } = await api.askAs(OFFICER, `{ ${selection} }`);
    expect(errors).toBeUndefined();
    const shown = new Set(body.match(/alumnus:\d{24}/g));
    expect(shown.size).toBeGreaterThan(0);
    const events = await store.graph.read<{ by: string; subjects: string[] }>(
      'MATCH (event:AlumniEvent) RETURN event.by AS by, event.subjects AS subjects',
    );
    expect(events.map(({ by }) => by)).toEqual(['aigerim']);
    expect(new Set(events.flatMap(({ subjects }) => subjects))).toEqual(shown);
  });
});
