import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAlumniEvents } from '../../../src/graph/alumni/list-alumni-events.ts';
import { readAlumni } from '../../../src/graph/alumni/read-alumni.ts';
import { alumnus, alumnusId, openTestAlumni, putAlumni, type TestAlumniStore } from '../../support/alumni.ts';
import { runKazaid } from '../../support/run-kazaid.ts';
import { emptyGraph } from '../../support/seeded-graph.ts';

const ALL = { by: null, actions: null, subjects: null, since: null, until: null };

let store: TestAlumniStore;

beforeAll(async () => {
  store = await openTestAlumni();
  await emptyGraph(store.graph);
  await putAlumni(store, [alumnus(1), alumnus(2), alumnus(3)]);
  await store.graph.administer(`MATCH (p:Alumnus {id: '${alumnusId(3)}'}) SET p.mergedInto = '${alumnusId(2)}'`);
});
afterAll(() => store.close());

const erase = (id: string, reason: string) =>
  runKazaid(['erase-alumnus', id, '--by', 'aigerim', '--reason', reason], { ALUMNI_KEYS: store.keyFile });

it('kazaid erase-alumnus erases one, finishes what was cut off, and says what stands in its way', async () => {
  await store.keys.destroy([alumnusId(1)]);
  expect(await erase(alumnusId(1), 'asked by letter')).toMatchObject({
    code: 0,
    output: expect.stringContaining(`${alumnusId(1)} is erased`),
  });
  expect(await erase(alumnusId(1), 'again')).toMatchObject({
    code: 1,
    said: `kazaid: ${alumnusId(1)}: no alumnus has this id\n`,
  });
  expect(await erase(alumnusId(3), 'asked by letter')).toMatchObject({
    code: 1,
    said: `kazaid: ${alumnusId(3)}: was merged into ${alumnusId(2)}\n`,
  });
  const named = await erase(alumnusId(2), 'Nigora Saidova asked');
  expect(named).toMatchObject({ code: 1, output: '', said: expect.stringMatching(/^kazaid: --reason: expected why/) });
  expect(named.said).not.toMatch(/nigora/i);
  expect((await readAlumni(store, [alumnusId(1), alumnusId(2)])).map((found) => found?.id)).toEqual([
    undefined,
    alumnusId(2),
  ]);
  const events = await listAlumniEvents(store.graph, ALL, { before: null, limit: 10 });
  expect(events).toEqual([
    expect.objectContaining({
      by: 'aigerim',
      action: 'RECORD_ERASED',
      subjects: [alumnusId(1)],
      purpose: 'asked by letter',
    }),
  ]);
}, 180_000);
