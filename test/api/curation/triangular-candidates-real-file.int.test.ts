import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { resolveIdentifiers } from '../../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../../src/graph/write/write-records.ts';
import { createIatiImporter } from '../../../src/import/iati/iati-importer.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { type Answer, type Api, nodesOf, startApi } from '../../support/api.ts';
import { openInput } from '../../support/open-input.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { describeWithSharedData } from '../../support/shared-data.ts';

describeWithSharedData('candidates among 401 published activities', (folder) => {
  const file = join(folder, 'iati', 'dportal_covid_2021_iati203.xml');
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    graph = await openSeededGraph();
    const importer = await createIatiImporter({
      input: await openInput(file),
      title: 'a file',
      retrieved: '2025-01-02',
    });
    await runImport(importer, {
      file,
      resolveIdentifiers: (references) => resolveIdentifiers(graph, references),
      writeRecords: (batch) => writeRecords(graph, batch),
    });
    api = await startApi(graph);
  }, 300_000);
  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it('are those that docs/questions/triangular-candidates.md shows, and none of the curated facts', async () => {
    const { data } = await api.ask(
      '{ triangularCandidates(first: 100) { pageInfo { hasNextPage } edges { node { activity { id } findings { rule } } } } }',
    );
    const found = nodesOf(data.triangularCandidates).map(({ activity, findings }: Answer) => [
      activity.id,
      findings.map(({ rule }: Answer) => rule).join(),
    ]);
    expect(found).toEqual([
      ['activity:GB-COH-871954-QR00637', 'THREE_COUNTRIES'],
      ['activity:GB-GOV-1-300143-104', 'THREE_COUNTRIES'],
      ['activity:GB-GOV-1-301150', 'THREE_COUNTRIES'],
    ]);
    expect(data.triangularCandidates.pageInfo.hasNextPage).toBe(false);
  });
});
