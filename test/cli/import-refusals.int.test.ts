import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';
import { runKazaid } from '../support/run-kazaid.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const XML = `<iati-activities version="2.03"><iati-activity>
  <iati-identifier>XX-TEST-1-a</iati-identifier>
  <reporting-org ref="XX-TEST-1" type="10"><narrative>Reporter</narrative></reporting-org>
  <title><narrative>Activity</narrative></title>
</iati-activity></iati-activities>`;

const mapping = (id: string) => `
name: test
source: { title: A table, publisher: A publisher, licence: none }
record: { key: "{id}" }
activity: { id: "test-{id}", name: "{title}" }
publishedBy: { id: "${id}" }
`;

let graph: Graph;

beforeAll(async () => {
  graph = await openTestGraph();
  await emptyGraph(graph);
});
afterAll(() => graph.close());

const recordCount = async () =>
  (await graph.read<{ count: number }>('MATCH (r:Record) RETURN count(r) AS count'))[0]?.count;

const journal = async () => JSON.parse((await runKazaid(['imports', '--json'])).output) as { file: string }[];

describe('kazaid import', () => {
  it('keeps what is of another format out of the journal, named or in a folder', async () => {
    const folder = createTemporaryFolder();
    writeFileSync(join(folder, 'a.pdf'), '%PDF-1.7\n');
    const named = await runKazaid(['import', join(folder, 'a.pdf')]);
    expect(named).toMatchObject({ code: 1, output: '', said: expect.stringContaining('a.pdf: this is a PDF') });

    writeFileSync(join(folder, 'b.xml'), XML);
    const inFolder = await runKazaid(['import', folder]);
    expect(inFolder.code).toBe(1);
    expect(inFolder.output).toContain('a.pdf:1: this is a PDF');
    expect(await journal()).toMatchObject([{ file: join(folder, 'b.xml') }]);
  }, 120_000);

  it('knows the ids that a mapping gives from the graph, also in a dry run, before a row is written', async () => {
    const folder = createTemporaryFolder();
    const table = join(folder, 't.csv');
    const file = join(folder, 'm.yaml');
    writeFileSync(table, 'id,title\n1,One\n');
    writeFileSync(file, mapping('organisation:XX-TEST-2'));
    const before = await recordCount();
    for (const more of [['--dry-run'], []]) {
      const refused = await runKazaid(['import', table, '--mapping', file, ...more]);
      expect(refused.code).toBe(1);
      expect(refused.said).toContain(
        `${file}:6: publishedBy.id: found "organisation:XX-TEST-2"; expected the id of an organisation that the graph has`,
      );
    }
    expect(await recordCount()).toBe(before);

    writeFileSync(file, mapping('organisation:XX-TEST-1'));
    for (const more of [['--dry-run'], []]) {
      expect((await runKazaid(['import', table, '--mapping', file, ...more])).code).toBe(0);
    }
  }, 120_000);
});
