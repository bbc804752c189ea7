import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { resolveIdentifiers } from '../../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../../src/graph/write/write-records.ts';
import { createCsvImporter } from '../../../src/import/csv/create-csv-importer.ts';
import { readMapping } from '../../../src/import/csv/mapping/read-mapping.ts';
import type { ImportReport } from '../../../src/import/report.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { graphDigest } from '../../support/graph-digest.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { inputOf } from './csv-fixture.ts';

const example = (name: string) => fileURLToPath(new URL(`../../../mappings/example/${name}`, import.meta.url));
const TABLE = readFileSync(example('partner-activities.csv'), 'utf8');

let graph: Graph;

beforeAll(async () => {
  graph = await openSeededGraph();
}, 120_000);

afterAll(() => graph?.close());

async function importText(text: string): Promise<ImportReport> {
  const mapping = await readMapping(example('partner-activities.yaml'));
  const importer = await createCsvImporter({ input: inputOf(text), mapping, retrieved: '2025-01-02' });
  return runImport(importer, {
    file: 'table.csv',
    resolveIdentifiers: (references) => resolveIdentifiers(graph, references),
    writeRecords: (batch) => writeRecords(graph, batch),
  });
}

const partnersOf = (activity: string) =>
  graph.read<{ id: string; role: string }>(
    'MATCH (actor)-[r:PARTICIPATES_IN]->(:Activity {id: $activity}) RETURN actor.id AS id, r.role AS role ORDER BY id, role',
    { activity },
  );

it('a table is written once, meets the organisations that the graph knows, and changes nothing the second time', async () => {
  expect((await importText(TABLE)).records).toMatchObject({ read: 3, written: 3 });
  expect(await partnersOf('activity:partner-activities-1')).toEqual([
    { id: 'country:KG', role: 'BENEFICIARY' },
    { id: 'country:TJ', role: 'BENEFICIARY' },
    { id: 'organisation:jica', role: 'FUNDING' },
    { id: 'organisation:kazaid', role: 'IMPLEMENTING' },
  ]);
  const before = await graphDigest(graph);
  expect((await importText(TABLE)).records).toMatchObject({ read: 3, written: 0, unchanged: 3 });
  expect(await graphDigest(graph)).toBe(before);
});

it('a newer version of a row takes the place of the older one, and leaves what others say', async () => {
  await importText(TABLE.replace('Tajikistan, Kyrgyzstan', 'Tajikistan').replace('co-financed', 'hosted'));
  expect(await partnersOf('activity:partner-activities-1')).toEqual([
    { id: 'country:TJ', role: 'BENEFICIARY' },
    { id: 'organisation:jica', role: 'HOST' },
    { id: 'organisation:kazaid', role: 'IMPLEMENTING' },
  ]);
  const [kazaid] = await graph.read<{ name: string; isPhantom: boolean }>(
    "MATCH (o:Organisation {id: 'organisation:kazaid'}) RETURN o.name AS name, o.isPhantom AS isPhantom",
  );
  expect(kazaid).toMatchObject({ name: 'Kazakhstan Agency of International Development', isPhantom: false });
});
