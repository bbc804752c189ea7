import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { resolveIdentifiers } from '../../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../../src/graph/write/write-records.ts';
import { createIatiImporter } from '../../../src/import/iati/iati-importer.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { type Api, startApi } from '../../support/api.ts';
import { openInput } from '../../support/open-input.ts';
import { emptyGraph, openTestGraph } from '../../support/seeded-graph.ts';
import { fixture } from './import-fixture.ts';

let graph: Graph;
let api: Api;

beforeAll(async () => {
  graph = await openTestGraph();
  await emptyGraph(graph);
  for (const name of ['version-1-complete.xml', 'organisations.xml', 'held.xml']) await importInto(name);
  api = await startApi(graph);
}, 120_000);

afterAll(async () => {
  await api?.close();
  await graph?.close();
});

async function importInto(name: string) {
  const importer = await createIatiImporter({
    input: await openInput(fixture(name)),
    title: name,
    retrieved: '2025-01-02',
  });
  return runImport(importer, {
    file: name,
    resolveIdentifiers: (references) => resolveIdentifiers(graph, references),
    writeRecords: (batch) => writeRecords(graph, batch),
  });
}

it('what the model holds of an activity can be asked for', async () => {
  const { data, errors } = await api.ask(`{
    project(id: "activity:XX-TEST-1-held") {
      objectives targetGroups isHumanitarian isSecondaryReport scope defaultFlowType defaultTiedStatus otherIdentifiers
      sectors { code isWithdrawn }
      relatedActivities { edges { node { kind activity { id } } } }
      transactions(first: 2) { edges { node { flowType financeType aidType tiedStatus isHumanitarian } } }
    }
  }`);
  expect(errors).toBeUndefined();
  const { transactions, sectors, ...project } = data.project;
  expect(project).toEqual({
    objectives: 'To learn.',
    targetGroups: 'Civil servants.',
    isHumanitarian: true,
    isSecondaryReport: true,
    scope: '4',
    defaultFlowType: '10',
    defaultTiedStatus: '5',
    otherIdentifiers: ['A1:17', 'A2:2014000017'],
    relatedActivities: {
      edges: [{ node: { kind: 'PARTICIPANT_ACTIVITY', activity: { id: 'activity:YY-REG-7-purse' } } }],
    },
  });
  expect(sectors).toContainEqual({ code: '15140', isWithdrawn: true });
  expect(transactions.edges).toContainEqual({
    node: { flowType: '10', financeType: '110', aidType: 'D02', tiedStatus: '4', isHumanitarian: null },
  });
});

it('an organisation that activities only name is described by its own file', async () => {
  const { data, errors } = await api.ask(`{
    entity(identifier: { scheme: ORG_ID, value: "XX-TEST-1" }) {
      ... on Organisation { id name kind isPhantom names { value } evidence { locator source { title } } }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data.entity).toMatchObject({
    id: 'organisation:XX-TEST-1',
    kind: 'GOVERNMENT',
    isPhantom: false,
    evidence: expect.arrayContaining([
      { locator: 'line 2, iati-organisation', source: { title: 'organisations.xml' } },
    ]),
  });
  expect(data.entity.names.map(({ value }: { value: string }) => value).sort()).toEqual([
    'Agence des exemples',
    'Agency for Examples',
    'Агентство примеров',
  ]);
});

it.each(['version-1-complete.xml', 'organisations.xml', 'held.xml'])(
  '%s changes nothing when it comes again',
  async (name) => {
    const { records } = await importInto(name);
    expect(records.written).toBe(0);
    expect(records.unchanged).toBeGreaterThan(0);
  },
);
