import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AlumnusDraft } from '../../../src/graph/alumni/write-alumni.ts';
import { alumnus, alumnusId, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { ADMIN, type AlumniApi, OFFICER, removeAllAlumni, startAlumniApi } from '../../support/alumni-api.ts';
import type { Answer } from '../../support/api.ts';

const DUPLICATES = `query ($first: Int!, $after: String) { alumniDuplicates(first: $first, after: $after) {
  edges { node { score reasons one { id } other { id } } } pageInfo { hasNextPage endCursor } } }`;
const PAYLOAD =
  'wasDoneBefore problems { code path message } alumnus { id names { value } mergedFrom consents { id } }';

let store: TestAlumniStore;
let api: AlumniApi;
beforeAll(async () => {
  store = await openTestAlumni();
  api = await startAlumniApi(store);
});
beforeEach(() => removeAllAlumni(store.graph));
afterAll(async () => {
  await api?.close();
  await store?.close();
});

const in2025 = {
  attendances: [{ ...alumnus(0).profile.attendances[0], edition: 'activity:other', year: 2025 }],
} as Partial<AlumnusDraft['profile']>;

async function pairs(first = 100): Promise<{ ids: number[]; reasons: string[] }[]> {
  const found: { ids: number[]; reasons: string[] }[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors }: Answer = await api.askAs(OFFICER, DUPLICATES, { first, after });
    if (errors) throw new Error(JSON.stringify(errors));
    for (const { node } of data.alumniDuplicates.edges)
      found.push({ ids: [node.one, node.other].map(({ id }) => Number(id.slice(8))), reasons: node.reasons });
    if (!data.alumniDuplicates.pageInfo.hasNextPage) return found;
    after = data.alumniDuplicates.pageInfo.endCursor;
  }
}

const merge = (stays: number, goes: number, reasoning = 'The same clinic says so.') =>
  api.change(OFFICER, 'mergeAlumni', { stays: alumnusId(stays), goes: alumnusId(goes), reasoning }, PAYLOAD);
const split = (number: number) =>
  api.change(OFFICER, 'splitAlumni', { alumnus: alumnusId(number), reasoning: 'They are two after all.' }, PAYLOAD);

/** All nodes and relations of the alumni, but for the log. */
async function held(): Promise<unknown[]> {
  return store.graph.read(
    `MATCH (n:Alumnus|AlumniDrawer|ContactPoint|Consent)
     RETURN labels(n) AS labels, n {.*} AS held,
       COLLECT { MATCH (n)-[r]->(m) RETURN type(r) + m.id + coalesce(r.drawer, '') + coalesce(r.alumnus, '') ORDER BY m.id } AS to
     ORDER BY n.id`,
  );
}

describe('duplicates among alumni', () => {
  it('are found across scripts, by a slip and by a contact, and not within one cohort', async () => {
    const mail = (value: string) => ({ contacts: [{ field: 'EMAIL' as const, value }] });
    await putAlumni(store, [
      alumnus(1, { names: ['Nigora Saidova'] }),
      alumnus(2, { ...in2025, names: ['Саидова Нигора'] }),
      alumnus(3, { names: ['Nigora Saidova'] }),
      alumnus(4, { ...in2025, names: ['Bek Akmatov'], homeCountry: 'country:KG' }, mail('bek@example.org')),
      alumnus(5, { names: ['Completely Other'], homeCountry: 'country:KG' }, mail('BEK@example.org')),
      alumnus(6, { names: ['Bek Karimov'], homeCountry: 'country:KG' }),
    ]);
    const expected = [
      { ids: [1, 2], reasons: ['SAME_NAME', 'SAME_EMPLOYER', 'SAME_HOME_COUNTRY', 'SAME_FIELD'] },
      { ids: [2, 3], reasons: ['SAME_NAME', 'SAME_EMPLOYER', 'SAME_HOME_COUNTRY', 'SAME_FIELD'] },
      { ids: [4, 5], reasons: ['SAME_CONTACT', 'SAME_EMPLOYER', 'SAME_HOME_COUNTRY', 'SAME_FIELD'] },
    ];
    expect(await pairs()).toEqual(expected);
    expect(await pairs(1)).toEqual(expected);
  });

  it('are found however many and long their names are', async () => {
    const word = (letters: string) => letters.repeat(38).slice(0, 38);
    const many = ['yoc', 'xoc', 'cyo', 'oxa'].map((part) =>
      ['bed', 'fug', 'hij', 'kol', 'mup'].map((rest) => `${rest}${part}${rest}`).join(' '),
    );
    const long = ['bacyo', 'dexyo', 'fugyo', 'hixco', 'kolyo'].map(word).join(' ');
    await putAlumni(store, [
      alumnus(1, { names: many }),
      alumnus(2, { ...in2025, names: many.toReversed() }),
      alumnus(3, { names: [long] }),
      alumnus(4, { ...in2025, names: [long] }),
    ]);
    expect((await pairs()).map(({ ids }) => ids)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('are not proposed again once they were dismissed, whichever is named first', async () => {
    await putAlumni(store, [alumnus(1), alumnus(2, in2025)]);
    expect(await pairs()).toHaveLength(1);
    const input = { one: alumnusId(2), other: alumnusId(1), reasoning: 'Different years of birth.' };
    expect(await api.change(OFFICER, 'dismissDuplicate', input, PAYLOAD)).toMatchObject({
      wasDoneBefore: false,
      problems: [],
    });
    expect(await api.change(OFFICER, 'dismissDuplicate', input, PAYLOAD)).toMatchObject({ wasDoneBefore: true });
    expect(await pairs()).toEqual([]);
  });
});

describe('merging alumni', () => {
  it('shows both as one, and a split gives back exactly what was', async () => {
    await putAlumni(store, [
      alumnus(1, {}, { contacts: [{ field: 'EMAIL', value: 'one@example.org' }], consents: [consent(1)] }),
      alumnus(
        2,
        { ...in2025, names: ['Нигора Саидова'], city: 'Hisor' },
        { consents: [consent(2, { field: 'PHONE' })] },
      ),
    ]);
    const before = await held();
    const { alumnus: merged, problems } = await merge(1, 2);
    expect(problems).toEqual([]);
    expect(merged.names).toEqual([{ value: 'Nigora Saidova' }, { value: 'Нигора Саидова' }]);
    expect([merged.mergedFrom, merged.consents.length]).toEqual([[alumnusId(2)], 2]);
    expect(await pairs()).toEqual([]);
    expect((await merge(1, 2)).wasDoneBefore).toBe(true);
    expect((await split(2)).problems).toEqual([]);
    expect(await held()).toEqual(before);
    const events = await store.graph.read('MATCH (e:AlumniEvent) RETURN e.action AS action ORDER BY e.id');
    expect(events.map(({ action }) => action)).toEqual(['RECORDS_MERGED', 'RECORD_OPENED', 'RECORDS_SPLIT']);
  });

  it('knows when the office was last in touch with either', async () => {
    await putAlumni(store, [alumnus(1), alumnus(2)]);
    await store.graph.administer(`MATCH (p:Alumnus {id: '${alumnusId(2)}'}) SET p.lastContactOn = '2026-01-10'`);
    await merge(1, 2);
    const { data } = await api.askAs(OFFICER, `{ alumnus(id: "${alumnusId(1)}") { lastContactOn } }`);
    expect(data.alumnus.lastContactOn).toBe('2026-01-10');
  });

  it('goes in chains, which can be taken apart in the same order or another', async () => {
    await putAlumni(store, [alumnus(1), alumnus(2), alumnus(3), alumnus(4)]);
    const start = await held();
    await merge(2, 1);
    const pair = await held();
    await merge(3, 2);
    const three = await held();
    expect((await merge(4, 3)).alumnus.mergedFrom).toEqual([1, 2, 3].map(alumnusId));
    await split(3);
    expect(await held()).toEqual(three);
    await split(2);
    expect(await held()).toEqual(pair);
    await split(1);
    expect(await held()).toEqual(start);
    // The one in the middle leaves first, and takes its own with it.
    await merge(2, 1);
    await merge(3, 2);
    await merge(4, 3);
    expect((await split(2)).alumnus.mergedFrom).toEqual([alumnusId(1)]);
    await split(3);
    await split(1);
    expect(await held()).toEqual(start);
  });

  it('is refused, with a reason, where it makes no sense', async () => {
    await putAlumni(store, [alumnus(1), alumnus(2), alumnus(3), alumnus(4)]);
    await merge(1, 2);
    await store.keys.destroy([alumnusId(4)]);
    const before = await held();
    const refused = async (stays: number, goes: number, reasoning?: string) =>
      (await merge(stays, goes, reasoning)).problems.map(({ code, path }: Answer) => `${code} ${path}`);
    expect(await refused(3, 3)).toEqual(['INVALID_VALUE input.goes']);
    expect(await refused(2, 3)).toEqual(['CONFLICT input.stays']);
    expect(await refused(3, 2)).toEqual(['CONFLICT input.goes']);
    expect(await refused(1, 9)).toEqual(['NOT_FOUND input.goes']);
    expect(await refused(1, 4)).toEqual(['NOT_FOUND input.goes']);
    expect(await refused(1, 3, ' ')).toEqual(['REQUIRED input.reasoning']);
    expect(await refused(1, 3, 'Saidova, Nigora wrote to us')).toEqual(['INVALID_VALUE input.reasoning']);
    expect((await split(1)).problems).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await split(4)).problems).toMatchObject([{ code: 'NOT_FOUND' }]);
    await store.graph.administer(
      `MATCH (p:Alumnus) WHERE p.id IN ['${alumnusId(1)}', '${alumnusId(3)}'] SET p.boundTo = p.id`,
    );
    expect(await refused(1, 3)).toEqual(['CONFLICT input.goes']);
    await store.graph.administer('MATCH (p:Alumnus) REMOVE p.boundTo');
    expect(await held()).toEqual(before);
  });

  it('makes nothing visible that nobody consented to', async () => {
    const contacts = (value: string) => ({ contacts: [{ field: 'EMAIL' as const, value }] });
    await putAlumni(store, [
      alumnus(1, {}, contacts('silent@example.org')),
      alumnus(2, in2025, { ...contacts('willing@example.org'), consents: [consent(2)] }),
    ]);
    const reveal = async (number: number) => {
      const terms = { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' };
      const input = { alumnus: alumnusId(number), ...terms, reason: 'The congress.' };
      return (
        (await api.change(OFFICER, 'revealContact', input, 'contact { value } problems { code }')).contact?.value ??
        null
      );
    };
    expect([await reveal(1), await reveal(2)]).toEqual([null, 'willing@example.org']);
    await merge(1, 2);
    expect(await reveal(1)).toBe('willing@example.org');
    await split(2);
    await merge(2, 1);
    expect(await reveal(2)).toBe('willing@example.org');
  });

  it('is for the office alone', async () => {
    for (const asker of [null, ['CURATOR', 'x'], ['ALUMNUS', alumnusId(1)]] as const) {
      const { errors, statements } = await api.askAs(asker, DUPLICATES, { first: 5 });
      expect(['UNAUTHENTICATED', 'FORBIDDEN']).toContain(errors?.[0]?.extensions.code);
      expect(statements).toEqual([]);
    }
    expect((await api.askAs(ADMIN, DUPLICATES, { first: 5 })).errors).toBeUndefined();
  });
});
