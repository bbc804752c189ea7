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

const PAYLOAD = 'wasDoneBefore problems { code path message } alumnus { id }';
const SHE: Asker = ['ALUMNUS', 'nigora'];
const HE: Asker = ['ALUMNUS', 'bakyt'];
const OWN = [
  { code: 'CONFLICT', path: expect.any(String), message: 'somebody else must do this: it is your own record' },
];
const MAIL = (value: string) => ({ contacts: [{ field: 'EMAIL' as const, value }] });

let store: TestAlumniStore;
let api: AlumniApi;
beforeAll(async () => {
  store = await openTestAlumni();
  api = await startAlumniApi(store);
});
beforeEach(async () => {
  await removeAllAlumni(store.graph);
  await putAlumni(store, [
    alumnus(1, {}, { ...MAIL('one@example.org'), consents: [consent(1)] }),
    alumnus(2, { names: ['Bakyt Other'] }, { ...MAIL('two@example.org'), consents: [consent(2)] }),
    alumnus(3, { names: ['Somebody Third'] }),
  ]);
});
afterAll(async () => {
  await api?.close();
  await store?.close();
});

const bind = (number: number, subject: string | null, asker: Asker = OFFICER) =>
  api.change(asker, 'bindAlumnus', { alumnus: alumnusId(number), subject }, PAYLOAD);
const merge = (stays: number, goes: number, asker: Asker = OFFICER) =>
  api.change(
    asker,
    'mergeAlumni',
    { stays: alumnusId(stays), goes: alumnusId(goes), reasoning: 'They are one.' },
    PAYLOAD,
  );
const split = (number: number, asker: Asker = OFFICER) =>
  api.change(asker, 'splitAlumni', { alumnus: alumnusId(number), reasoning: 'They are two.' }, PAYLOAD);
const own = async (asker: Asker): Promise<string | null> =>
  (await api.askAs(asker, '{ myRecord { id } }')).data?.myRecord?.id ?? null;
const acts = async (number: number): Promise<unknown[]> => {
  const rows = await store.graph.read<{ action: string }>(
    'MATCH (event:AlumniEvent) WHERE $id IN event.subjects RETURN event.action AS action ORDER BY event.id DESC',
    { id: alumnusId(number) },
  );
  return rows.map(({ action }) => action);
};

describe('whose record it is', () => {
  it('is, after a merge, that of whoever had either, and each has their own again after a split', async () => {
    await bind(2, 'bakyt');
    await merge(1, 2);
    expect([await own(HE), await own(['ALUMNUS', alumnusId(2)])]).toEqual([alumnusId(1), alumnusId(1)]);
    const { record } = await api.change(
      HE,
      'correctMyRecord',
      { profile: { city: 'Naryn' } },
      'record { id city } problems { code }',
    );
    expect(record).toEqual({ id: alumnusId(1), city: 'Naryn' });
    expect(await bind(1, 'bakyt')).toMatchObject({ wasDoneBefore: true, problems: [] });
    await split(2);
    expect([await own(HE), await own(['ALUMNUS', alumnusId(1)])]).toEqual([alumnusId(2), alumnusId(1)]);
  });

  it('is one for a person: another subject takes the place of every mark, and nothing of them is left', async () => {
    await bind(2, 'bakyt');
    await merge(1, 2);
    expect(await bind(1, 'nigora')).toMatchObject({ wasDoneBefore: false, problems: [] });
    expect([await own(SHE), await own(HE)]).toEqual([alumnusId(1), null]);
    await split(2);
    expect([await own(SHE), await own(HE)]).toEqual([alumnusId(1), null]);
  });

  it('is not to be two by a merge of persons, whichever of their records is bound', async () => {
    await bind(2, 'bakyt');
    await bind(3, 'nigora');
    await merge(1, 2);
    expect((await merge(1, 3)).problems).toMatchObject([{ code: 'CONFLICT', path: 'input.goes' }]);
    expect((await merge(3, 1)).problems).toMatchObject([{ code: 'CONFLICT', path: 'input.goes' }]);
    expect([await own(HE), await own(SHE)]).toEqual([alumnusId(1), alumnusId(3)]);
  });

  it('is found however the letters of a subject are composed', async () => {
    await bind(1, 'josé'.normalize('NFD'));
    expect(await own(['ALUMNUS', 'josé'.normalize('NFD')])).toBe(alumnusId(1));
    expect(await own(['ALUMNUS', 'josé'.normalize('NFC')])).toBe(alumnusId(1));
  });

  it('is not decided by those whose own it is, or would be', async () => {
    const both: Asker = [['ALUMNI_OFFICER', 'ALUMNUS'], 'aigerim'];
    expect((await bind(1, 'aigerim', both)).problems).toEqual([
      { code: 'CONFLICT', path: 'input.subject', message: expect.stringMatching(/^somebody else must do this/) },
    ]);
    await bind(1, 'aigerim', ADMIN);
    expect((await bind(1, null, both)).problems).toEqual(OWN);
    expect((await merge(1, 2, both)).problems).toEqual(OWN);
    expect((await merge(2, 1, both)).problems).toEqual(OWN);
    const named: Asker = [['ALUMNI_OFFICER', 'ALUMNUS'], alumnusId(3)];
    expect((await merge(2, 3, named)).problems).toEqual(OWN);
    expect((await merge(1, 2, ADMIN)).problems).toEqual([]);
    expect((await split(2, both)).problems).toEqual(OWN);
    expect((await merge(1, 2, both)).problems).toEqual(OWN);
    expect((await split(2, ADMIN)).problems).toEqual([]);
  });

  it('is never of somebody real and somebody made up', async () => {
    await putAlumni(store, [alumnus(4, {}, { isSynthetic: false })]);
    expect((await merge(1, 4)).problems).toMatchObject([{ code: 'CONFLICT', path: 'input.goes' }]);
    expect((await merge(4, 1)).problems).toMatchObject([{ code: 'CONFLICT', path: 'input.goes' }]);
  });
});

describe('what is asked or done with one record of a person', () => {
  const waiting = async () => {
    const query = '{ erasureRequests(first: 10) { edges { node { alumnus askedOn } } totalCount } }';
    const { edges, totalCount } = (await api.askAs(OFFICER, query)).data.erasureRequests;
    return { waiting: edges.map(({ node }: Answer) => [node.alumnus, node.askedOn]), totalCount };
  };
  const erase = (number: number, asker: Asker = OFFICER) =>
    api.change(
      asker,
      'eraseAlumnus',
      { alumnus: alumnusId(number), reason: 'asked' },
      'erased problems { code message }',
    );
  const asked = (number: number, day: string) =>
    store.graph.administer(`MATCH (p:Alumnus {id: '${alumnusId(number)}'}) SET p.erasureAskedOn = '${day}'`);

  it('counts for all of them: a request to be erased is there after a merge, once, with the earliest day', async () => {
    await asked(2, '2026-02-03');
    await merge(1, 2);
    expect(await waiting()).toEqual({ waiting: [[alumnusId(1), '2026-02-03']], totalCount: 1 });
    await asked(1, '2026-02-04');
    expect(await waiting()).toEqual({ waiting: [[alumnusId(1), '2026-02-03']], totalCount: 1 });
    const { data } = await api.askAs(['ALUMNUS', alumnusId(1)], '{ myRecord { erasureAskedOn } }');
    expect(data.myRecord.erasureAskedOn).toBe('2026-02-03');
    await store.graph.administer(`MATCH (p:Alumnus {id: '${alumnusId(1)}'}) REMOVE p.erasureAskedOn`);
    expect(await erase(2)).toEqual({
      erased: null,
      problems: [{ code: 'CONFLICT', message: `was merged into ${alumnusId(1)}` }],
    });
    expect(await erase(1)).toEqual({ erased: alumnusId(1), problems: [] });
    expect(await waiting()).toEqual({ waiting: [], totalCount: 0 });
  });

  it('lets the office erase what nobody can read only where that was asked for', async () => {
    await asked(3, '2026-02-03');
    await store.keys.destroy([alumnusId(1), alumnusId(3)]);
    expect((await erase(1)).problems).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await erase(3)).erased).toBe(alumnusId(3));
    expect((await erase(1, ADMIN)).erased).toBe(alumnusId(1));
  });

  it('withdraws, with a contact that is removed, the consents of every record, those without a contact too', async () => {
    await putAlumni(store, [alumnus(3, {}, { consents: [consent(3), consent(3, { field: 'PHONE' })] })]);
    await merge(1, 3);
    const removed = await api.change(
      ['ALUMNUS', alumnusId(1)],
      'removeMyContact',
      { field: 'EMAIL' },
      'record { consents { field isInForce } }',
    );
    expect(removed.record.consents.toSorted((a: Answer, b: Answer) => (a.field < b.field ? -1 : 1))).toEqual([
      { field: 'EMAIL', isInForce: false },
      { field: 'EMAIL', isInForce: false },
      { field: 'PHONE', isInForce: true },
    ]);
    const again = { field: 'PHONE' };
    const without = await api.change(['ALUMNUS', alumnusId(1)], 'removeMyContact', again, 'wasDoneBefore');
    expect(without.wasDoneBefore).toBe(false);
    expect((await api.change(['ALUMNUS', alumnusId(1)], 'removeMyContact', again, 'wasDoneBefore')).wasDoneBefore).toBe(
      true,
    );
  });

  it('is in the history of the record that a revealed contact stands in, after a split too', async () => {
    await api.change(
      ['ALUMNUS', alumnusId(1)],
      'withdrawConsent',
      { terms: { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' } },
      'wasDoneBefore',
    );
    await merge(1, 2);
    const input = { alumnus: alumnusId(1), field: 'EMAIL', purpose: 'EVENT_INVITATIONS', reason: 'Forum in May' };
    const { contact } = await api.change(OFFICER, 'revealContact', input, 'contact { value }');
    expect(contact.value).toBe('two@example.org');
    await split(2);
    expect(await acts(1)).toContain('CONTACT_REVEALED');
    expect(await acts(2)).toContain('CONTACT_REVEALED');
  });

  it('counts as opening it where the office changes nothing and is answered with it', async () => {
    await bind(1, 'nigora');
    expect(await acts(1)).toEqual(['RECORD_BOUND']);
    expect((await bind(1, 'nigora')).wasDoneBefore).toBe(true);
    expect(await acts(1)).toEqual(['RECORD_OPENED', 'RECORD_BOUND']);
  });
});
