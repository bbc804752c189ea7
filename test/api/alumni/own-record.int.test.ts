import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alumnus, alumnusId, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import {
  ADMIN,
  type AlumniApi,
  type Asker,
  OFFICER,
  removeAllAlumni,
  startAlumniApi,
} from '../../support/alumni-api.ts';
import type { Answer } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const EMAIL = 'nigora.s@example.org';
const SHE: Asker = ['ALUMNUS', alumnusId(1)];
const HE: Asker = ['ALUMNUS', alumnusId(2)];
const TERMS = { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' };
const RECORD = `id name names { value script } homeCountry { id } attendances { edition { id } year outcome } fields languages
  employments { name position organisation { id } kind isPresent } skills city
  contacts { field value consents { id } } consents { field audience purpose givenOn until withdrawnOn isInForce }
  lastContactOn erasureAskedOn isSynthetic mergedFrom`;
const EVENTS =
  'events(first: 100) { edges { node { at by action purpose field audience reason } } pageInfo { hasNextPage } }';
const CHANGED = `record { ${RECORD} } wasDoneBefore problems { code path message }`;
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

describe('what alumni do with their own record', () => {
  let store: TestAlumniStore;
  let api: AlumniApi;

  beforeAll(async () => {
    store = await openTestAlumni(openSeededGraph);
    api = await startAlumniApi(store);
  });
  beforeEach(async () => {
    await removeAllAlumni(store.graph);
    await putAlumni(store, [
      alumnus(1, {}, { contacts: [{ field: 'EMAIL', value: EMAIL }], consents: [consent(1)] }),
      alumnus(
        2,
        { names: ['Bakyt Other'], city: 'Osh' },
        { contacts: [{ field: 'EMAIL', value: 'bakyt@example.org' }] },
      ),
    ]);
  });
  afterAll(async () => {
    await api.close();
    await store.close();
  });

  const mine = async (asker: Asker = SHE, selection = RECORD): Promise<Answer> => {
    const { data, body } = await api.askAs(asker, `{ myRecord { ${selection} } }`);
    if (!data?.myRecord) throw new Error(`${body} ${api.logged.slice(-1)}`);
    return data.myRecord;
  };
  const change = (field: string, input: object | null, asker: Asker = SHE) => api.change(asker, field, input, CHANGED);
  const acts = async (asker: Asker = SHE): Promise<Answer[]> =>
    (await mine(asker, EVENTS)).events.edges.map(({ node }: Answer) => node);
  const reveal = (): Promise<Answer> =>
    api.change(
      OFFICER,
      'revealContact',
      { alumnus: alumnusId(1), field: 'EMAIL', purpose: 'EVENT_INVITATIONS', reason: 'Forum in May' },
      'contact { value } problems { code }',
    );
  const codeOf = async (asker: Asker, query: string) => (await api.askAs(asker, query)).errors?.[0]?.extensions.code;

  it('show all that is held, with values, and no other', async () => {
    const record = await mine();
    expect(record).toMatchObject({
      id: alumnusId(1),
      name: 'Nigora Saidova',
      names: [
        { value: 'Nigora Saidova', script: 'LATIN' },
        { value: 'Нигора Саидова', script: 'CYRILLIC' },
      ],
      homeCountry: { id: 'country:TJ' },
      city: 'Khujand',
      contacts: [{ field: 'EMAIL', value: EMAIL, consents: [{ id: consent(1).id }] }],
      consents: [{ ...TERMS, givenOn: '2025-01-15', until: null, withdrawnOn: null, isInForce: true }],
      erasureAskedOn: null,
      mergedFrom: [],
    });
    expect((await mine(HE)).names[0].value).toBe('Bakyt Other');
  });

  it('tell them who looked at it, when and what for', async () => {
    await reveal();
    await api.askAs(OFFICER, `{ alumnus(id: "${alumnusId(1)}") { id } }`);
    await api.askAs(OFFICER, `{ alumnus(id: "${alumnusId(1)}") { id } }`);
    expect(await acts()).toEqual([
      expect.objectContaining({ by: 'aigerim', action: 'RECORD_OPENED', purpose: null }),
      {
        at: expect.stringMatching(/Z$/),
        by: 'aigerim',
        action: 'CONTACT_REVEALED',
        purpose: 'EVENT_INVITATIONS',
        field: 'EMAIL',
        audience: 'ALUMNI_OFFICE',
        reason: 'Forum in May',
      },
    ]);
    expect(await acts(HE)).toEqual([]);
  });

  it('tell them once a day that they were shown on a page of a list, and not who else was', async () => {
    await api.askAs(OFFICER, '{ alumni { totalCount edges { cursor } } }');
    expect(await acts()).toEqual([]);
    const list = (first: number) => api.askAs(OFFICER, `{ alumni(first: ${first}) { edges { node { id name } } } }`);
    await list(5);
    await list(5);
    const listed = { by: 'aigerim', action: 'RECORDS_LISTED', purpose: null, reason: null };
    expect([await acts(SHE), await acts(HE)]).toEqual([
      [expect.objectContaining(listed)],
      [expect.objectContaining(listed)],
    ]);
    await list(1);
    expect([(await acts(SHE)).length, (await acts(HE)).length]).toEqual([2, 1]);
  });

  it('page through what was done with it without learning how much was done with others', async () => {
    for (let times = 0; times < 5; times++) await reveal();
    const query =
      'query ($after: String) { myRecord { events(first: 2, after: $after) { edges { cursor node { action } } pageInfo { hasNextPage endCursor } } } }';
    const pages: Answer[] = [];
    for (let after = null; ; after = pages.at(-1).pageInfo.endCursor) {
      pages.push((await api.askAs(SHE, query, { after })).data.myRecord.events);
      if (!pages.at(-1).pageInfo.hasNextPage) break;
    }
    expect(pages.map(({ edges }) => edges.length)).toEqual([2, 2, 1]);
    const numbers = pages
      .flatMap(({ edges }) => edges)
      .map(({ cursor }: Answer) => JSON.parse(Buffer.from(cursor, 'base64url').toString()).at(-1));
    expect(numbers).toEqual([5, 4, 3, 2, 1]);
    const { errors } = await api.askAs(HE, query, { after: pages[0].pageInfo.endCursor });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('correct it, and what is left out stays', async () => {
    const profile = {
      names: ['Nigora Karimova', 'Нигора Каримова', 'Nigora Karimova'],
      homeCountry: 'country:UZ',
      fields: ['HEALTH', 'EDUCATION'],
      languages: ['TG', 'en-gb'],
      employments: [
        { organisation: 'organisation:jica', name: 'JICA', position: 'adviser', since: '2026-01', isPresent: true },
      ],
      city: null,
    };
    const { record, problems, wasDoneBefore } = await change('correctMyRecord', { profile });
    expect(problems).toEqual([]);
    expect(wasDoneBefore).toBe(false);
    expect(record).toMatchObject({
      name: 'Nigora Karimova',
      names: [{ value: 'Nigora Karimova' }, { value: 'Нигора Каримова' }],
      homeCountry: { id: 'country:UZ' },
      fields: ['HEALTH', 'EDUCATION'],
      languages: ['tg', 'en-GB'],
      employments: [{ organisation: { id: 'organisation:jica' }, kind: 'NATIONAL_AGENCY', position: 'adviser' }],
      skills: ['cardiology'],
      city: null,
      attendances: [{ edition: { id: 'activity:avicenna-healthcare-2024' }, outcome: 'COMPLETED' }],
    });
    expect(await change('correctMyRecord', { profile })).toMatchObject({ wasDoneBefore: true, problems: [] });
    expect(await acts()).toEqual([
      expect.objectContaining({ by: alumnusId(1), action: 'RECORD_CORRECTED', reason: null }),
    ]);
    const drawers = await store.graph.read<{ id: string }>(
      `MATCH (:Alumnus {id: '${alumnusId(1)}'})-[:FILED_UNDER]->(drawer) RETURN drawer.id AS id`,
    );
    expect(drawers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['home:country:UZ', 'present-employer:organisation:jica']),
    );
    expect(drawers.map(({ id }) => id)).not.toContain('home:country:TJ');
  });

  it('keep texts as they are, whatever they look like', async () => {
    const names = ['<script>alert(1)</script>', "Robert'); MATCH (n) DETACH DELETE n //", 'O’Brien-Ақбота ½'];
    const { record } = await change('correctMyRecord', { profile: { names } });
    expect(record.names.map(({ value }: Answer) => value)).toEqual(names);
    expect((await mine(HE)).city).toBe('Osh');
  });

  it('are told all their mistakes at once, and never what they sent', async () => {
    const profile = {
      names: ['', 'x'.repeat(201), 'a\u0000b', 'turned \u202Eround'],
      homeCountry: 'country:XX',
      languages: ['russian'],
      employments: [{ organisation: 'organisation:nobody-secret', name: 'X', isPresent: true }],
      skills: null,
      city: 'secret'.repeat(50),
    };
    const { record, problems } = await change('correctMyRecord', { profile });
    expect(record).toBeNull();
    expect(problems.map(({ code, path }: Answer) => `${code} ${path}`).sort()).toEqual([
      'INVALID_VALUE input.profile.languages.0',
      'INVALID_VALUE input.profile.names.2',
      'INVALID_VALUE input.profile.names.3',
      'NOT_FOUND input.profile.employments.0.organisation',
      'NOT_FOUND input.profile.homeCountry',
      'REQUIRED input.profile.names.0',
      'REQUIRED input.profile.skills',
      'TOO_LONG input.profile.city',
      'TOO_LONG input.profile.names.1',
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/secret|not a language|round/);
    expect((await mine()).names).toHaveLength(2);
    expect(await acts()).toEqual([]);
  });

  it('set and remove contacts; consents go with a contact that is removed', async () => {
    expect((await change('setMyContact', { field: 'PHONE', value: '+7 (701) 123-45-67' })).record.contacts).toEqual([
      { field: 'EMAIL', value: EMAIL, consents: [{ id: consent(1).id }] },
      { field: 'PHONE', value: '+77011234567', consents: [] },
    ]);
    expect((await change('setMyContact', { field: 'PHONE', value: '+77011234567' })).wasDoneBefore).toBe(true);
    expect((await change('setMyContact', { field: 'EMAIL', value: 'new@example.org' })).problems).toEqual([]);
    expect((await reveal()).contact.value).toBe('new@example.org');
    const { record } = await change('removeMyContact', { field: 'EMAIL' });
    expect(record.contacts.map(({ field }: Answer) => field)).toEqual(['PHONE']);
    expect(record.consents).toEqual([expect.objectContaining({ withdrawnOn: day(0), isInForce: false })]);
    await change('setMyContact', { field: 'EMAIL', value: 'third@example.org' });
    expect(await reveal()).toEqual({ contact: null, problems: [{ code: 'NOT_COVERED' }] });
    expect((await change('removeMyContact', { field: 'SOCIAL' })).wasDoneBefore).toBe(true);
  });

  it('give consents, which hold at once, with or without an end', async () => {
    await change('withdrawConsent', { terms: TERMS });
    expect((await reveal()).contact).toBeNull();
    const { record, problems } = await change('giveConsent', { terms: TERMS, until: day(0) });
    expect(problems).toEqual([]);
    expect(record.consents.at(-1)).toEqual({
      ...TERMS,
      givenOn: day(0),
      until: day(0),
      withdrawnOn: null,
      isInForce: true,
    });
    expect((await reveal()).contact.value).toBe(EMAIL);
    expect((await change('giveConsent', { terms: TERMS, until: day(0) })).wasDoneBefore).toBe(true);
    const again = await change('giveConsent', { terms: TERMS });
    expect(again.record.consents.filter(({ isInForce }: Answer) => isInForce)).toEqual([
      expect.objectContaining({ until: null }),
    ]);
    expect((await acts()).map(({ action }) => action)).toEqual([
      'CONSENT_GIVEN',
      'CONTACT_REVEALED',
      'CONSENT_GIVEN',
      'CONTACT_REFUSED',
      'CONSENT_WITHDRAWN',
    ]);
  });

  it('give none for what they have not, and none that has ended', async () => {
    expect((await change('giveConsent', { terms: { ...TERMS, field: 'PHONE' } })).problems).toEqual([
      expect.objectContaining({ code: 'CONFLICT', path: 'input.terms.field' }),
    ]);
    expect((await change('giveConsent', { terms: TERMS, until: day(-1) })).problems).toEqual([
      expect.objectContaining({ code: 'INVALID_VALUE', path: 'input.until' }),
    ]);
    expect((await change('giveConsent', { terms: TERMS, until: null })).wasDoneBefore).toBe(true);
  });

  it('withdraw, and nobody is shown anything from then on, whoever asked before', async () => {
    expect((await reveal()).contact.value).toBe(EMAIL);
    expect(await change('withdrawConsent', { terms: TERMS })).toMatchObject({ wasDoneBefore: false, problems: [] });
    expect(await change('withdrawConsent', { terms: TERMS })).toMatchObject({ wasDoneBefore: true, problems: [] });
    expect(await reveal()).toEqual({ contact: null, problems: [{ code: 'NOT_COVERED' }] });
    const { data } = await api.askAs(OFFICER, `{ alumnus(id: "${alumnusId(1)}") { consents { id } } }`);
    expect(data.alumnus.consents).toEqual([]);
  });

  it('may give and withdraw at the same time: one of the two is the last, and holds', async () => {
    for (let round = 0; round < 3; round++) {
      await Promise.all([
        change('giveConsent', { terms: TERMS, until: day(30 + round) }),
        change('withdrawConsent', { terms: TERMS }),
      ]);
      const [last] = (await acts()).filter(({ action }) => /^CONSENT/.test(action));
      const standing = (await mine()).consents.filter(({ isInForce }: Answer) => isInForce);
      expect(standing).toHaveLength(last.action === 'CONSENT_GIVEN' ? 1 : 0);
      expect((await reveal()).contact === null).toBe(last.action === 'CONSENT_WITHDRAWN');
    }
  });

  it('download all of it, which is written down', async () => {
    await reveal();
    const { data, headers } = await api.askAs(SHE, '{ downloadMyRecord { fileName json } }');
    expect(headers['cache-control']).toMatch(/no-store/);
    expect(data.downloadMyRecord.fileName).toBe(`my-record-${day(0)}.json`);
    const held = JSON.parse(data.downloadMyRecord.json);
    expect(held).toMatchObject({
      id: alumnusId(1),
      names: ['Nigora Saidova', 'Нигора Саидова'],
      contacts: [{ field: 'EMAIL', value: EMAIL }],
      consents: [{ ...TERMS, isInForce: true }],
      events: [{ action: 'CONTACT_REVEALED' }, { action: 'RECORD_DOWNLOADED', by: alumnusId(1) }],
    });
    expect(data.downloadMyRecord.json).not.toContain('alumni-event');
  });

  it('ask for erasure, once', async () => {
    expect((await change('askForErasure', null)).record.erasureAskedOn).toBe(day(0));
    expect(await change('askForErasure', null)).toMatchObject({
      wasDoneBefore: true,
      record: { erasureAskedOn: day(0) },
    });
    const { data } = await api.askAs(OFFICER, '{ erasureRequests { edges { node { alumnus askedOn } } totalCount } }');
    expect(data.erasureRequests).toEqual({
      edges: [{ node: { alumnus: alumnusId(1), askedOn: day(0) } }],
      totalCount: 1,
    });
    expect((await acts()).map(({ action }) => action)).toEqual(['ERASURE_ASKED']);
  });

  describe('that is theirs', () => {
    const asking = [
      '{ myRecord { id } }',
      '{ downloadMyRecord { json } }',
      'mutation { askForErasure { record { id } } }',
      'mutation { setMyContact(input: {field: EMAIL, value: "a@example.org"}) { record { id } } }',
      'mutation { withdrawConsent(input: {terms: {field: EMAIL, audience: PARTNERS, purpose: RESEARCH}}) { record { id } } }',
    ];

    it('is one that the office bound to whom the token names, or whose id it names', async () => {
      const she: Asker = ['ALUMNUS', 'nigora@login.example'];
      expect(await codeOf(she, '{ myRecord { id } }')).toBe('NOT_FOUND');
      await api.change(OFFICER, 'bindAlumnus', { alumnus: alumnusId(1), subject: she[1] }, 'problems { code }');
      expect((await mine(she)).id).toBe(alumnusId(1));
      expect((await mine(SHE)).id).toBe(alumnusId(1));
      await api.change(she, 'setMyContact', { field: 'MESSENGER', value: '@nigora' }, 'problems { code }');
      const [written] = await store.graph.read<{ all: object }>(
        'MATCH (n:Alumnus|AlumniEvent|ContactPoint) RETURN collect(properties(n)) AS all',
      );
      expect(JSON.stringify(written?.all)).not.toMatch(/login\.example|@nigora/);
    });

    it('is none, with one and the same answer, for whoever has none: a record whose key is gone, merged or not, opens none', async () => {
      await putAlumni(store, [alumnus(3), alumnus(4), alumnus(5)]);
      await store.graph.administer(`MATCH (p:Alumnus {id: '${alumnusId(3)}'}) SET p.mergedInto = '${alumnusId(2)}'`);
      await store.keys.destroy([alumnusId(3), alumnusId(4)]);
      await api.change(ADMIN, 'eraseAlumnus', { alumnus: alumnusId(5), reason: 'a test' }, 'erased');
      const subjects = [
        alumnusId(3),
        alumnusId(4),
        alumnusId(5),
        alumnusId(9),
        '*',
        'x'.repeat(4_000),
        `${alumnusId(1)}\u0000`,
      ];
      for (const query of asking) {
        const bodies = new Set<string>();
        for (const subject of subjects) {
          const { body } = await api.askAs(['ALUMNUS', subject], query);
          expect(JSON.parse(body).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
          bodies.add(body);
        }
        expect(bodies.size).toBe(1);
      }
    }, 120_000);

    it.each([
      ['nobody', null, 'UNAUTHENTICATED'],
      ['an officer', OFFICER, 'FORBIDDEN'],
      ['an administrator', ADMIN, 'FORBIDDEN'],
      ['a curator whose token names it', ['CURATOR', alumnusId(1)], 'FORBIDDEN'],
    ] as const)('is never that of %s', async (_, asker, code) => {
      for (const query of asking) expect(await codeOf(asker as Asker, query)).toBe(code);
      expect((await mine()).contacts).toHaveLength(1);
    });

    it('is never named by the input', async () => {
      const { errors } = await api.askAs(HE, `{ myRecord(id: "${alumnusId(1)}") { id } }`);
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      await change('correctMyRecord', { profile: { city: 'Naryn' } }, HE);
      expect((await mine()).city).toBe('Khujand');
    });

    it('and what came to it by a merge are shown together; a correction leaves nothing wrong behind', async () => {
      await store.graph.administer(`MATCH (p:Alumnus {id: '${alumnusId(2)}'}) SET p.mergedInto = '${alumnusId(1)}'`);
      const both = await mine();
      expect(both.mergedFrom).toEqual([alumnusId(2)]);
      expect(both.contacts.map(({ value }: Answer) => value)).toEqual([EMAIL, 'bakyt@example.org']);
      const { record } = await change('correctMyRecord', { profile: { names: ['Nigora Saidova'], city: 'Khujand' } });
      expect(record.names).toEqual([{ value: 'Nigora Saidova', script: 'LATIN' }]);
      const set = await change('setMyContact', { field: 'EMAIL', value: 'only@example.org' });
      expect(set.record.contacts.map(({ value }: Answer) => value)).toEqual(['only@example.org']);
      expect((await reveal()).contact.value).toBe('only@example.org');
    });

    it('says nothing of others where an event was about them, too', async () => {
      const write = (action: string, subjects: string[], detail: string) =>
        store.graph.administer(
          `MATCH (state:AlumniState) SET state.events = state.events + 1
           CREATE (:AlumniEvent {id: 'alumni-event:' + right('00000000000' + toString(state.events), 12), at: datetime(), by: 'aigerim',
             action: '${action}', subjects: ${JSON.stringify(subjects)}, purpose: 'the list of ${alumnusId(2)}', detail: '${detail}'})`,
        );
      const both = [alumnusId(1), alumnusId(2)];
      await write('DUPLICATE_DISMISSED', both, '{}');
      await write('RECORDS_MERGED', both, '{}');
      await write('RECORDS_SPLIT', both, '{}');
      await write('RECORDS_IMPORTED', both, JSON.stringify({ reason: `of ${alumnusId(2)}` }));
      expect(await acts()).toEqual([
        expect.objectContaining({ action: 'RECORDS_IMPORTED', purpose: null, reason: null }),
      ]);
      const { data } = await api.askAs(SHE, '{ downloadMyRecord { json } }');
      expect(data.downloadMyRecord.json).not.toContain(alumnusId(2));
    });
  });
});
