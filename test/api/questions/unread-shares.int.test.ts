import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { writeRecords } from '../../../src/graph/write/write-records.ts';
import { importTable, inputOf, LEAST, mappingOf } from '../../import/csv/csv-fixture.ts';
import { type Answer, type Api, startApi } from '../../support/api.ts';
import { importText } from '../../support/iati-round-trip.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';

const activity = (key: string, ...parts: string[]) => `<iati-activity default-currency="USD">
  <iati-identifier>XX-TEST-1-${key}</iati-identifier>
  <reporting-org ref="XX-TEST-1" type="10"><narrative>Agency for Examples</narrative></reporting-org>
  <title><narrative>${key}</narrative></title>${parts.join('')}
  <transaction><transaction-type code="3"/><transaction-date iso-date="2020-01-01"/>
    <value value-date="2020-01-01">100</value></transaction></iati-activity>`;
const recipient = (code: string, more = '') => `<recipient-country code="${code}" ${more}/>`;
const sector = (code: string, vocabulary = '1') => `<sector code="${code}" vocabulary="${vocabulary}"/>`;

const IATI = `<iati-activities version="2.03">
  ${activity('unread', recipient('KZ'), recipient('QQQ'), sector('11110'), sector(''))}
  ${activity('share', recipient('KZ', 'percentage="60"'), '<recipient-region/>', sector('111', '2'), sector('99x', '2'))}
  ${activity('read', recipient('KZ'), sector('11110'), sector('', '99'))}
</iati-activities>`;
const TABLE = 'id,title,who,amount\n1,One,Kyrgyzstan; Atlantis,100\n2,Two,Kyrgyzstan,100\n';
const MAPPING = `${LEAST}recipients:
  - { country: "{who}", split: ";" }
transactions:
  - { type: DISBURSEMENT, amount: "{amount}", currency: USD, date: "2020" }
`;

let graph: Graph;
let api: Api;
beforeAll(async () => {
  graph = await openTestGraph();
  await emptyGraph(graph);
  for (const { records, report } of [await importText(IATI), await importTable(inputOf(TABLE), mappingOf(MAPPING))])
    await writeRecords(graph, { sources: [report.source], records });
  api = await startApi(graph);
});
afterAll(async () => {
  await api?.close();
  await graph?.close();
});

it.each([
  ['RECIPIENT', ['Kazakhstan 160', 'Kyrgyzstan 100', 'nobody 240'], 3],
  ['SECTOR', ['Education policy and administrative management 100', 'nobody 400'], 4],
])('what falls to a %s that could not be read is nobody’s', async (dimension, expected, without) => {
  const { data, body } = await api.ask(
    `{ flows(groupBy: [${dimension}], measure: DISBURSEMENTS) {
         rows { keys { dimension value } amount { value } } shares { activitiesWithoutShares } } }`,
  );
  if (!data?.flows) throw new Error(body);
  const rows = data.flows.rows.map(({ keys, amount }: Answer) => {
    const key = keys.find((each: Answer) => each.dimension === dimension);
    return `${key.value ?? 'nobody'} ${Number(amount.value)}`;
  });
  expect([rows.sort(), data.flows.shares.activitiesWithoutShares]).toEqual([expected, without]);
});
