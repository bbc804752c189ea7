import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { findLastUpdates } from '../../src/graph/queries/find-last-updates.ts';
import { resolveIdentifiers } from '../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { createIatiImporter } from '../../src/import/iati/iati-importer.ts';
import { runImport } from '../../src/import/run-import.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { inputOf } from './csv/csv-fixture.ts';

let graph: Graph;

beforeAll(async () => {
  graph = await openTestGraph();
  await emptyGraph(graph);
});
afterAll(() => graph.close());

async function importState(lastUpdated: string, title: string) {
  const changed = lastUpdated === '' ? '' : ` last-updated-datetime="${lastUpdated}"`;
  const input = inputOf(`<iati-activities version="2.03">
<iati-activity${changed}>
  <iati-identifier>XX-TEST-1-a</iati-identifier>
  <reporting-org ref="XX-TEST-1" type="10"><narrative>Reporter</narrative></reporting-org>
  <title><narrative>${title}</narrative></title>
</iati-activity></iati-activities>`);
  const importer = await createIatiImporter({ input, title: 't', retrieved: '2025-01-01' });
  const { problems } = await runImport(importer, {
    file: 'a.xml',
    resolveIdentifiers: (references) => resolveIdentifiers(graph, references),
    findLastUpdates: (ids) => findLastUpdates(graph, ids),
    writeRecords: (batch) => writeRecords(graph, batch),
  });
  const [row] = await graph.read<{ name: string }>(
    "MATCH (a:Activity {id: 'activity:XX-TEST-1-a'}) RETURN a.name AS name",
  );
  return { older: problems['older-than-held'], name: row?.name };
}

describe('an import', () => {
  it('holds, and says so, where the graph held a newer state of an activity', async () => {
    expect(await importState('2024-05-01T00:00:00Z', 'New')).toEqual({ older: undefined, name: 'New' });
    expect(await importState('2024-05-01T02:00:00+02:00', 'The same hour')).toMatchObject({ older: undefined });
    expect(await importState('2024-05-01T00:00:00Z', 'New')).toEqual({ older: undefined, name: 'New' });
    expect(await importState('2023-01-31', 'Old')).toEqual({
      name: 'Old',
      older: {
        count: 1,
        examples: [
          {
            file: 'a.xml',
            line: 2,
            kind: 'older-than-held',
            message:
              'activity:XX-TEST-1-a was last changed on 2023-01-31 here, and on 2024-05-01T00:00:00Z in what the graph held, which is replaced: import the newer file once more',
          },
        ],
      },
    });
    expect(await importState('2024-05-01T00:00:00Z', 'New')).toEqual({ older: undefined, name: 'New' });
  });

  it('says nothing where it is not known which state is newer', async () => {
    expect((await importState('last year', 'Undated')).older).toBeUndefined();
    expect((await importState('2020-01-01', 'Dated')).older).toBeUndefined();
    expect((await importState('', 'Without')).older).toBeUndefined();
  });
});
