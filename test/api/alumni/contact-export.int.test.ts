import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmImport } from '../../../src/cli/alumni/confirm-import.ts';
import { previewImport } from '../../../src/cli/alumni/preview-import.ts';
import { blind } from '../../../src/domain/alumni/seal.ts';
import { today } from '../../../src/domain/today.ts';
import { alumnus, alumnusId, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { type AlumniApi, OFFICER, removeAllAlumni, startAlumniApi } from '../../support/alumni-api.ts';
import { EXAMPLE_TABLE, openTable } from '../../support/alumni-file.ts';
import type { Answer } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

const EXPORT =
  'csv rows { alumnus name value homeCountry edition language } manifest { matched included leftOut { reason count alumni } } problems { code path }';
const TERMS = { field: 'EMAIL', purpose: 'EVENT_INVITATIONS', reason: 'The congress in May.' };

let store: TestAlumniStore;
let api: AlumniApi;
beforeAll(async () => {
  store = await openTestAlumni(openSeededGraph);
  api = await startAlumniApi(store);
});
beforeEach(() => removeAllAlumni(store.graph));
afterAll(async () => {
  await api?.close();
  await store?.close();
});

const exported = (input: object = {}): Promise<Answer> =>
  api.change(OFFICER, 'exportContacts', { ...TERMS, ...input }, EXPORT);
const day = (fromToday: number) => new Date(Date.parse(today()) + fromToday * 86_400_000).toISOString().slice(0, 10);
const mail = (value: string) => [{ field: 'EMAIL' as const, value }];
const events = () =>
  store.graph.read<{ action: string; subjects: string[]; purpose: string; detail: string }>(
    'MATCH (e:AlumniEvent) RETURN e.action AS action, e.subjects AS subjects, e.purpose AS purpose, e.detail AS detail ORDER BY e.id',
  );

describe('a list of contacts', () => {
  it('holds those whose consent in force covers exactly this, and says alike of all others that they are left out', async () => {
    const kept = { contacts: mail('kept@example.org') };
    await putAlumni(store, [
      alumnus(1, {}, { contacts: mail('one@example.org'), consents: [consent(1)] }),
      alumnus(2, {}, kept),
      alumnus(3, {}, { consents: [consent(3)] }),
      alumnus(4, {}, { ...kept, consents: [consent(4, { until: day(-1) })] }),
      alumnus(5, {}, { ...kept, consents: [consent(5, { withdrawnOn: day(0) })] }),
      alumnus(
        6,
        {},
        { ...kept, consents: [consent(6, { purpose: 'RESEARCH' }), consent(6, { audience: 'PARTNERS' })] },
      ),
      alumnus(7, {}, { ...kept, consents: [consent(7, { field: 'PHONE' })] }),
      alumnus(8, {}, { ...kept, consents: [consent(8, { givenOn: day(1) })] }),
      alumnus(9),
    ]);
    const { rows, manifest, csv } = await exported();
    expect(rows).toEqual([
      {
        alumnus: alumnusId(1),
        name: 'Nigora Saidova',
        value: 'one@example.org',
        homeCountry: 'Tajikistan',
        edition: 'Avicenna: Healthcare 2024',
        language: 'tg',
      },
    ]);
    expect(manifest).toEqual({
      matched: 9,
      included: 1,
      leftOut: [{ reason: 'NO_CONSENT', count: 8, alumni: [2, 3, 4, 5, 6, 7, 8, 9].map(alumnusId) }],
    });
    expect(csv).toBe(
      `alumnus,name,value,homeCountry,edition,language\r\n${alumnusId(1)},Nigora Saidova,one@example.org,Tajikistan,Avicenna: Healthcare 2024,tg\r\n`,
    );
  });

  it('is written down with whom it named, and without what it said of them', async () => {
    await putAlumni(store, [alumnus(1, {}, { contacts: mail('one@example.org'), consents: [consent(1)] }), alumnus(2)]);
    await exported({ filter: { text: 'Nigora' } });
    const [event, ...more] = await events();
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      action: 'CONTACTS_EXPORTED',
      subjects: [alumnusId(1)],
      purpose: 'EVENT_INVITATIONS',
    });
    expect(JSON.parse(String(event?.detail))).toMatchObject({
      field: 'EMAIL',
      audience: 'ALUMNI_OFFICE',
      matched: 2,
      included: 1,
    });
    expect(JSON.stringify(event)).not.toMatch(/nigora|saidova|example\.org/i);
  });

  it('names the record that holds the contact as well, where that was merged into the person’s', async () => {
    await putAlumni(store, [alumnus(1), alumnus(2, {}, { contacts: mail('two@example.org'), consents: [consent(2)] })]);
    const merge = { stays: alumnusId(1), goes: alumnusId(2), reasoning: 'They are one.' };
    await api.change(OFFICER, 'mergeAlumni', merge, 'problems { code }');
    const { rows } = await exported();
    expect(rows).toMatchObject([{ alumnus: alumnusId(1), value: 'two@example.org' }]);
    expect((await events()).at(-1)).toMatchObject({
      action: 'CONTACTS_EXPORTED',
      subjects: [alumnusId(1), alumnusId(2)],
    });
  });

  it('is refused, and not written down, for a reason with two words of a name of anybody who matches', async () => {
    await putAlumni(store, [
      alumnus(1, {}, { contacts: mail('one@example.org'), consents: [consent(1)] }),
      alumnus(2, { names: ['May Forum'], homeCountry: 'country:UZ' }),
    ]);
    const reason = 'The forum in May.';
    const { csv, rows, manifest, problems } = await exported({ reason });
    expect([csv, rows, manifest, problems]).toEqual(['', [], null, [{ code: 'INVALID_VALUE', path: 'input.reason' }]]);
    expect(await events()).toEqual([]);
    expect((await exported({ reason, filter: { homeCountries: ['country:TJ'] } })).rows).toHaveLength(1);
    expect((await exported({ reason: 'Nigora and her class.' })).rows).toHaveLength(1);
  });

  it('has no cell that a spreadsheet would compute', async () => {
    const phone = {
      contacts: [{ field: 'PHONE' as const, value: '+77010000001' }],
      consents: [consent(1, { field: 'PHONE' })],
    };
    await putAlumni(store, [alumnus(1, { names: ['=HYPERLINK("http://example.org","x")'] }, phone)]);
    const { csv, rows } = await exported({ field: 'PHONE' });
    expect(rows[0].value).toBe('+77010000001');
    expect(csv).toContain(`"'=HYPERLINK(""http://example.org"",""x"")",'+77010000001`);
  });

  it('is refused above 5,000 persons, and for a reason that names somebody by an address', async () => {
    await store.graph.administer(
      "UNWIND range(1, 5001) AS n CREATE (:Alumnus {id: 'alumnus:' + toString(n), nameWords: 'x', profile: ''})",
    );
    const query = 'mutation ($input: ExportContactsInput!) { exportContacts(input: $input) { csv } }';
    const { errors } = await api.askAs(OFFICER, query, { input: TERMS });
    expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    expect(errors?.[0]?.message).toMatch(/more than 5000 alumni match; .*narrow it by programme/);
    expect((await exported({ reason: 'for n.saidova@example.org' })).problems).toEqual([
      { code: 'INVALID_VALUE', path: 'input.reason' },
    ]);
    expect(await events()).toEqual([]);
  });
});

describe('the office’s diary', () => {
  it('notes the latest contact, whatever order days are noted in', async () => {
    await putAlumni(store, [alumnus(1), alumnus(2)]);
    const note = (on: string | null, numbers = [1, 2]): Promise<Answer> =>
      api.change(
        OFFICER,
        'noteContact',
        { alumni: numbers.map(alumnusId), on, purpose: 'RESEARCH' },
        'changed problems { code path }',
      );
    const last = async () =>
      (await store.graph.read('MATCH (p:Alumnus) RETURN p.lastContactOn AS day ORDER BY p.id')).map((row) => row.day);
    expect(await note('2026-01-10', [1])).toEqual({ changed: 1, problems: [] });
    expect(await note('2026-01-05')).toEqual({ changed: 1, problems: [] });
    expect(await last()).toEqual(['2026-01-10', '2026-01-05']);
    expect((await note(null)).changed).toBe(2);
    expect(await last()).toEqual([today(), today()]);
    expect((await note(day(1))).problems).toEqual([{ code: 'INVALID_VALUE', path: 'input.on' }]);
    expect((await note(null, [1, 9])).problems).toEqual([{ code: 'NOT_FOUND', path: 'input.alumni.1' }]);
    expect((await note(null, [])).problems).toEqual([{ code: 'REQUIRED', path: 'input.alumni' }]);
    expect((await events()).map(({ action }) => action)).toEqual(Array(3).fill('CONTACT_MADE'));
  });

  it('counts a person whose last contact moved, whichever record it was noted with', async () => {
    await putAlumni(store, [alumnus(1), alumnus(2)]);
    const note = (number: number, on: string): Promise<Answer> =>
      api.change(OFFICER, 'noteContact', { alumni: [alumnusId(number)], on, purpose: 'RESEARCH' }, 'changed');
    await note(2, '2026-01-10');
    const merge = { stays: alumnusId(1), goes: alumnusId(2), reasoning: 'They are one.' };
    await api.change(OFFICER, 'mergeAlumni', merge, 'problems { code }');
    expect(await note(1, '2026-01-05')).toEqual({ changed: 0 });
    expect(await note(1, '2026-01-12')).toEqual({ changed: 1 });
  });

  it('is noted of a thousand at once', async () => {
    const thousand = Array.from({ length: 1_000 }, (_, index) => alumnusId(index + 1));
    const note = (alumni: readonly string[]) =>
      api.askAs(OFFICER, 'mutation ($input: NoteContactInput!) { noteContact(input: $input) { problems { code } } }', {
        input: { alumni, purpose: 'RESEARCH' },
      });
    const { data } = await note(thousand);
    expect(data.noteContact.problems).toEqual(thousand.map(() => ({ code: 'NOT_FOUND' })));
    const { errors } = await note([...thousand, alumnusId(1_001)]);
    expect(errors?.[0]).toMatchObject({
      message: 'noteContact(input).alumni: 1001 items; at most 1000 are answered',
      extensions: { code: 'LIMIT_EXCEEDED' },
    });
  });

  it('lists consents that end soon, page by page, but for those that others take over', async () => {
    await putAlumni(store, [
      alumnus(1, {}, { consents: [consent(1, { until: day(10) })] }),
      alumnus(2, {}, { consents: [consent(2, { until: day(0) }), consent(2, { field: 'PHONE', until: day(31) })] }),
      alumnus(3, {}, { consents: [consent(3, { until: day(5) }), consent(3, { givenOn: '2025-06-01' })] }),
      alumnus(
        4,
        {},
        {
          consents: [
            consent(4, { until: day(-1) }),
            consent(4, { field: 'PHONE', until: day(5), withdrawnOn: day(0) }),
          ],
        },
      ),
    ]);
    const query =
      'query ($days: Int, $after: String) { expiringConsents(withinDays: $days, first: 1, after: $after) { edges { node { alumnus { id } consent { until } } } pageInfo { hasNextPage endCursor } } }';
    const page = async (days: number, after: string | null): Promise<Answer> =>
      (await api.askAs(OFFICER, query, { days, after })).data.expiringConsents;
    const first = await page(30, null);
    const second = await page(30, first.pageInfo.endCursor);
    expect(
      [first, second].map(({ edges: [edge], pageInfo }) => [
        edge.node.alumnus.id,
        edge.node.consent.until,
        pageInfo.hasNextPage,
      ]),
    ).toEqual([
      [alumnusId(2), day(0), true],
      [alumnusId(1), day(10), false],
    ]);
    const { errors } = await api.askAs(OFFICER, query, { days: 367 });
    expect(errors?.[0]?.message).toBe('withinDays: got 367, expected 0 to 366');
  });
});

describe('the handbook of the office', () => {
  const page = readFileSync(new URL('../../../docs/alumni.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/^ *```graphql\n([\s\S]*?)^ *```\n(?:^ *```json\n([\s\S]*?)^ *```)?/gm)];

  it('shows queries that work', async () => {
    const { code } = (await previewImport(await openTable(EXAMPLE_TABLE), store, today())).preview;
    await confirmImport(await openTable(EXAMPLE_TABLE), store, { code: String(code), by: 'aigerim', today: today() });
    const indexKey = await store.keys.indexKey();
    const [one = '', two = ''] = [1, 2].map((key) => `alumnus:${blind(`record example-office/${key}`, indexKey)}`);
    const answers: Record<string, Answer> = {};
    for (const [, query = '', variables = '{}'] of blocks) {
      const given = JSON.parse(variables.replaceAll('alumnus:ONE', one).replaceAll('alumnus:TWO', two));
      const { data, errors } = await api.askAs(OFFICER, query, given);
      expect(errors).toBeUndefined();
      for (const payload of Object.values<Answer>(data)) expect(payload.problems ?? []).toEqual([]);
      answers[/(?:query|mutation) (\w+)/.exec(query)?.[1] ?? ''] = data;
    }
    expect(answers.Find.alumni.edges.map(({ node }: Answer) => node.id)).toEqual([one]);
    expect(answers.Reveal.revealContact.contact.value).toBe('nigora.saidova@example.org');
    expect(answers.Count.alumni.totalCount).toBe(3);
    expect(answers.Invite.exportContacts.manifest).toMatchObject({
      matched: 3,
      included: 2,
      leftOut: [{ reason: 'NO_CONSENT', count: 1 }],
    });
    expect(answers.Note.noteContact.changed).toBe(2);
    expect(Object.keys(answers)).toHaveLength(10);
  });
});
