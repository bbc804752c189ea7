import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { resolveIdentifiers } from '../../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../../src/graph/write/write-records.ts';
import { createIatiImporter } from '../../../src/import/iati/iati-importer.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { type Answer, type Api, nodesOf, startApi } from '../../support/api.ts';
import { openInput } from '../../support/open-input.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { describeWithSharedData } from '../../support/shared-data.ts';

/** Numbers and chains found beforehand in the file with other tools. */
describeWithSharedData('chains of money in 401 published activities', (folder) => {
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
    const file = join(folder, 'iati', 'dportal_covid_2021_iati203.xml');
    graph = await openTestGraph();
    await emptyGraph(graph);
    const input = await openInput(file);
    const importer = await createIatiImporter({ input, title: 'a published file', retrieved: '2025-01-02' });
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

  const QUERY = `query ($filter: FundingChainFilter, $after: String) { fundingChains(filter: $filter, first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { ending activities { id } amounts { value currency } links { reportedBy evidence(first: 1) { locator source { title } } } } } } }`;

  async function allChains(filter: object | null): Promise<Answer[]> {
    const found: Answer[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors }: { data: Answer; errors: unknown } = await api.ask(QUERY, { filter, after });
      expect(errors).toBeUndefined();
      found.push(...nodesOf(data.fundingChains));
      if (!data.fundingChains.pageInfo.hasNextPage) {
        expect(found).toHaveLength(data.fundingChains.totalCount);
        return found;
      }
      after = data.fundingChains.pageInfo.endCursor;
    }
  }

  const gbp = (value: string) => [{ value, currency: 'GBP' }];
  const chain = (ending: string, amounts: object, ...ids: string[]) => ({
    ending,
    amounts,
    activities: ids.map((id) => ({ id: `activity:${id}` })),
  });

  it('have evidence for every link: where in the file it stands', async () => {
    const links = (
      await allChains({ reportedBy: ['PROVIDER_ACTIVITY', 'RECEIVER_ACTIVITY', 'PARENT_AND_CHILD'] })
    ).flatMap((each) => each.links);
    expect(links.length).toBeGreaterThan(100);
    for (const { evidence } of links)
      expect(evidence).toEqual([{ locator: expect.stringMatching(/line \d+/), source: { title: 'a published file' } }]);
  });

  it('are five: four pairs in and into the file, two of which go on to activities that nobody has published', async () => {
    const found = await allChains(null);
    expect(found.map(({ links: _, ...each }) => each)).toEqual([
      chain(
        'DANGLING',
        gbp('115874.8'),
        'DK-CVR-20699310-DF212197',
        'CH-FDJP-f7f0b51e-7432-4c0c-a6c0-7df1101d7983-FH-projet Covid H2H',
        'FH-projet Covid H2H',
      ),
      chain('COMPLETE', gbp('2156169'), 'GB-1-178159', 'GB-COH-213890-82604802'),
      chain('COMPLETE', gbp('318942'), 'GB-COH-213890-82690119', 'GB-COH-213890-82604712'),
      chain('COMPLETE', gbp('97587'), 'GB-COH-213890-82690119', 'GB-COH-213890-82604729'),
      chain(
        'DANGLING',
        [{ value: '1198000', currency: 'USD' }],
        'XM-DAC-7-PPR-4000003880',
        'CH-FDJP-CHE-106823242-20119723b',
        'CH-FDJP-CHE106823242-2019723b',
      ),
    ]);
  });

  it('come out the same from the last activity of one', async () => {
    const filter = { activities: ['activity:CH-FDJP-CHE106823242-2019723b'] };
    const [found, ...others] = await allChains(filter);
    expect(others).toEqual([]);
    expect(found.activities).toHaveLength(3);
    expect(found.links.map(({ reportedBy }: Answer) => reportedBy)).toEqual([
      ['PROVIDER_ACTIVITY'],
      ['RECEIVER_ACTIVITY'],
    ]);
  });

  it('are 333 by parents and children, one link each, 66 of them to a published activity', async () => {
    const found = await allChains({ reportedBy: ['PARENT_AND_CHILD'] });
    expect(found).toHaveLength(333);
    expect(found.every(({ activities }) => activities.length === 2)).toBe(true);
    expect(found.filter(({ ending }) => ending === 'COMPLETE')).toHaveLength(66);
    expect(found.filter(({ ending }) => ending === 'DANGLING')).toHaveLength(267);
  });

  it('are 336 by all that tells of links', async () => {
    const found = await allChains({ reportedBy: ['RECEIVER_ACTIVITY', 'PROVIDER_ACTIVITY', 'PARENT_AND_CHILD'] });
    expect(found).toHaveLength(336);
    expect(found.filter(({ links }) => links.length === 2)).toHaveLength(2);
  });
});
