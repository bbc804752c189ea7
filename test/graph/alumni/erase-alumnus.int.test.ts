import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askForErasure } from '../../../src/graph/alumni/ask-for-erasure.ts';
import { giveConsent, withdrawConsent } from '../../../src/graph/alumni/change-consent.ts';
import { correctAlumnus } from '../../../src/graph/alumni/correct-record.ts';
import { type Eraser, eraseAlumnus } from '../../../src/graph/alumni/erase-alumnus.ts';
import { listAlumniEvents } from '../../../src/graph/alumni/list-alumni-events.ts';
import { readAlumni } from '../../../src/graph/alumni/read-alumni.ts';
import { revealContact } from '../../../src/graph/alumni/reveal-contact.ts';
import { alumnus, alumnusId, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { emptyGraph } from '../../support/seeded-graph.ts';

const OFFICER: Eraser = { id: 'aigerim', mayUnasked: false };
const ADMIN: Eraser = { id: 'the administrator', mayUnasked: true };
const INPUT = { alumnus: alumnusId(1), reason: 'asked by letter' };
const TERMS = { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' } as const;

describe('erasing an alumnus', () => {
  let store: TestAlumniStore;

  beforeAll(async () => {
    store = await openTestAlumni();
  });
  beforeEach(async () => {
    await emptyGraph(store.graph);
    const email = { contacts: [{ field: 'EMAIL', value: 'a@example.org' }] } as const;
    await putAlumni(store, [
      alumnus(1, {}, { ...email, consents: [consent(1)] }),
      alumnus(2, { homeCountry: 'country:UZ' }, { ...email, consents: [consent(2)] }),
      alumnus(3),
    ]);
  });
  afterAll(() => store.close());

  const events = () =>
    listAlumniEvents(
      store.graph,
      { by: null, actions: null, subjects: null, since: null, until: null },
      { before: null, limit: 1_000 },
    );
  const left = async (number: number) => {
    const [row] = await store.graph.read<{ left: number }>(
      'MATCH (n:Alumnus|ContactPoint|Consent) WHERE n.id CONTAINS $id OR n.id CONTAINS $consent RETURN count(n) AS left',
      { id: alumnusId(number), consent: `consent:${number}/` },
    );
    return row?.left;
  };

  it('goes on where it was cut off between the keys and the graph, once, and by nobody who might not begin it', async () => {
    const cut = {
      ...store.keys,
      destroy: async (ids: readonly string[]) => {
        await store.keys.destroy(ids);
        throw new Error('killed here');
      },
    };
    await expect(eraseAlumnus({ graph: store.graph, keys: cut }, ADMIN, INPUT)).rejects.toThrow('killed here');
    expect(await left(1)).toBe(3);
    expect(await readAlumni(store, [alumnusId(1)])).toEqual([null]);
    expect(await events()).toEqual([]);

    expect((await eraseAlumnus(store, OFFICER, INPUT)).problems).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await left(1)).toBe(3);
    expect(await eraseAlumnus(store, ADMIN, INPUT)).toEqual({ id: alumnusId(1), problems: [] });
    expect(await left(1)).toBe(0);
    expect((await events()).map(({ action, by }) => `${action} ${by}`)).toEqual([`RECORD_ERASED ${ADMIN.id}`]);
    expect((await eraseAlumnus(store, ADMIN, INPUT)).problems).toEqual([
      expect.objectContaining({ code: 'NOT_FOUND' }),
    ]);
  });

  it('changes nothing where the keys cannot be destroyed', async () => {
    const broken = { ...store.keys, destroy: () => Promise.reject(new Error('the disk is read only')) };
    await expect(eraseAlumnus({ graph: store.graph, keys: broken }, ADMIN, INPUT)).rejects.toThrow('read only');
    expect(await left(1)).toBe(3);
    expect((await readAlumni(store, [alumnusId(1)]))[0]?.city).toBe('Khujand');
  });

  it('takes with it what was merged into the record, also by way of others, and leaves all else', async () => {
    await store.graph.administer(
      `MATCH (a:Alumnus {id: '${alumnusId(2)}'}), (b:Alumnus {id: '${alumnusId(3)}'}) SET a.mergedInto = '${alumnusId(1)}', b.mergedInto = a.id`,
    );
    await putAlumni(store, [alumnus(4), alumnus(5)]);
    await store.graph.administer(
      `MATCH (p:Alumnus {id: '${alumnusId(4)}'}) SET p.distinctFrom = ['${alumnusId(1)}', '${alumnusId(5)}']`,
    );
    expect((await eraseAlumnus(store, ADMIN, { ...INPUT, alumnus: alumnusId(2) })).problems).toEqual([
      { code: 'CONFLICT', path: 'input.alumnus', message: `was merged into ${alumnusId(1)}` },
    ]);
    await eraseAlumnus(store, ADMIN, INPUT);
    expect(await Promise.all([1, 2, 3, 4, 5].map(left))).toEqual([0, 0, 0, 1, 1]);
    expect((await store.keys.find([1, 2, 3, 4, 5].map(alumnusId))).size).toBe(2);
    expect((await events())[0]?.subjects).toEqual([alumnusId(1), alumnusId(2), alumnusId(3)]);
    const [row] = await store.graph.read<{ distinctFrom: string[] }>(
      `MATCH (p:Alumnus {id: '${alumnusId(4)}'}) RETURN p.distinctFrom AS distinctFrom`,
    );
    expect(row?.distinctFrom).toEqual([alumnusId(5)]);
  });

  it('leaves no drawer that nobody else is in', async () => {
    const drawers = async () =>
      (await store.graph.read<{ id: string }>('MATCH (n:AlumniDrawer) RETURN n.id AS id')).map(({ id }) => id);
    expect(await drawers()).toContain('home:country:UZ');
    await eraseAlumnus(store, ADMIN, { ...INPUT, alumnus: alumnusId(2) });
    expect(await drawers()).not.toContain('home:country:UZ');
    expect(await drawers()).toContain('home:country:TJ');
  });

  it('leaves no drawer that a correction had emptied before', async () => {
    for (const field of ['WATER', 'HEALTH'] as const) {
      const correction = { alumnus: alumnusId(2), profile: { fields: [field] }, reason: 'A letter' };
      expect((await correctAlumnus(store, 'aigerim', correction)).problems).toEqual([]);
    }
    await eraseAlumnus(store, ADMIN, { ...INPUT, alumnus: alumnusId(2) });
    const drawers = await store.graph.read<{ id: string; filed: number }>(
      'MATCH (n:AlumniDrawer) RETURN n.id AS id, COUNT { (n)<-[:FILED_UNDER]-() } AS filed',
    );
    expect(drawers.filter(({ filed }) => filed === 0)).toEqual([]);
    expect(drawers.map(({ id }) => id)).not.toContain('field:WATER');
  });

  it('happens once where two do it at the same time', async () => {
    const both = await Promise.all([eraseAlumnus(store, ADMIN, INPUT), eraseAlumnus(store, ADMIN, INPUT)]);
    expect(both.map(({ id }) => id).sort()).toEqual([alumnusId(1), null]);
    expect(await events()).toHaveLength(1);
  });

  it('numbers events without a gap, with many at once and erasures among them', async () => {
    const reveal = { ...TERMS, reason: 'Forum in May' };
    await Promise.all([
      ...Array.from({ length: 12 }, (_, index) =>
        revealContact(store, 'aigerim', { ...reveal, alumnus: alumnusId(1 + (index % 2)) }),
      ),
      giveConsent(store, alumnusId(2), { terms: TERMS, until: '2099-01-01' }),
      withdrawConsent(store, alumnusId(2), { terms: TERMS }),
      askForErasure(store, alumnusId(2)),
      eraseAlumnus(store, ADMIN, { ...INPUT, alumnus: alumnusId(3) }),
      eraseAlumnus(store, ADMIN, INPUT),
    ]);
    const numbers = (await events()).map(({ id }) => Number(id.split(':')[1])).reverse();
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const actions = (await events()).map(({ action }) => action).reverse();
    const erased = (await events()).find(({ subjects }) => subjects.includes(alumnusId(1)))?.action;
    expect(erased).toBe('RECORD_ERASED');
    expect(actions.filter((action) => action === 'RECORD_ERASED')).toHaveLength(2);
    expect(await left(1)).toBe(0);
  });

  it('goes on where the graph did not keep it, by the office where it was asked for', async () => {
    const failing: TestAlumniStore = {
      ...store,
      graph: {
        ...store.graph,
        write: (work) => store.graph.write(async (t) => work(t).then(() => Promise.reject(new Error('no')))),
      },
    };
    await askForErasure(store, alumnusId(1));
    await expect(eraseAlumnus(failing, ADMIN, INPUT)).rejects.toThrow('no');
    expect(await readAlumni(store, [alumnusId(1)])).toEqual([null]);
    expect((await eraseAlumnus(store, OFFICER, INPUT)).problems).toEqual([]);
    expect(await left(1)).toBe(0);
  });
});
