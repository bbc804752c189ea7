import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { openKeyFile } from '../../../src/keys/open-key-file.ts';
import { alumnus, alumnusId, consent, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { ADMIN, type AlumniApi, type Asker, OFFICER, startAlumniApi } from '../../support/alumni-api.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';

const SHE: Asker = ['ALUMNUS', alumnusId(1)];
const TERMS = { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS' };
const ONE = `{ alumnus(id: "${alumnusId(1)}") { id city consents { purpose } } }`;
const ALL = '{ alumni { edges { node { id } } } }';

describe('two servers on one graph', () => {
  let store: TestAlumniStore;
  let otherGraph: Graph;
  let here: AlumniApi;
  let there: AlumniApi;

  beforeAll(async () => {
    store = await openTestAlumni();
    otherGraph = await openTestGraph();
    here = await startAlumniApi(store);
    there = await startAlumniApi({ graph: otherGraph, keys: openKeyFile(store.keyFile) });
  });
  beforeEach(async () => {
    await emptyGraph(store.graph);
    await putAlumni(store, [
      alumnus(1, {}, { contacts: [{ field: 'EMAIL', value: 'a@example.org' }], consents: [consent(1)] }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await otherGraph.close();
    await store.close();
  });

  const reveal = async (api: AlumniApi) => {
    const { audience: _, ...terms } = TERMS;
    const input = { alumnus: alumnusId(1), ...terms, reason: 'Forum in May' };
    const { contact, problems } = await api.change(
      OFFICER,
      'revealContact',
      input,
      'contact { value } problems { code }',
    );
    return contact?.value ?? problems[0].code;
  };
  const found = async (api: AlumniApi) => {
    const [one, all, own] = await Promise.all([
      api.askAs(OFFICER, ONE),
      api.askAs(OFFICER, ALL),
      api.askAs(SHE, '{ myRecord { city contacts { value } } }'),
    ]);
    return {
      one: one.data.alumnus,
      all: all.data.alumni.edges.length,
      own: own.data.myRecord ?? own.errors?.[0]?.extensions.code,
    };
  };

  it('know at once of a consent that was withdrawn or given by the other one', async () => {
    for (let round = 0; round < 3; round++) {
      expect(await reveal(there)).toBe('a@example.org');
      expect((await found(there)).one.consents).toHaveLength(1);
      await here.change(SHE, 'withdrawConsent', { terms: TERMS }, 'problems { code }');
      expect(await reveal(there)).toBe('NOT_COVERED');
      expect((await found(there)).one.consents).toEqual([]);
      await here.change(SHE, 'giveConsent', { terms: TERMS }, 'problems { code }');
    }
  });

  it('know at once of a correction and of an erasure by the other one', async () => {
    expect((await found(there)).one.city).toBe('Khujand');
    await here.change(SHE, 'correctMyRecord', { profile: { city: 'Bokhtar' } }, 'problems { code }');
    expect(await found(there)).toMatchObject({ one: { city: 'Bokhtar' }, all: 1, own: { city: 'Bokhtar' } });
    await here.change(ADMIN, 'eraseAlumnus', { alumnus: alumnusId(1), reason: 'a test' }, 'erased');
    expect(await found(there)).toEqual({ one: null, all: 0, own: 'NOT_FOUND' });
    expect(await reveal(there)).toBe('NOT_FOUND');
  });

  it('know at once of a key that another process destroyed, before the graph says anything', async () => {
    expect((await found(there)).all).toBe(1);
    await openKeyFile(store.keyFile).destroy([alumnusId(1)]);
    expect(await found(there)).toEqual({ one: null, all: 0, own: 'NOT_FOUND' });
    expect(await reveal(there)).toBe('NOT_FOUND');
  });

  it('keep no answer with a person, neither themselves nor on the way', async () => {
    for (const [asker, query] of [
      [OFFICER, ONE],
      [OFFICER, ALL],
      [SHE, '{ myRecord { id } }'],
    ] as const) {
      for (let times = 0; times < 2; times++) {
        const { headers } = await there.askAs(asker, query);
        expect(headers['cache-control']).toMatch(/no-store/);
        expect(headers.age).toBeUndefined();
      }
    }
  });
});
