import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadIntoNeo4j } from '../../bench/network/load-into-neo4j.ts';
import type { FactRecord } from '../../src/domain/fact.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { readGraphState } from '../../src/graph/queries/graph-state.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { loadSeed } from '../../src/import/seed/load-seed.ts';
import { importFixture } from '../import/iati/import-fixture.ts';
import { graphLines } from '../support/graph-digest.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { edge, node, record, reference, statement, TEST_SOURCE } from '../support/test-records.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openTestGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph?.close());

const agency = node('Organisation', 'organisation:agency');
const named = () => reference('Organisation', 'organisation:named');
const project = node('Project', 'activity:project', {
  properties: { name: 'A project', hierarchy: 2, firstDay: '2024-01-01', description: null },
});

const KINDS: Readonly<Record<string, () => Promise<readonly FactRecord[]>>> = {
  'references before and after what they refer to': async () => [
    record(
      'one',
      reference('Organisation', agency.id),
      named(),
      project,
      edge('PARTICIPATES_IN', named().id, project.id),
    ),
    record('two', agency, named(), edge('PARTICIPATES_IN', agency.id, project.id, { role: 'FUNDING' })),
    record('three', reference('Organisation', agency.id), named()),
  ],
  'facts with several statements': async () => [
    record('one', {
      ...agency,
      statements: [statement('b', { basis: 'CURATED', reasoning: 'r' }), statement('a'), statement('a')],
    }),
  ],
  'an IATI file': async () =>
    (await Promise.all(['complete.xml', 'transactions.xml', 'organisation-references.xml'].map(recordsOf))).flat(),
};

/** As if they came from the source of the tests. */
async function recordsOf(file: string): Promise<FactRecord[]> {
  const { records } = await importFixture(file);
  return JSON.parse(
    JSON.stringify(records).replaceAll(/"sourceId":"[^"]*"/g, `"sourceId":"${TEST_SOURCE.id}"`),
  ) as FactRecord[];
}

it.each(Object.keys(KINDS))('leaves what the writer of records leaves: %s', async (kind) => {
  const records = (await KINDS[kind]?.()) ?? [];
  await loadIntoNeo4j(graph, [TEST_SOURCE], records);
  const [lines, { version }] = [await graphLines(graph), await readGraphState(graph)];
  await emptyGraph(graph);
  await writeRecords(graph, { sources: [TEST_SOURCE], records });
  expect(lines).toEqual(await graphLines(graph));
  expect(version).toBe((await readGraphState(graph)).version);
  expect(lines.length).toBeGreaterThan(3);
});

it('leaves what the writer of records leaves: the curated facts', async () => {
  const { sources, records } = await loadSeed(fileURLToPath(new URL('../../seed', import.meta.url)));
  await loadIntoNeo4j(graph, sources, records);
  const lines = await graphLines(graph);
  await emptyGraph(graph);
  await writeRecords(graph, { sources, records });
  expect(lines).toEqual(await graphLines(graph));
});

it('loads records that the writer then finds unchanged', async () => {
  const records = [record('one', agency, project)];
  await loadIntoNeo4j(graph, [TEST_SOURCE], records);
  expect(await writeRecords(graph, { sources: [TEST_SOURCE], records })).toMatchObject({ written: 0, unchanged: 1 });
});

it('refuses a graph that holds facts', async () => {
  await writeRecords(graph, { sources: [TEST_SOURCE], records: [record('one', agency)] });
  await expect(loadIntoNeo4j(graph, [TEST_SOURCE], [record('two', project)])).rejects.toThrow(/empty graph/);
});
