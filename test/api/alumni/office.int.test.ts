import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alumnus, alumnusId, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import {
  ADMIN,
  type AlumniApi,
  type Asker,
  mutationOf,
  OFFICER,
  removeAllAlumni,
  startAlumniApi,
} from '../../support/alumni-api.ts';
import type { Answer } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const PROBLEMS = 'problems { code path message }';
const CHANGED = `alumnus { id name names { value } homeCountry { id } city attendances { edition { id } year outcome }
  employments { name } consents { field audience purpose until } isSynthetic } wasDoneBefore ${PROBLEMS}`;
const EVENTS = `{ alumniEvents(first: 100) { totalCount edges { node { id by action subjects purpose detail } } } }`;
const TERMS = { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' };
const SHE: Asker = ['ALUMNUS', alumnusId(1)];

describe('the office', () => {
  let store: TestAlumniStore;
  let api: AlumniApi;

  beforeAll(async () => {
    store = await openTestAlumni(openSeededGraph);
    api = await startAlumniApi(store);
  });
  beforeEach(async () => {
    await removeAllAlumni(store.graph);
    await putAlumni(store, [
      alumnus(1, {}, { contacts: [{ field: 'EMAIL', value: 'nigora@example.org' }], consents: [consent(1)] }),
      alumnus(2, { names: ['Somebody Else'] }),
    ]);
  });
  afterAll(async () => {
    await api.close();
    await store.close();
  });

  const change = (field: string, input: object, asker: Asker = OFFICER): Promise<Answer> =>
    api.change(asker, field, input, CHANGED);
  const erase = (input: object, asker: Asker = OFFICER): Promise<Answer> =>
    api.change(
      asker,
      'eraseAlumnus',
      { alumnus: alumnusId(1), reason: 'asked by letter', ...input },
      `erased ${PROBLEMS}`,
    );
  const events = async (): Promise<Answer[]> =>
    (await api.askAs(ADMIN, EVENTS)).data.alumniEvents.edges.map(({ node }: Answer) => node);

  it('adds a record with what somebody agreed to on paper', async () => {
    const input = {
      profile: { names: ['Ақбота Серікқызы'], homeCountry: 'country:KG', languages: ['ky'] },
      attendances: [{ edition: 'activity:avicenna-healthcare-2024', outcome: 'COMPLETED' }],
      contacts: [{ field: 'EMAIL', value: ' akbota@example.org ' }],
      consents: [{ terms: TERMS, givenOn: '2025-02-01', until: '2099-12-31' }],
    };
    const { alumnus: added, problems } = await change('addAlumnus', input);
    expect(problems).toEqual([]);
    expect(added).toMatchObject({
      name: 'Ақбота Серікқызы',
      homeCountry: { id: 'country:KG' },
      attendances: [{ edition: { id: 'activity:avicenna-healthcare-2024' }, year: 2024 }],
      consents: [{ ...TERMS, until: '2099-12-31' }],
      isSynthetic: false,
    });
    expect(added.id).toMatch(/^alumnus:[0-9a-f]{24}$/);
    const [event] = await events();
    expect(event).toMatchObject({ by: 'aigerim', action: 'RECORD_ADDED', subjects: [added.id], purpose: null });
    expect(JSON.stringify(event)).not.toMatch(/akbota|Ақбота/i);
  });

  it('is told all mistakes of a new record at once, and nothing is written', async () => {
    const { alumnus: added, problems } = await change('addAlumnus', {
      profile: { names: [], skills: Array(51).fill('x') },
      attendances: [{ edition: 'activity:no-such', year: 1066 }],
      contacts: [
        { field: 'EMAIL', value: 'no address' },
        { field: 'EMAIL', value: 'a@example.org' },
        { field: 'PHONE', value: '8 701 123 45 67' },
        { field: 'SOCIAL', value: 'javascript:alert(1)' },
      ],
      consents: [
        { terms: { ...TERMS, field: 'MESSENGER' }, givenOn: '2025-02-01' },
        { terms: TERMS, givenOn: '2099-01-01', until: '2098-01-01' },
      ],
    });
    expect(added).toBeNull();
    expect(problems.map(({ code, path }: Answer) => `${code} ${path}`).sort()).toEqual([
      'CONFLICT input.consents.0.terms.field',
      'CONFLICT input.contacts.1.field',
      'INVALID_VALUE input.attendances.0.year',
      'INVALID_VALUE input.consents.1.givenOn',
      'INVALID_VALUE input.consents.1.until',
      'INVALID_VALUE input.contacts.0.value',
      'INVALID_VALUE input.contacts.2.value',
      'INVALID_VALUE input.contacts.3.value',
      'NOT_FOUND input.attendances.0.edition',
      'REQUIRED input.profile.homeCountry',
      'TOO_LONG input.profile.skills',
    ]);
    expect(await events()).toEqual([]);
  });

  it('corrects a record, with a reason, and the log says which parts and no value', async () => {
    const attendances = [{ edition: 'activity:dostyk-digitalization-2024', outcome: 'WITHDREW' }];
    const input = { alumnus: alumnusId(1), profile: { city: 'Bokhtar' }, attendances, reason: 'A letter of May' };
    const { alumnus: corrected, problems } = await change('correctAlumnus', input);
    expect(problems).toEqual([]);
    expect(corrected).toMatchObject({
      city: 'Bokhtar',
      attendances: [{ edition: { id: 'activity:dostyk-digitalization-2024' } }],
    });
    expect((await change('correctAlumnus', input)).wasDoneBefore).toBe(true);
    expect(await events()).toEqual([
      expect.objectContaining({ by: 'aigerim', action: 'RECORD_OPENED', subjects: [alumnusId(1)] }),
      {
        id: 'alumni-event:000000000001',
        by: 'aigerim',
        action: 'RECORD_CORRECTED',
        subjects: [alumnusId(1)],
        purpose: 'A letter of May',
        detail: '{"parts":["attendances","city"]}',
      },
    ]);
    expect((await change('correctAlumnus', { ...input, alumnus: alumnusId(9) })).problems).toEqual([
      { code: 'NOT_FOUND', path: 'input.alumnus', message: 'no alumnus has this id' },
    ]);
  });

  it('keeps no reason with a name that is only being written', async () => {
    const input = { alumnus: alumnusId(1), profile: { names: ['Nigora Karimova'] } };
    for (const reason of ['Married: now Karimova', 'Married: now Nigora Saidova']) {
      expect((await change('correctAlumnus', { ...input, reason })).problems).toEqual([
        expect.objectContaining({ code: 'INVALID_VALUE', path: 'input.reason' }),
      ]);
    }
    expect(await events()).toEqual([]);
    expect((await change('correctAlumnus', { ...input, reason: 'Married' })).problems).toEqual([]);
  });

  it('binds a record to one sign-in, which opens what it is merged into, and takes it away', async () => {
    const bind = (number: number, subject: string | null) =>
      change('bindAlumnus', { alumnus: alumnusId(number), subject });
    const own = async () => (await api.askAs(['ALUMNUS', 'nigora'], '{ myRecord { id } }')).data.myRecord?.id;
    expect((await bind(2, 'nigora')).problems).toEqual([]);
    expect(await own()).toBe(alumnusId(2));
    expect((await bind(2, 'nigora')).wasDoneBefore).toBe(true);
    expect((await bind(1, 'nigora')).problems).toEqual([
      expect.objectContaining({ code: 'CONFLICT', path: 'input.subject' }),
    ]);
    expect((await bind(1, alumnusId(2))).problems).toEqual([expect.objectContaining({ code: 'INVALID_VALUE' })]);
    await store.graph.administer(`MATCH (p:Alumnus {id: '${alumnusId(2)}'}) SET p.mergedInto = '${alumnusId(1)}'`);
    expect(await own()).toBe(alumnusId(1));
    expect((await bind(2, 'other')).problems).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
    expect((await bind(1, 'nigora')).wasDoneBefore).toBe(true);
    expect(await own()).toBe(alumnusId(1));
    expect((await bind(1, null)).problems).toEqual([]);
    expect(await own()).toBeUndefined();
    expect((await events()).map(({ action, subjects, detail }) => `${action} ${subjects} ${detail}`)).toEqual([
      `RECORD_BOUND ${[alumnusId(1), alumnusId(2)]} {"isBound":false}`,
      `RECORD_OPENED ${[alumnusId(1), alumnusId(2)]} {}`,
      `RECORD_OPENED ${alumnusId(2)} {}`,
      `RECORD_BOUND ${alumnusId(2)} {"isBound":true}`,
    ]);
  });

  it('withdraws for somebody who wrote a letter, at once', async () => {
    const input = { alumnus: alumnusId(1), terms: TERMS, reason: 'A letter of May' };
    expect((await change('withdrawConsentFor', input)).alumnus.consents).toEqual([]);
    expect((await change('withdrawConsentFor', input)).wasDoneBefore).toBe(true);
    expect(await events()).toEqual([
      expect.objectContaining({ by: 'aigerim', action: 'RECORD_OPENED', subjects: [alumnusId(1)] }),
      expect.objectContaining({ by: 'aigerim', action: 'CONSENT_WITHDRAWN', purpose: 'EVENT_INVITATIONS' }),
    ]);
  });

  it('writes down that it opened a record once a day for each of its people and each record', async () => {
    const open = (number: number, asker: Asker) => api.askAs(asker, `{ alumnus(id: "${alumnusId(number)}") { id } }`);
    await Promise.all([open(1, OFFICER), open(1, OFFICER), open(1, ADMIN), open(2, OFFICER), open(9, OFFICER)]);
    await open(1, ['ALUMNI_OFFICER', 'x'.repeat(3_000)]);
    expect(
      (await events()).map(({ action, by, subjects }) => `${action} ${by.slice(0, 20)} ${subjects}`).sort(),
    ).toEqual(
      [
        `RECORD_OPENED aigerim ${alumnusId(1)}`,
        `RECORD_OPENED aigerim ${alumnusId(2)}`,
        `RECORD_OPENED the administrator ${alumnusId(1)}`,
        `RECORD_OPENED ${'x'.repeat(20)} ${alumnusId(1)}`,
      ].sort(),
    );
  });

  it('erases who asked for it; an administrator erases others, too', async () => {
    expect((await erase({})).problems).toEqual([expect.objectContaining({ code: 'CONFLICT', path: 'input.alumnus' })]);
    await api.change(SHE, 'askForErasure', null, PROBLEMS);
    expect(await erase({})).toEqual({ erased: alumnusId(1), problems: [] });
    expect((await erase({})).problems).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })]);
    expect(await erase({ alumnus: alumnusId(2) }, ADMIN)).toEqual({ erased: alumnusId(2), problems: [] });
    const [row] = await store.graph.read<{ left: number }>(
      'MATCH (n:Alumnus|AlumniDrawer|ContactPoint|Consent) RETURN count(n) AS left',
    );
    expect(row?.left).toBe(0);
    const written = await events();
    expect(written.filter(({ action }) => action === 'RECORD_ERASED')).toEqual([
      expect.objectContaining({ by: 'the administrator', subjects: [alumnusId(2)], detail: '{}' }),
      expect.objectContaining({ by: 'aigerim', subjects: [alumnusId(1)], purpose: 'asked by letter', detail: '{}' }),
    ]);
    expect(written.map(({ id }) => Number(id.split(':')[1]))).toEqual(
      written.map((_, index) => written.length - index),
    );
  });

  it('writes no reason of an erasure down that says who it was', async () => {
    for (const reason of ['Saidova, Nigora wrote', 'nigora@example.org asked', '', 'x'.repeat(501)]) {
      expect((await erase({ reason }, ADMIN)).problems).toEqual([expect.objectContaining({ path: 'input.reason' })]);
    }
    expect((await store.keys.find([alumnusId(1)])).size).toBe(1);
  });

  it.each([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['a curator', ['CURATOR', 'c'], 'FORBIDDEN'],
    ['an analyst', ['ANALYST', 'c'], 'FORBIDDEN'],
    ['the alumnus', SHE, 'FORBIDDEN'],
  ] as const)('has nothing done for %s, and says alike who is there and who is not', async (_, asker, code) => {
    const inputs = (alumnus: string): Record<string, object> => ({
      correctAlumnus: { alumnus, profile: { city: 'X' }, reason: 'r' },
      bindAlumnus: { alumnus, subject: 'c' },
      withdrawConsentFor: { alumnus, terms: TERMS, reason: 'r' },
      eraseAlumnus: { alumnus, reason: 'r' },
      addAlumnus: { profile: { names: ['X'], homeCountry: 'country:KZ' } },
    });
    for (const field of Object.keys(inputs(''))) {
      const bodies = new Set<string>();
      for (const id of [alumnusId(1), alumnusId(9)]) {
        const { errors, body } = await api.askAs(asker as Asker, mutationOf(field, {}, PROBLEMS), {
          input: inputs(id)[field],
        });
        expect(errors?.[0]?.extensions.code).toBe(code);
        bodies.add(body);
      }
      expect(bodies.size).toBe(1);
    }
    for (const query of [EVENTS, '{ erasureRequests { totalCount } }', `{ alumnus(id: "${alumnusId(1)}") { id } }`])
      expect((await api.askAs(asker as Asker, query)).errors?.[0]?.extensions.code).toBe(code);
    expect(await events()).toEqual([]);
  });
});
