import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAlumni } from '../../../src/graph/alumni/read-alumni.ts';
import { alumnus, alumnusId, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { emptyGraph } from '../../support/seeded-graph.ts';

describe('what is held of alumni', () => {
  let store: TestAlumniStore;

  beforeAll(async () => {
    store = await openTestAlumni();
  });
  beforeEach(() => emptyGraph(store.graph));
  afterAll(() => store.close());

  it('comes back as it was written', async () => {
    const draft = alumnus(
      1,
      {},
      { contacts: [{ field: 'EMAIL', value: 'nigora@example.org' }], consents: [consent(1)] },
    );
    await putAlumni(store, [draft, alumnus(2, { names: ['Ақбота Серікқызы'] })]);
    const [first, second, nobody] = await readAlumni(store, [alumnusId(1), alumnusId(2), alumnusId(3)]);
    expect(first).toEqual({
      ...draft.profile,
      id: draft.id,
      isSynthetic: true,
      lastContactOn: null,
      erasureAskedOn: null,
      mergedFrom: [],
      consents: [consent(1)],
    });
    expect(second?.names).toEqual(['Ақбота Серікқызы']);
    expect(nobody).toBeNull();
  });

  it('says nothing of who it is to whoever reads the graph without the keys', async () => {
    await putAlumni(store, [alumnus(1, {}, { contacts: [{ field: 'EMAIL', value: 'nigora@example.org' }] })]);
    const rows = await store.graph.read<{ all: object }>(
      'MATCH (n) WHERE NOT n:KazaidTestMarker RETURN properties(n) AS all',
    );
    expect(JSON.stringify(rows)).not.toMatch(/nigora|saidova|нигора|саидова|khujand|cardiology|physician|clinic/i);
  });

  it('has no relation with anything public', async () => {
    await putAlumni(store, [alumnus(1, {}, { consents: [consent(1)] })]);
    const [row] = await store.graph.read<{ labels: string[] }>(
      'MATCH (:Alumnus)--(n) UNWIND labels(n) AS label RETURN collect(DISTINCT label) AS labels',
    );
    expect(row?.labels.sort()).toEqual(['AlumniDrawer', 'Consent']);
  });

  it('is nobody any more without its key', async () => {
    await putAlumni(store, [alumnus(1), alumnus(2)]);
    await store.keys.destroy([alumnusId(1)]);
    expect(await readAlumni(store, [alumnusId(1), alumnusId(2)])).toEqual([
      null,
      expect.objectContaining({ id: alumnusId(2) }),
    ]);
  });
});
