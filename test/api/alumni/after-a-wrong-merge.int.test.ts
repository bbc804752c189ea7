import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockAlumni } from '../../../src/graph/alumni/alumni-lock.ts';
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
import { untilOneWaits } from '../../support/until-one-waits.ts';

const [ONE, TWO] = [alumnusId(1), alumnusId(2)];
const SHE: Asker = ['ALUMNUS', ONE];
const HE: Asker = ['ALUMNUS', 'bakyt'];
const TERMS = { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' };
const CHANGED = 'wasDoneBefore problems { code }';
const MAIL = (value: string) => ({ contacts: [{ field: 'EMAIL' as const, value }] });

let store: TestAlumniStore;
let api: AlumniApi;
beforeAll(async () => {
  store = await openTestAlumni(openSeededGraph);
  api = await startAlumniApi(store);
});
afterAll(async () => {
  await api?.close();
  await store?.close();
});

const merge = (stays: number, goes: number) =>
  api.change(
    OFFICER,
    'mergeAlumni',
    { stays: alumnusId(stays), goes: alumnusId(goes), reasoning: 'They are one.' },
    CHANGED,
  );
const split = (number: number) =>
  api.change(OFFICER, 'splitAlumni', { alumnus: alumnusId(number), reasoning: 'They are two.' }, CHANGED);
const bind = (number: number, subject: string | null) =>
  api.change(OFFICER, 'bindAlumnus', { alumnus: alumnusId(number), subject }, CHANGED);
/** What is in the histories of both: who did what to which records, the first first. */
const history = (): Promise<Record<string, unknown>[]> =>
  store.graph.read(
    `MATCH (event:AlumniEvent) WHERE NOT event.action IN ['RECORDS_MERGED', 'RECORDS_SPLIT']
     RETURN event.action AS action, event.by AS by, event.subjects AS subjects ORDER BY event.id`,
  );
const mine = async (asker: Asker, selection: string): Promise<Answer> =>
  (await api.askAs(asker, `{ myRecord { ${selection} } }`)).data.myRecord;
const acts = async (asker: Asker): Promise<string[]> =>
  (await mine(asker, 'events(first: 100) { edges { node { by action field } } }')).events.edges.map(
    ({ node }: Answer) => `${node.by} ${node.action} ${node.field}`,
  );
const consents = async (asker: Asker) => (await mine(asker, 'consents { givenOn withdrawnOn isInForce }')).consents;
const reveal = async (number: number) => {
  const input = { alumnus: alumnusId(number), field: 'EMAIL', purpose: 'EVENT_INVITATIONS', reason: 'Forum in May' };
  return (await api.change(OFFICER, 'revealContact', input, 'contact { value }')).contact?.value ?? null;
};

beforeEach(async () => {
  await removeAllAlumni(store.graph);
  await putAlumni(store, [
    alumnus(1, { city: 'Khujand' }, { ...MAIL('one@example.org'), consents: [consent(1)] }),
    alumnus(2, { names: ['Bakyt Other'], city: 'Osh' }, { consents: [consent(2)] }),
  ]);
  await bind(2, 'bakyt');
  await merge(1, 2);
});

describe('what was done while two were wrongly one, when they are split', () => {
  const waiting = async () => {
    const query = '{ erasureRequests(first: 10) { edges { node { alumnus } } } }';
    const { edges } = (await api.askAs(OFFICER, query)).data.erasureRequests;
    return edges.map(({ node }: Answer) => node.alumnus);
  };
  const ask = async (asker: Asker) =>
    (await api.change(asker, 'askForErasure', null, `${CHANGED} record { erasureAskedOn }`)) as Answer;

  it('is a request to be erased of whoever asked, and of nobody else', async () => {
    expect((await ask(HE)).record.erasureAskedOn).toEqual(expect.any(String));
    expect(await ask(HE)).toMatchObject({ wasDoneBefore: true });
    expect(await waiting()).toEqual([ONE]);
    await split(2);
    expect(await waiting()).toEqual([TWO]);
    expect(await history()).toContainEqual({ action: 'ERASURE_ASKED', by: TWO, subjects: [TWO] });
    expect(await acts(SHE)).not.toContainEqual(expect.stringContaining('ERASURE_ASKED'));
  });

  it('is one of each where both asked', async () => {
    await ask(HE);
    expect(await ask(SHE)).toMatchObject({ wasDoneBefore: false, problems: [] });
    await split(2);
    expect(await waiting()).toEqual([ONE, TWO]);
  });

  it('is a consent with the contact of whoever gave it', async () => {
    await split(2);
    await api.change(HE, 'setMyContact', { field: 'EMAIL', value: 'two@example.org' }, CHANGED);
    await api.change(SHE, 'withdrawConsent', { terms: TERMS }, CHANGED);
    await api.change(HE, 'withdrawConsent', { terms: TERMS }, CHANGED);
    await merge(1, 2);
    await api.change(HE, 'giveConsent', { terms: TERMS }, CHANGED);
    expect(await reveal(1)).toBe('two@example.org');
    await split(2);
    expect([await reveal(1), await reveal(2)]).toEqual([null, 'two@example.org']);
    expect(await history()).toContainEqual({ action: 'CONSENT_GIVEN', by: TWO, subjects: [TWO] });
  });

  it('is no consent with the contact of the other, and each is told', async () => {
    await api.change(SHE, 'withdrawConsent', { terms: TERMS }, CHANGED);
    const given = await api.change(HE, 'giveConsent', { terms: TERMS }, `${CHANGED} record { id }`);
    expect(given).toMatchObject({ wasDoneBefore: false, problems: [], record: { id: ONE } });
    expect((await api.change(HE, 'giveConsent', { terms: TERMS }, CHANGED)).wasDoneBefore).toBe(true);
    expect(await reveal(1)).toBe('one@example.org');
    expect(await acts(SHE)).toContain(`${TWO} CONSENT_GIVEN EMAIL`);
    await split(2);
    expect([await reveal(1), await reveal(2)]).toEqual([null, null]);
    expect((await consents(SHE)).every(({ isInForce }: Answer) => !isInForce)).toBe(true);
    expect(await acts(SHE)).toEqual([
      'aigerim CONTACT_REFUSED EMAIL',
      'aigerim CONSENT_WITHDRAWN EMAIL',
      'aigerim CONTACT_REVEALED EMAIL',
      'alumnus CONSENT_GIVEN null',
      `${ONE} CONSENT_WITHDRAWN null`,
    ]);
    expect(await acts(HE)).toContain(`${TWO} CONSENT_GIVEN null`);
  });

  it('is a consent with her own contact where she gave it, too, and withdrawn by nobody but her', async () => {
    await api.change(SHE, 'withdrawConsent', { terms: TERMS }, CHANGED);
    await api.change(HE, 'giveConsent', { terms: TERMS }, CHANGED);
    expect((await api.change(SHE, 'giveConsent', { terms: TERMS }, CHANGED)).wasDoneBefore).toBe(false);
    expect((await api.change(HE, 'giveConsent', { terms: TERMS }, CHANGED)).wasDoneBefore).toBe(true);
    await split(2);
    expect(await reveal(1)).toBe('one@example.org');
  });

  it('is a contact in the record of whoever set it, and not under the consent of the other', async () => {
    await api.change(HE, 'setMyContact', { field: 'PHONE', value: '+77011234567' }, CHANGED);
    await split(2);
    const fields = async (asker: Asker) => (await mine(asker, 'contacts { field }')).contacts;
    expect([await fields(SHE), await fields(HE)]).toEqual([[{ field: 'EMAIL' }], [{ field: 'PHONE' }]]);
    await api.change(HE, 'setMyContact', { field: 'EMAIL', value: 'two@example.org' }, CHANGED);
    await merge(1, 2);
    await api.change(HE, 'setMyContact', { field: 'EMAIL', value: 'new@example.org' }, CHANGED);
    await split(2);
    expect([await reveal(1), await reveal(2)]).toEqual([null, 'new@example.org']);
  });
});

describe('the histories of both', () => {
  it('have what the office did and saw of them as one, and name nobody else', async () => {
    const both = [ONE, TWO];
    const change = (field: string, input: object) => api.change(OFFICER, field, input, CHANGED);
    await api.askAs(OFFICER, `{ alumnus(id: "${ONE}") { id } }`);
    await api.askAs(OFFICER, `{ alumnus(id: "${ONE}") { id } }`);
    await change('correctAlumnus', { alumnus: ONE, profile: { city: 'Naryn' }, reason: 'by letter' });
    await change('withdrawConsentFor', { alumnus: ONE, terms: TERMS, reason: 'by letter' });
    expect(await reveal(1)).toBeNull();
    await api.change(OFFICER, 'noteContact', { alumni: [ONE], purpose: 'RESEARCH' }, 'changed');
    await bind(1, 'nigora');
    const done = [
      'RECORD_OPENED',
      'RECORD_CORRECTED',
      'CONSENT_WITHDRAWN',
      'CONTACT_REFUSED',
      'CONTACT_MADE',
      'RECORD_BOUND',
    ];
    expect((await history()).slice(1)).toEqual(done.map((action) => ({ action, by: 'aigerim', subjects: both })));
    await split(2);
    const own = await api.askAs(['ALUMNUS', TWO], '{ downloadMyRecord { json } }');
    expect(own.data.downloadMyRecord.json).not.toContain(ONE);
    const { events } = JSON.parse(own.data.downloadMyRecord.json);
    expect(events.slice(1, -1).map(({ action }: Answer) => action)).toEqual(done);
  });

  it('have that a record was opened once more on the day on which another came to it', async () => {
    await split(2);
    const open = () => api.askAs(OFFICER, `{ alumnus(id: "${ONE}") { id } }`);
    await open();
    await merge(1, 2);
    await open();
    await open();
    expect((await history()).slice(1).map(({ subjects }) => subjects)).toEqual([[ONE], [ONE, TWO]]);
  });

  it('have what each of the two did to both, and not by whose record', async () => {
    await api.change(HE, 'correctMyRecord', { profile: { city: 'Naryn' } }, CHANGED);
    await api.change(HE, 'withdrawConsent', { terms: TERMS }, CHANGED);
    await api.change(HE, 'removeMyContact', { field: 'EMAIL' }, CHANGED);
    await api.askAs(HE, '{ downloadMyRecord { fileName } }');
    await split(2);
    const done = ['RECORD_DOWNLOADED', 'RECORD_CORRECTED', 'CONSENT_WITHDRAWN', 'RECORD_CORRECTED'];
    expect(await acts(SHE)).toEqual(done.map((action) => `alumnus ${action} null`));
    expect((await acts(HE)).slice(0, -1)).toEqual(done.map((action) => `${TWO} ${action} null`));
    const { edges } = (
      await api.askAs(ADMIN, `{ alumniEvents(first: 100, filter: { by: "${TWO}" }) { edges { node { by } } } }`)
    ).data.alumniEvents;
    expect(edges).toHaveLength(4);
  });
});

describe('whoever waits to write while it is decided whose a record is', () => {
  /** Answers a question that was asked while something else held the lock, and did this before it let it go. */
  const behind = async (query: string, deciding: string): Promise<Answer> => {
    let asked: Promise<Answer> | undefined;
    await store.graph.write(async (transaction) => {
      await lockAlumni(transaction, store.keys);
      asked ??= api.askAs(HE, query);
      await untilOneWaits(store.graph);
      await transaction.run(`MATCH (record:Alumnus {id: '${TWO}'}) ${deciding}`);
    });
    return asked;
  };
  const SET = 'mutation { setMyContact(input: {field: EMAIL, value: "two@example.org"}) { record { id city } } }';
  const DOWNLOAD = '{ downloadMyRecord { json } }';
  const held = async () => (await mine(SHE, 'contacts { value }')).contacts;

  it('writes to their own, and is answered with it', async () => {
    const { data } = await behind(SET, 'REMOVE record.mergedInto');
    expect(data.setMyContact.record).toEqual({ id: TWO, city: 'Osh' });
    expect(await held()).toEqual([{ value: 'one@example.org' }]);
    await merge(1, 2);
    const downloaded = await behind(DOWNLOAD, 'REMOVE record.mergedInto');
    expect(downloaded.data.downloadMyRecord.json).not.toContain('one@example.org');
  });

  it('writes nothing, and sees nothing, where none is theirs any more', async () => {
    expect((await behind(SET, 'REMOVE record.boundTo')).errors?.[0].extensions.code).toBe('NOT_FOUND');
    await bind(1, 'bakyt');
    const ofOne = `WITH record MATCH (other:Alumnus {id: '${ONE}'}) REMOVE other.boundTo`;
    expect((await behind(DOWNLOAD, ofOne)).errors?.[0].extensions.code).toBe('NOT_FOUND');
    expect(await held()).toEqual([{ value: 'one@example.org' }]);
    expect((await history()).map(({ action }) => action)).toEqual(['RECORD_BOUND', 'RECORD_BOUND']);
  });
});
