import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AlumniStore } from '../../../src/graph/alumni/alumni-store.ts';
import { alumniVersion } from '../../../src/graph/alumni/alumni-version.ts';
import { eraseAlumnus } from '../../../src/graph/alumni/erase-alumnus.ts';
import { recordOpened } from '../../../src/graph/alumni/record-opened.ts';
import { requireOwnKeys } from '../../../src/graph/alumni/require-own-keys.ts';
import { openKeyFile } from '../../../src/keys/open-key-file.ts';
import { alumnus, alumnusId, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { emptyGraph } from '../../support/seeded-graph.ts';

const REFUSED = { code: 'Unavailable', message: expect.stringContaining('ALUMNI_KEYS') };

describe('what is written down of all alumni', () => {
  let store: TestAlumniStore;
  let wrong: AlumniStore;

  beforeAll(async () => {
    store = await openTestAlumni();
    wrong = { graph: store.graph, keys: openKeyFile(join(store.keyFile, '..', 'other-keys')) };
  });
  beforeEach(() => emptyGraph(store.graph));
  afterAll(() => store.close());

  it('are the keys that they were sealed with: with others nothing is read as erased, added or erased', async () => {
    await requireOwnKeys(wrong);
    await putAlumni(store, [alumnus(1)]);
    await requireOwnKeys(store);
    await expect(requireOwnKeys(wrong)).rejects.toMatchObject(REFUSED);
    await expect(putAlumni(wrong, [alumnus(2)])).rejects.toMatchObject(REFUSED);
    const admin = { id: 'the administrator', mayUnasked: true };
    const erased = eraseAlumnus(wrong, admin, { alumnus: alumnusId(1), reason: 'asked by letter' });
    await expect(erased).rejects.toMatchObject(REFUSED);
    const [row] = await store.graph.read<{ ids: string[] }>('MATCH (n:Alumnus) RETURN collect(n.id) AS ids');
    expect(row?.ids).toEqual([alumnusId(1)]);
  });

  it('is a version, which moves where somebody is added, changed or erased, and not where somebody is looked at', async () => {
    const versions = [await alumniVersion(store.graph)];
    await putAlumni(store, [alumnus(1)]);
    versions.push(await alumniVersion(store.graph));
    await putAlumni(store, [alumnus(1, { city: 'Osh' })]);
    versions.push(await alumniVersion(store.graph));
    await recordOpened(store, 'aigerim', alumnusId(1));
    expect(await alumniVersion(store.graph)).toBe(versions.at(-1));
    const admin = { id: 'the administrator', mayUnasked: true };
    await eraseAlumnus(store, admin, { alumnus: alumnusId(1), reason: 'asked by letter' });
    versions.push(await alumniVersion(store.graph));
    expect(new Set(versions).size).toBe(4);
  });
});
