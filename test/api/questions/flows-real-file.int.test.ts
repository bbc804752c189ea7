import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_BASIS } from '../../../src/domain/default-basis.ts';
import { FLOW_MEASURES, type FlowMeasure } from '../../../src/domain/flows/flow-measure.ts';
import { FlowSums } from '../../../src/domain/flows/flow-sums.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { readFlows } from '../../../src/graph/queries/flows/read-flows.ts';
import { resolveIdentifiers } from '../../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../../src/graph/write/write-records.ts';
import { createIatiImporter } from '../../../src/import/iati/iati-importer.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { type Answer, type Api, startApi } from '../../support/api.ts';
import { openInput } from '../../support/open-input.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { describeWithSharedData } from '../../support/shared-data.ts';

/** Sums by currency, such as { USD: '12.5' }. */
type Sums = Record<string, string>;

const MEASURES = Object.keys(FLOW_MEASURES) as FlowMeasure[];

describeWithSharedData('the money of 401 published activities', (folder) => {
  const file = join(folder, 'iati', 'dportal_covid_2021_iati203.xml');
  let graph: Graph;
  let api: Api;

  beforeAll(async () => {
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

  it.each(MEASURES)('%s are those of the file, currency by currency', async (measure) => {
    const { data, errors } = await api.ask(
      'query Flows($measure: FlowMeasure!) { flows(groupBy: [CURRENCY], measure: $measure) { truncated rows { amount { value currency } } } }',
      { measure },
    );
    expect(errors).toBeUndefined();
    expect(data.flows.truncated).toBe(false);
    expect(Object.fromEntries(data.flows.rows.map(({ amount }: Answer) => [amount.currency, amount.value]))).toEqual(
      sumsOfFile(file, measure),
    );
  });

  it.each(MEASURES)('%s by recipient and sector are the same in all, to the last digit', async (measure) => {
    const sums = new FlowSums(['RECIPIENT', 'SECTOR', 'CURRENCY'], { RECIPIENT: null, SECTOR: null });
    const activities = await readFlows(
      graph,
      { conditions: [], parameters: { basis: DEFAULT_BASIS } },
      { types: FLOW_MEASURES[measure], donors: null, currencies: null, fromYear: null, toYear: null },
      new Set(['RECIPIENT', 'SECTOR']),
    );
    for (const activity of activities) sums.add(activity);
    expect(addUp(sums.rows().map(({ amount }) => amount))).toEqual(sumsOfFile(file, measure));
  });
});

const CODES: Readonly<Record<string, string>> = {
  OUTGOING_COMMITMENT: '2',
  DISBURSEMENT: '3',
  EXPENDITURE: '4',
  INCOMING_FUNDS: '1',
  INCOMING_COMMITMENT: '11',
  OUTGOING_PLEDGE: '12',
};

/** Read from the text of the file, without any of the importer. */
function sumsOfFile(file: string, measure: FlowMeasure): Sums {
  const codes = FLOW_MEASURES[measure].map((type) => CODES[type]);
  const activities = readFileSync(file, 'utf8').split('<iati-activity ').slice(1);
  const amounts = activities.flatMap((activity) => {
    const byDefault = /^[^>]*default-currency="(\w+)"/.exec(activity)?.[1] ?? '';
    return [...activity.matchAll(/<transaction[ >].*?<\/transaction>/gs)].flatMap(([transaction]) => {
      const type = /<transaction-type code="(\d+)"/.exec(transaction)?.[1];
      const [, attributes = '', text = ''] = /<value([^>]*)>([^<]*)<\/value>/.exec(transaction) ?? [];
      if (text.trim() === '' || type === undefined || !codes.includes(type)) return [];
      return [{ value: text.trim(), currency: / currency="(\w+)"/.exec(attributes)?.[1] ?? byDefault }];
    });
  });
  return addUp(amounts);
}

function addUp(amounts: readonly { readonly value: string; readonly currency: string }[]): Sums {
  const Exact = Decimal.clone({ precision: 1_000 });
  const sums: Record<string, Decimal> = {};
  for (const { value, currency } of amounts) sums[currency] = (sums[currency] ?? new Exact(0)).plus(value);
  return Object.fromEntries(Object.entries(sums).map(([currency, sum]) => [currency, sum.toFixed()]));
}
