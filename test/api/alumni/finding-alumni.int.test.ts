import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alumnus,
  alumnusId,
  consent,
  DIGITALIZATION_2024,
  openTestAlumni,
  putAlumni,
  type TestAlumniStore,
  work,
} from '../../support/alumni.ts';
import { ADMIN, type AlumniApi, OFFICER, removeAllAlumni, startAlumniApi } from '../../support/alumni-api.ts';
import { nodesOf } from '../../support/api.ts';
import { ATTACKS } from '../../support/attacks.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const REFUSED = ['BAD_USER_INPUT', 'NOT_FOUND', 'LIMIT_EXCEEDED'];
const TIKA = 'organisation:tika';
const UNIVERSITY = 'organisation:tajik-state-medical-university';
const OUTSIDER = 'organisation:iof';
const GONE = 'organisation:of-the-tests-that-was-merged-into-another';
const TERMS = '{field: EMAIL, audience: ALUMNI_OFFICE, purpose: EVENT_INVITATIONS}';

const avicenna = {
  ...DIGITALIZATION_2024,
  edition: 'activity:avicenna-healthcare-2024',
  programme: 'activity:avicenna-healthcare',
};
const avicenna2025 = { ...avicenna, edition: 'activity:avicenna-healthcare-2025', year: 2025 };

const EMAIL = { field: 'EMAIL', value: 'somebody@example.org' } as const;

const PEOPLE = [
  alumnus(1, { employments: [work(TIKA)], attendances: [avicenna] }, { contacts: [EMAIL], consents: [consent(1)] }),
  alumnus(2, { employments: [work(GONE), work(UNIVERSITY, false)], attendances: [avicenna2025] }),
  alumnus(3, { employments: [work(TIKA, false), work(UNIVERSITY)], attendances: [avicenna] }),
  alumnus(4, { employments: [work(OUTSIDER)], attendances: [avicenna, avicenna2025] }, { consents: [consent(4)] }),
  alumnus(5, { employments: [work(UNIVERSITY)], attendances: [DIGITALIZATION_2024], homeCountry: 'country:UZ' }),
  alumnus(6, {
    names: ['Әлия Қасымова'],
    employments: [],
    attendances: [DIGITALIZATION_2024],
    homeCountry: 'country:UZ',
    fields: ['WATER'],
  }),
];

describe('finding alumni by the API', () => {
  let store: TestAlumniStore;
  let api: AlumniApi;

  beforeAll(async () => {
    store = await openTestAlumni(openSeededGraph);
    await removeAllAlumni(store.graph);
    await store.graph.administer(
      `MERGE (:Redirect {id: '${GONE}', to: '${TIKA}', decisionId: 'decision:of-the-tests'})`,
    );
    await putAlumni(store, PEOPLE);
    api = await startAlumniApi(store);
  }, 120_000);
  afterAll(async () => {
    await store.graph.administer(`MATCH (gone:Redirect {id: '${GONE}'}) DELETE gone`);
    await removeAllAlumni(store.graph);
    await api.close();
    await store.close();
  });

  const ask = async (query: string) => {
    const asked = await api.askAs(OFFICER, query);
    expect(asked.errors).toBeUndefined();
    return asked;
  };
  const mistake = async (query: string) => {
    const { errors } = await api.askAs(OFFICER, query);
    return [errors?.[0]?.extensions?.code, errors?.[0]?.message];
  };
  const idsOf = (connection: { edges: { node: { id: string } }[] }) => nodesOf(connection).map(({ id }) => id);
  const found = async (filter: string) =>
    idsOf((await ask(`{ alumni(filter: ${filter}) { edges { node { id } } } }`)).data.alumni);
  const ids = (...numbers: number[]) => numbers.map(alumnusId);

  describe('alumni', () => {
    it.each([
      ['{programmes: ["activity:avicenna-healthcare"]}', [1, 2, 3, 4]],
      ['{editions: ["activity:avicenna-healthcare-2025"]}', [2, 4]],
      ['{years: {from: 2025}}', [2, 4]],
      ['{years: {to: 2024}, homeCountries: ["country:UZ"]}', [5, 6]],
      ['{homeCountries: ["country:TJ", "country:UZ"], fields: [WATER]}', [6]],
      ['{languages: ["TG"]}', [1, 2, 3, 4, 5, 6]],
      ['{languages: ["xx", " tgk "]}', [1, 2, 3, 4, 5, 6]],
      [`{employers: ["${TIKA}"]}`, [1, 2, 3]],
      [`{employers: ["${GONE}"]}`, [1, 2, 3]],
      [`{employers: ["${GONE}", "${UNIVERSITY}"], presentOnly: true}`, [1, 2, 3, 5]],
      ['{employerKinds: [PRIVATE]}', []],
      [`{consent: ${TERMS}}`, [1, 4]],
      ['{text: "Kasymova alia"}', [6]],
      ['{text: "nigara", fields: null, isSynthetic: true}', [1, 2, 3, 4, 5]],
      ['{isSynthetic: false}', []],
      ['{}', [1, 2, 3, 4, 5, 6]],
    ])('%s', async (filter, numbers) => {
      expect(await found(filter)).toEqual(ids(...numbers));
    });

    it('is paged without a gap, and counted', async () => {
      const first = (
        await ask('{ alumni(first: 4) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }')
      ).data.alumni;
      expect(first).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
      const after = first.pageInfo.endCursor;
      const second = (
        await ask(`{ alumni(first: 4, after: "${after}") { pageInfo { hasNextPage } edges { node { id } } } }`)
      ).data.alumni;
      expect([...idsOf(first), ...idsOf(second)]).toEqual(ids(1, 2, 3, 4, 5, 6));
      expect(second.pageInfo.hasNextPage).toBe(false);
      expect(
        await mistake(`{ alumni(filter: {text: "nigora"}, after: "${after}") { totalCount edges { cursor } } }`),
      ).toEqual([
        'BAD_USER_INPUT',
        expect.stringContaining('this cursor belongs to another question or other arguments'),
      ]);
      expect(await mistake(`{ alumniAtPartners(after: "${after}") { edges { cursor } } }`)).toEqual([
        'BAD_USER_INPUT',
        expect.stringContaining('another question'),
      ]);
    });

    it('puts those last who are found by a slip only, page by page', async () => {
      const others = ['Малика Соидова', 'Malika Saidova', 'Saidowa Malika', 'Malika Zaidova', 'Малика Саидова-Рахими'];
      const numbers = others.map((_, index) => 11 + index);
      await putAlumni(
        store,
        others.map((name, index) => alumnus(11 + index, { names: [name] })),
      );
      const filter = 'filter: {text: "saidova malika"}';
      const all = idsOf((await ask(`{ alumni(${filter}) { edges { node { id } } } }`)).data.alumni);
      expect(all).toEqual(ids(12, 13, 15, 11));
      const paged: string[] = [];
      for (let after = ''; after !== 'none'; ) {
        const { data } = await ask(
          `{ alumni(first: 1, ${filter}${after}) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
        );
        expect(data.alumni.totalCount).toBe(4);
        paged.push(...idsOf(data.alumni));
        const { hasNextPage, endCursor } = data.alumni.pageInfo;
        after = hasNextPage ? `, after: "${endCursor}"` : 'none';
      }
      expect(paged).toEqual(all);
      await store.graph.administer(
        `MATCH (person:Alumnus) WHERE person.id IN ${JSON.stringify(ids(...numbers))} DETACH DELETE person`,
      );
    });

    it('shows in a cursor nothing but the id and digests that nobody else can compute', async () => {
      const { data } = await ask('{ alumni(filter: {text: "nigora"}, first: 1) { pageInfo { endCursor } } }');
      const { data: other } = await ask('{ alumni(filter: {text: "nigara"}, first: 1) { pageInfo { endCursor } } }');
      const parts = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString());
      expect(parts(data.alumni.pageInfo.endCursor)).toEqual([
        'alumni',
        expect.stringMatching(/^[0-9a-f]{12}$/),
        null,
        0,
        alumnusId(1),
      ]);
      expect(parts(other.alumni.pageInfo.endCursor)[1]).not.toBe(parts(data.alumni.pageInfo.endCursor)[1]);
    });

    it.each([
      ['{programmes: []}', 'BAD_USER_INPUT', 'filter.programmes: got an empty list'],
      ['{programmes: ["activity:nowhere"]}', 'NOT_FOUND', 'filter.programmes: no record has the id activity:nowhere'],
      ['{programmes: ["activity:avicenna-healthcare-2024"]}', 'BAD_USER_INPUT', 'is of the kind EDITION'],
      ['{homeCountries: ["country:QQ"]}', 'NOT_FOUND', 'filter.homeCountries'],
      ['{employers: ["organisation:nowhere"]}', 'NOT_FOUND', 'filter.employers'],
      ['{employers: ["country:TJ"]}', 'BAD_USER_INPUT', 'filter.employers'],
      ['{presentOnly: true}', 'BAD_USER_INPUT', 'filter.presentOnly'],
      ['{years: {from: 2025, to: 2020}}', 'BAD_USER_INPUT', 'filter.years'],
      ['{text: "  "}', 'BAD_USER_INPUT', 'filter.text: got 2 characters'],
      [`{text: "${'a'.repeat(201)}"}`, 'BAD_USER_INPUT', 'filter.text: got 201 characters'],
      ['{languages: ["tg", "Tajik"]}', 'BAD_USER_INPUT', 'filter.languages.1: expected a BCP 47 code, such as kk'],
      [`{languages: [${'"xx", '.repeat(101)}]}`, 'LIMIT_EXCEEDED', '.languages: 101 items'],
    ])('refuses what is wrong: %#', async (filter, code, message) => {
      expect(await mistake(`{ alumni(filter: ${filter}) { edges { cursor } } }`)).toEqual([
        code,
        expect.stringContaining(message),
      ]);
    });

    it('asks as many statements for a page of six as for one of one, and public records once for all', async () => {
      const page = (first: number) =>
        `{ alumni(first: ${first}) { edges { node { name homeCountry { id name } consents { id } attendances { edition { id name } } employments { organisation { id name } } } } } }`;
      const one = await ask(page(1));
      const six = await ask(page(6));
      expect(nodesOf(six.data.alumni)).toHaveLength(6);
      expect(six.statements.length).toBeLessThanOrEqual(one.statements.length + 1);
    });

    it('tells an employer that was merged by the one that stands for it', async () => {
      const { data } = await ask(
        `{ alumni(filter: {employers: ["${TIKA}"]}) { edges { node { employments { organisation { id } } } } } }`,
      );
      expect(nodesOf(data.alumni)[1].employments[0].organisation.id).toBe(TIKA);
    });
  });

  describe('alumniAtPartners', () => {
    it('finds who works at a partner now, with the employer as it is called now', async () => {
      const { data } = await ask(
        '{ alumniAtPartners { totalCount edges { node { alumnus { id } workplaces { employer { id } sharedActivities } } } } }',
      );
      const partners = await ask(
        '{ partners(of: "organisation:kazaid", first: 100) { edges { node { actor { id } sharedActivities } } } }',
      );
      const shared = new Map(
        nodesOf(partners.data.partners).map(({ actor, sharedActivities }) => [actor.id, sharedActivities]),
      );
      expect(data.alumniAtPartners.totalCount).toBe(4);
      expect(nodesOf(data.alumniAtPartners)).toEqual(
        [
          [1, TIKA],
          [2, TIKA],
          [3, UNIVERSITY],
          [5, UNIVERSITY],
        ].map(([number, id]) => ({
          alumnus: { id: alumnusId(number as number) },
          workplaces: [{ employer: { id }, sharedActivities: shared.get(id) }],
        })),
      );
      expect(shared.has(OUTSIDER)).toBe(false);
    });

    it('takes the same filter, and finds nobody for whom has no partners', async () => {
      const { data } = await ask(
        `{ some: alumniAtPartners(filter: {homeCountries: ["country:UZ"]}) { edges { node { alumnus { id } } } }
           none: alumniAtPartners(of: "${OUTSIDER}") { totalCount edges { node { alumnus { id } } } } }`,
      );
      expect(nodesOf(data.some)).toEqual([{ alumnus: { id: alumnusId(5) } }]);
      expect(data.none).toEqual({ totalCount: 0, edges: [] });
    });
  });

  describe('introductions', () => {
    const question = (to: string, page = '') =>
      `{ introductions(to: "${to}"${page}) { totalCount pageInfo { endCursor } edges { node { rank colleagues alumnus { id } reasons { kind place { id } colleagues someColleagues { id } } } } } }`;

    it('ranks who works there, who did, and who met them, each with the reasons', async () => {
      const { data } = await ask(question(TIKA));
      const own = (kind: string) => ({ kind, place: { id: TIKA }, colleagues: null, someColleagues: [] });
      const met = (kind: string, place: string, ...insiders: number[]) => ({
        kind,
        place: { id: place },
        colleagues: insiders.length,
        someColleagues: ids(...insiders).map((id) => ({ id })),
      });
      const row = (number: number, rank: number, colleagues: number, ...reasons: object[]) => ({
        rank,
        colleagues,
        alumnus: { id: alumnusId(number) },
        reasons,
      });
      expect(nodesOf(data.introductions)).toEqual([
        row(1, 1, 0, own('WORKS_THERE')),
        row(2, 1, 0, own('WORKS_THERE')),
        row(
          3,
          2,
          2,
          own('WORKED_THERE'),
          met('SAME_EDITION', avicenna.edition, 1),
          met('SAME_EMPLOYER', UNIVERSITY, 2),
        ),
        row(4, 3, 2, met('SAME_EDITION', avicenna.edition, 1), met('SAME_EDITION', avicenna2025.edition, 2)),
        row(5, 3, 1, met('SAME_EMPLOYER', UNIVERSITY, 2)),
      ]);
      expect(data.introductions.totalCount).toBe(5);
      expect((await ask(question(GONE))).data).toEqual(data);
    });

    it('goes on by a cursor, which holds until anything of alumni changes', async () => {
      const { data } = await ask(question(TIKA, ', first: 2'));
      const next = question(TIKA, `, first: 3, after: "${data.introductions.pageInfo.endCursor}"`);
      expect(nodesOf((await ask(next)).data.introductions).map(({ alumnus: { id } }) => id)).toEqual(ids(3, 4, 5));
      await putAlumni(store, [PEOPLE[5] as (typeof PEOPLE)[number]]);
      expect(await mistake(next)).toEqual(['CURSOR_EXPIRED', expect.any(String)]);
    });

    it('finds nobody where nobody works, and refuses what is no organisation', async () => {
      expect((await ask(question('organisation:ebrd'))).data.introductions.edges).toEqual([]);
      expect(await mistake(question('country:TJ'))).toEqual(['BAD_USER_INPUT', expect.stringContaining('to: ')]);
      expect(await mistake(question('organisation:nowhere'))).toEqual(['NOT_FOUND', expect.stringContaining('to: ')]);
    });
  });

  describe('alumniGaps', () => {
    const question = (more: string) =>
      `{ alumniGaps(terms: ${TERMS}${more}) { totalCount pageInfo { endCursor } edges { node { country { id } field alumni reachable } } } }`;

    it('counts who is there and who can be contacted, those first where nobody can', async () => {
      const { data } = await ask(question(', countries: ["country:TJ", "country:UZ"], fields: [HEALTH, WATER]'));
      const row = (country: string, field: string, alumni: number, reachable: number) => ({
        country: { id: `country:${country}` },
        field,
        alumni,
        reachable,
      });
      // Number 4 agreed as well, but there is no address of theirs.
      expect(nodesOf(data.alumniGaps)).toEqual([
        row('TJ', 'WATER', 0, 0),
        row('UZ', 'HEALTH', 1, 0),
        row('UZ', 'WATER', 1, 0),
        row('TJ', 'HEALTH', 4, 1),
      ]);
      expect(data.alumniGaps.totalCount).toBe(4);
    });

    it('looks at the countries that benefit and at all fields where nothing is said, page by page', async () => {
      const first = await ask(question(', first: 30'));
      const { totalCount, pageInfo } = first.data.alumniGaps;
      const second = await ask(question(`, first: 100, after: "${pageInfo.endCursor}"`));
      const all = [...nodesOf(first.data.alumniGaps), ...nodesOf(second.data.alumniGaps)];
      expect(all).toHaveLength(totalCount);
      expect(new Set(all.map(({ country, field }) => `${country.id} ${field}`)).size).toBe(totalCount);
      expect(totalCount % 12).toBe(0);
      expect(all.map(({ country }) => country.id)).toContain('country:TJ');
      expect(all.at(-1)).toMatchObject({ country: { id: 'country:TJ' }, field: 'HEALTH', reachable: 1 });
    });

    it('forgets a contact at once when its consent is withdrawn', async () => {
      const health = question(', countries: ["country:TJ"], fields: [HEALTH]');
      expect(nodesOf((await ask(health)).data.alumniGaps)[0].reachable).toBe(1);
      await putAlumni(store, [alumnus(1, {}, { consents: [consent(1, { withdrawnOn: '2026-01-01' })] })]);
      expect(nodesOf((await ask(health)).data.alumniGaps)[0].reachable).toBe(0);
      await putAlumni(store, PEOPLE.slice(0, 1));
    });

    it('refuses too many countries, none, and unknown ones', async () => {
      expect((await mistake(question(', countries: []')))[0]).toBe('BAD_USER_INPUT');
      expect((await mistake(question(', countries: ["country:QQ"]')))[0]).toBe('NOT_FOUND');
      const many = Array.from({ length: 101 }, (_, index) => `"country:${index}"`).join(', ');
      expect((await mistake(question(`, countries: [${many}]`)))[0]).toBe('LIMIT_EXCEEDED');
    });
  });

  it.each([
    '{ alumni(filter: {programmes: ["activity:nowhere"]}) { totalCount } }',
    '{ alumniAtPartners(of: "organisation:nowhere") { totalCount } }',
    '{ introductions(to: "organisation:nowhere") { totalCount } }',
    `{ alumniGaps(terms: ${TERMS}, countries: ["country:QQ"]) { totalCount } }`,
  ])('is for the office alone, who else asks learns nothing: %s', async (query) => {
    const codes = async (...asker: Parameters<AlumniApi['askAs']>[0][]) =>
      Promise.all(asker.map(async (who) => (await api.askAs(who, query)).errors?.[0]?.extensions?.code));
    expect(await codes(null, ['ANALYST', 'a'], ['CURATOR', 'c'], ['ALUMNUS', alumnusId(1)])).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    expect(await codes(ADMIN)).toEqual(['NOT_FOUND']);
  });

  it.each([
    'alumni(filter: {text: $text}) { edges { cursor } }',
    'alumni(filter: {languages: [$text]}) { edges { cursor } }',
    'alumni(filter: {employers: [$id]}) { edges { cursor } }',
    'alumni(after: $text) { edges { cursor } }',
    'alumnus(id: $id) { id }',
    'alumniEvents(filter: {subject: $id}) { edges { cursor } }',
    'alumniEvents(filter: {by: $text}) { edges { cursor } }',
  ])('finds nobody by text that would break out of a statement: %s', async (question) => {
    const declared = question.includes('$id') ? '$id: ID!' : '$text: String!';
    for (const attack of ATTACKS) {
      const {
        data,
        errors = [],
        status,
        body,
      } = await api.askAs(ADMIN, `query (${declared}) { found: ${question} }`, {
        id: attack,
        text: attack,
      });
      expect(errors.map(({ extensions }) => extensions.code).filter((code) => !REFUSED.includes(code))).toEqual([]);
      expect([status < 500, data?.found?.id, data?.found?.edges ?? []], body).toEqual([true, undefined, []]);
    }
    expect(api.logged).toEqual([]);
  });
});
