import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoAlumni } from '../../../src/domain/alumni/demo/demo-alumni.ts';
import { addDemoAlumni } from '../../../src/graph/alumni/add-demo-alumni.ts';
import { ALL_ALUMNI } from '../../../src/graph/alumni/alumni-criteria.ts';
import { lockAlumni } from '../../../src/graph/alumni/alumni-lock.ts';
import { appendAlumniEvent } from '../../../src/graph/alumni/append-alumni-event.ts';
import { countAlumni, findAlumni } from '../../../src/graph/alumni/find-alumni.ts';
import { writeAlumni } from '../../../src/graph/alumni/write-alumni.ts';
import { alumnus, alumnusId, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { removeAllAlumni } from '../../support/alumni-api.ts';
import { emptyGraph } from '../../support/seeded-graph.ts';
import { untilOneWaits } from '../../support/until-one-waits.ts';

const BY = { by: 'the tests' };
const FIRST = { ...BY, onlyFirst: true };

describe('adding people made up', () => {
  let store: TestAlumniStore;

  beforeAll(async () => {
    store = await openTestAlumni();
    await emptyGraph(store.graph);
  });
  beforeEach(() => removeAllAlumni(store.graph));
  afterAll(() => store.close());

  const demo = (count: number) => [...demoAlumni(count)];
  const state = async () => {
    const [row] = await store.graph.read<{ version: number; events: number }>(
      'MATCH (state:AlumniState) RETURN state.version AS version, state.events AS events',
    );
    return row;
  };

  it('adds each once: twice changes nothing, and is no event', async () => {
    expect(await addDemoAlumni(store, demo(30), BY)).toBe(30);
    const before = await state();
    expect(before).toEqual({ version: 1, events: 1 });
    expect(await addDemoAlumni(store, demo(30), BY)).toBe(0);
    expect(await state()).toEqual(before);
    expect(await addDemoAlumni(store, demo(40), BY)).toBe(10);
    expect(await countAlumni(store, ALL_ALUMNI)).toBe(40);
    expect(
      await findAlumni(store, { ...ALL_ALUMNI, drawers: [['synthetic:false']] }, { after: null, limit: 1 }),
    ).toEqual([]);
  });

  it('leaves alone whom the office changed, and whom it erased', async () => {
    const [changed, erased] = demo(2);
    if (!changed || !erased) throw new Error('nobody was made up');
    await addDemoAlumni(store, demo(2), BY);
    await putAlumni(store, [{ ...changed, profile: { ...changed.profile, names: ['Somebody Else'] } }]);
    await store.graph.write(async (transaction) => {
      await lockAlumni(transaction, store.keys);
      await transaction.run('MATCH (person:Alumnus {id: $id}) DETACH DELETE person', { id: erased.id });
      await appendAlumniEvent(transaction, {
        ...BY,
        action: 'RECORD_ERASED',
        subjects: [erased.id],
        purpose: null,
        detail: '{}',
      });
    });
    expect(await addDemoAlumni(store, demo(3), BY)).toBe(1);
    expect(await countAlumni(store, ALL_ALUMNI)).toBe(2);
    expect(await findAlumni(store, { ...ALL_ALUMNI, text: 'Somebody' }, { after: null, limit: 5 })).toEqual([
      changed.id,
    ]);
  });

  it('fills a graph that never had alumni, once and for all', async () => {
    expect(await addDemoAlumni(store, demo(5), FIRST)).toBe(5);
    expect(await addDemoAlumni(store, demo(6), FIRST)).toBe(0);
    await store.graph.administer('MATCH (person:Alumnus) DETACH DELETE person');
    expect(await addDemoAlumni(store, demo(5), FIRST)).toBe(0);
  });

  it('does not put them beside real ones by itself', async () => {
    await putAlumni(store, [alumnus(1, {}, { isSynthetic: false })]);
    expect(await addDemoAlumni(store, demo(5), FIRST)).toBe(0);
    expect(await findAlumni(store, ALL_ALUMNI, { after: null, limit: 5 })).toEqual([alumnusId(1)]);
  });

  it('does not put them beside real ones that are just being written', async () => {
    let added: Promise<number> | undefined;
    await store.graph.write(async (transaction) => {
      await lockAlumni(transaction, store.keys);
      added ??= addDemoAlumni(store, demo(5), FIRST);
      await untilOneWaits(store.graph);
      await writeAlumni(transaction, store.keys, [alumnus(1, {}, { isSynthetic: false })]);
    });
    expect(await added).toBe(0);
    expect(await findAlumni(store, ALL_ALUMNI, { after: null, limit: 5 })).toEqual([alumnusId(1)]);
  });

  it('adds them once where two begin at the same time', async () => {
    const added = await Promise.all([addDemoAlumni(store, demo(5), FIRST), addDemoAlumni(store, demo(5), FIRST)]);
    expect(added.toSorted()).toEqual([0, 5]);
    expect((await state())?.events).toBe(1);
  });
});
