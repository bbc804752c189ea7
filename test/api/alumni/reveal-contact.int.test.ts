import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Consent } from '../../../src/domain/alumni/consent.ts';
import { listAlumniEvents } from '../../../src/graph/alumni/list-alumni-events.ts';
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
import { emptyGraph } from '../../support/seeded-graph.ts';

const EMAIL = 'nigora.s@example.org';
const SELECTION = 'contact { alumnus field value } problems { code path message }';
const WANTED = { alumnus: alumnusId(1), field: 'EMAIL', purpose: 'EVENT_INVITATIONS', reason: 'Forum in May' };

describe('revealContact', () => {
  let store: TestAlumniStore;
  let api: AlumniApi;

  beforeAll(async () => {
    store = await openTestAlumni();
    await emptyGraph(store.graph);
    api = await startAlumniApi(store);
  });
  beforeEach(() => removeAllAlumni(store.graph));
  afterAll(async () => {
    await api.close();
    await store.close();
  });

  const put = (consents: readonly Consent[], value: string | null = EMAIL) =>
    putAlumni(store, [
      alumnus(1, {}, { contacts: value === null ? [] : [{ field: 'EMAIL', value }], consents }),
      alumnus(2, { names: ['Somebody Else'] }),
    ]);
  const reveal = (more: object = {}, asker: Asker = OFFICER): Promise<Answer> =>
    api.change(asker, 'revealContact', { ...WANTED, ...more }, SELECTION);
  const events = () =>
    listAlumniEvents(
      store.graph,
      { by: null, actions: null, subjects: null, since: null, until: null },
      { before: null, limit: 100 },
    );

  it('shows the value that a consent in force covers, and writes down who asked what for', async () => {
    await put([consent(1)]);
    expect(await reveal()).toEqual({
      contact: { alumnus: alumnusId(1), field: 'EMAIL', value: EMAIL },
      problems: [],
    });
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event).toEqual({
      id: 'alumni-event:000000000001',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      by: 'aigerim',
      action: 'CONTACT_REVEALED',
      subjects: [alumnusId(1)],
      purpose: 'EVENT_INVITATIONS',
      detail: JSON.stringify({ field: 'EMAIL', audience: 'ALUMNI_OFFICE', reason: 'Forum in May' }),
    });
  });

  it('writes each of two down that were the same', async () => {
    await put([consent(1)]);
    const both = await Promise.all([reveal(), reveal({}, ADMIN)]);
    expect(both.map(({ contact }) => contact.value)).toEqual([EMAIL, EMAIL]);
    expect((await events()).map(({ id, action }) => `${id} ${action}`)).toEqual([
      'alumni-event:000000000002 CONTACT_REVEALED',
      'alumni-event:000000000001 CONTACT_REVEALED',
    ]);
  });

  it('answers alike whatever it is that is lacking', async () => {
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const lacking: Record<string, () => Promise<void>> = {
      'no value': () => put([consent(1)], null),
      'no consent': () => put([]),
      'one that ended yesterday': () => put([consent(1, { until: day(-1) })]),
      'one that begins tomorrow': () => put([consent(1, { givenOn: day(1) })]),
      'one that was withdrawn today': () => put([consent(1, { withdrawnOn: day(0) })]),
      'one of another field': () => put([consent(1, { field: 'PHONE' })]),
      'one of another audience': () => put([consent(1, { audience: 'PARTNERS' })]),
      'one for another purpose': () => put([consent(1, { purpose: 'RESEARCH' })]),
    };
    const answers: Record<string, string> = {};
    for (const [name, prepare] of Object.entries(lacking)) {
      await removeAllAlumni(store.graph);
      await prepare();
      answers[name] = JSON.stringify(await reveal());
      const written = await events();
      expect(written.map(({ action }) => action)).toEqual(['CONTACT_REFUSED']);
      expect(written[0]?.detail).toBe(
        JSON.stringify({ field: 'EMAIL', audience: 'ALUMNI_OFFICE', reason: 'Forum in May' }),
      );
    }
    expect(new Set(Object.values(answers))).toEqual(
      new Set([
        JSON.stringify({
          contact: null,
          problems: [
            {
              code: 'NOT_COVERED',
              path: 'input',
              message: 'no consent in force today covers this contact, audience and purpose',
            },
          ],
        }),
      ]),
    );
  });

  it('counts days in UTC: a consent holds on the whole of its last day', async () => {
    await put([consent(1, { until: new Date().toISOString().slice(0, 10) })]);
    expect((await reveal()).contact?.value).toBe(EMAIL);
  });

  it('covers another audience or purpose only where it was said', async () => {
    await put([consent(1, { audience: 'PARTNERS', purpose: 'COOPERATION' })]);
    expect((await reveal({ audience: 'PARTNERS', purpose: 'COOPERATION' })).contact?.value).toBe(EMAIL);
    expect((await reveal({ audience: 'FELLOW_ALUMNI', purpose: 'COOPERATION' })).contact).toBeNull();
  });

  it('says of whoever does not exist that they do not, and writes nothing down', async () => {
    await put([consent(1)]);
    await store.keys.destroy([alumnusId(2)]);
    const ids = [alumnusId(9), alumnusId(2), '', 'x'.repeat(5_000), '\u0000', "alumnus:' OR true //"];
    const answers = await Promise.all(ids.map((id) => reveal({ alumnus: id })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([
        JSON.stringify({
          contact: null,
          problems: [{ code: 'NOT_FOUND', path: 'input.alumnus', message: 'no alumnus has this id' }],
        }),
      ]),
    );
    expect(await events()).toEqual([]);
  });

  it('writes no reason down that says who it is, is blank, too long or no line', async () => {
    await put([consent(1)]);
    const reasons = [
      '',
      '   ',
      'x'.repeat(501),
      'a\u0007b',
      'a\nb',
      `ask ${EMAIL}`,
      'call +7 701 123 45 67',
      'Саидова Нигора',
      'Nigora only',
    ];
    for (const reason of reasons) {
      const { contact, problems } = await reveal({ reason });
      expect(contact).toBeNull();
      expect(problems).toEqual([expect.objectContaining({ path: 'input.reason' })]);
    }
    expect(await events()).toEqual([]);
    expect((await reveal({ reason: '<script>alert(1)</script> only' })).contact?.value).toBe(EMAIL);
  });

  it('asks, after a merge, each record for its own consent to its own value', async () => {
    const staying = { contacts: [{ field: 'EMAIL', value: 'new@example.org' }] } as const;
    const merged = { contacts: [{ field: 'EMAIL', value: 'old@example.org' }], consents: [consent(2)] } as const;
    await putAlumni(store, [alumnus(1, {}, staying), alumnus(2, {}, merged)]);
    await merge(2, 1);
    expect((await reveal()).contact?.value).toBe('old@example.org');
    expect((await reveal({ alumnus: alumnusId(2) })).problems[0].code).toBe('NOT_FOUND');
    await putAlumni(store, [alumnus(1, {}, { ...staying, consents: [consent(1)] })]);
    expect((await reveal()).contact?.value).toBe('new@example.org');
  });

  it.each([
    ['nobody', null, 'UNAUTHENTICATED'],
    ['a curator', ['CURATOR', 'c'], 'FORBIDDEN'],
    ['an analyst', ['ANALYST', 'c'], 'FORBIDDEN'],
    ['the alumnus', ['ALUMNUS', alumnusId(1)], 'FORBIDDEN'],
    ['another alumnus', ['ALUMNUS', alumnusId(2)], 'FORBIDDEN'],
  ] as const)('is refused to %s, before anybody is looked for', async (_, asker, code) => {
    await put([consent(1)]);
    const answers = await Promise.all(
      [alumnusId(1), alumnusId(9)].map((id) =>
        api.askAs(asker as Asker, mutationOf('revealContact', {}, SELECTION), { input: { ...WANTED, alumnus: id } }),
      ),
    );
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([code, code]);
    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect(answers.flatMap(({ statements }) => statements)).toEqual([]);
    expect(await events()).toEqual([]);
  });

  it('gives no value out that could not be written down, and says nothing of it anywhere', async () => {
    await put([consent(1)]);
    const failing = { ...store.graph, write: () => Promise.reject(new Error('the disk is full')) };
    const broken = await startAlumniApi({ graph: failing, keys: store.keys });
    const { body } = await broken.askAs(OFFICER, mutationOf('revealContact', {}, SELECTION), { input: WANTED });
    expect(JSON.parse(body).data.revealContact).toBeNull();
    expect(body + broken.logged.join()).not.toMatch(/nigora|example\.org|disk is full.*revealed/i);
    await broken.close();
  });

  async function merge(from: number, into: number): Promise<void> {
    await store.graph.administer(
      `MATCH (person:Alumnus {id: '${alumnusId(from)}'}) SET person.mergedInto = '${alumnusId(into)}'`,
    );
  }
});
