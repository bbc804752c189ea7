import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAlumniStore } from '../../../src/cli/open-alumni-store.ts';
import { readConfig } from '../../../src/config.ts';
import { lockAlumni } from '../../../src/graph/alumni/alumni-lock.ts';
import type { AlumniStore } from '../../../src/graph/alumni/alumni-store.ts';
import { alumniVersion } from '../../../src/graph/alumni/alumni-version.ts';
import { eraseAlumnus } from '../../../src/graph/alumni/erase-alumnus.ts';
import { recordShown } from '../../../src/graph/alumni/record-shown.ts';
import { requireOwnKeys } from '../../../src/graph/alumni/require-own-keys.ts';
import { openKeyFile } from '../../../src/keys/open-key-file.ts';
import { alumnus, alumnusId, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { emptyGraph } from '../../support/seeded-graph.ts';
import { untilOneWaits } from '../../support/until-one-waits.ts';

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

  it('are the keys of the first, also where another writes at the same time', async () => {
    let second: Promise<void> | undefined;
    await store.graph.write(async (transaction) => {
      await lockAlumni(transaction, store.keys);
      second ??= expect(putAlumni(wrong, [alumnus(2)])).rejects.toMatchObject(REFUSED);
      await untilOneWaits(store.graph);
    });
    await second;
    await expect(putAlumni(wrong, [alumnus(2)])).rejects.toMatchObject(REFUSED);
    await putAlumni(store, [alumnus(1)]);
  });

  it('are looked for where they should be: their file is made only where there never were alumni', async () => {
    const path = join(store.keyFile, '..', 'mistyped');
    const open = (alumniKeys: string) => openAlumniStore(store.graph, { ...readConfig({}), alumniKeys });
    await open(path);
    await putAlumni(store, [alumnus(1)]);
    const absent = { name: 'SetupError', message: expect.stringContaining(`${path} is not there`) };
    await expect(open(path)).rejects.toMatchObject(absent);
    expect(existsSync(path)).toBe(false);
    const unusable = join(store.keyFile, 'alumni-keys');
    await expect(open(unusable)).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringContaining(unusable),
    });
    await open(store.keyFile);
  });

  it('is a version, which moves where somebody is added, changed or erased, and not where somebody is looked at', async () => {
    const versions = [await alumniVersion(store.graph)];
    await putAlumni(store, [alumnus(1)]);
    versions.push(await alumniVersion(store.graph));
    await putAlumni(store, [alumnus(1, { city: 'Osh' })]);
    versions.push(await alumniVersion(store.graph));
    await recordShown(store, { action: 'RECORD_OPENED', by: 'aigerim', ids: [alumnusId(1)] });
    expect(await alumniVersion(store.graph)).toBe(versions.at(-1));
    const admin = { id: 'the administrator', mayUnasked: true };
    await eraseAlumnus(store, admin, { alumnus: alumnusId(1), reason: 'asked by letter' });
    versions.push(await alumniVersion(store.graph));
    expect(new Set(versions).size).toBe(4);
  });
});
