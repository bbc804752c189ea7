import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IatiReport } from '../../../src/api/export/export-iati.ts';
import { toOwnActivity } from '../../../src/api/export/to-own-activity.ts';
import { DEFAULT_BASIS } from '../../../src/domain/default-basis.ts';
import { readPublisher } from '../../../src/export/iati/publisher.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { readAgency, readOwnActivities } from '../../../src/graph/queries/export/read-own-activities.ts';
import type { ImportedFile } from '../../import/iati/import-fixture.ts';
import { cameBack, heldIn, importText } from '../../support/iati-round-trip.ts';
import { beginExport } from '../../support/open-export.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';
import { faultsOf, HAS_IATI_SCHEMA } from '../../support/validate-iati.ts';

const AGENCY = 'organisation:kazaid';
/** The number is nobody's: that of the agency is in no source. */
const REF = 'KZ-BIN-000000000000';
const NOW = new Date('2026-01-15T12:00:00Z');

let graph: Graph;
let xml = '';
let report: IatiReport;
let imported: ImportedFile;

beforeAll(async () => {
  graph = await openSeededGraph();
  const exported = await beginExport(graph, { what: 'iati', publisherRef: REF, now: NOW });
  for await (const chunk of exported.chunks) xml += chunk;
  report = exported.report?.() as IatiReport;
  imported = await importText(xml);
});
afterAll(() => graph.close());

const CHECKED = HAS_IATI_SCHEMA ? '' : ' (well-formed only: ../shared/data is not there)';

describe("KazAID's own activities as IATI", () => {
  it(`fit the schema of IATI 2.03${CHECKED}`, async () => {
    expect(await faultsOf(xml)).toEqual([]);
  });

  it('are all published, or left out with a reason', async () => {
    const [row] = await graph.read<{ count: number }>(
      `MATCH (:Organisation {id: $id})-[:PARTICIPATES_IN]->(activity) RETURN count(DISTINCT activity) AS count`,
      { id: AGENCY },
    );
    expect(report.published).toBeGreaterThan(10);
    expect(report.published + report.leftOut.length).toBe(row?.count);
    for (const { reasons } of report.leftOut) expect(reasons).not.toEqual([]);
    expect(imported.report.records).toMatchObject({ read: report.published, written: report.published });
  });

  it('come back through the importer as they are in the graph', async () => {
    expect(imported.problems).toEqual([]);
    const agency = await readAgency(graph, AGENCY);
    if (agency === null) throw new Error('the seed has no KazAID');
    const names = [{ value: agency.name, language: 'en' }];
    const publisher = readPublisher({ id: AGENCY, kind: agency.kind, names }, REF);
    const identifiers = new Map(
      imported
        .nodes('Project')
        .filter(({ isReference }) => isReference !== true)
        .map(({ id }) => [id.replace(`${REF}-`, ''), id.slice('activity:'.length)]),
    );
    const rows = await readOwnActivities(graph, [...identifiers.keys()], DEFAULT_BASIS);
    expect(rows).toHaveLength(report.published);
    const levels = { PROGRAMME: 1, EDITION: 2, PROJECT: 3 };
    for (const row of rows) {
      const held = toOwnActivity(row, AGENCY);
      const wanted = heldIn(held, publisher, '2026-01-15', levels[held.kind], identifiers);
      expect(cameBack(imported, identifiers.get(held.id) ?? '')).toEqual(wanted);
    }
  });

  it('say that they are triangular where an arrangement covers them', () => {
    const triangular = imported.nodes('Project').filter(({ properties }) => properties.collaborationType === '8');
    expect(triangular.map(({ id }) => id).sort()).toEqual(
      [
        `activity:${REF}-avicenna-healthcare-2025-students`,
        `activity:${REF}-customs-risk-seminar-2025`,
        `activity:${REF}-dostyk-digitalization-2024`,
        `activity:${REF}-dostyk-digitalization-2025`,
        `activity:${REF}-seismic-resilience-seminar-almaty-2024`,
      ].filter((id) => imported.nodes('Project').some((node) => node.id === id)),
    );
    expect(triangular.length).toBeGreaterThan(2);
  });

  it('are not published without the reference of the publisher, nor for who is not there', async () => {
    await expect(beginExport(graph, { what: 'iati' })).rejects.toThrow(/publisherRef: missing/);
    await expect(beginExport(graph, { what: 'iati', agency: 'organisation:x', publisherRef: REF })).rejects.toThrow(
      /agency/,
    );
  });

  it('need no reference where the graph knows that of the agency', async () => {
    const { chunks, report: told } = await beginExport(graph, { what: 'iati', agency: 'organisation:giz' });
    let text = '';
    for await (const chunk of chunks) text += chunk;
    expect(told?.()).toMatchObject({ publisher: 'XM-DAC-5-52', published: 0 });
    expect(text).toContain('<iati-activities version="2.03"');
  });

  it('are refused, before any of them is written, where they are more than may be', async () => {
    const all = report.published + report.leftOut.length;
    const most = (mostRows: number) => beginExport(graph, { what: 'iati', publisherRef: REF, now: NOW, mostRows });
    await expect(most(all - 1)).rejects.toMatchObject({ code: 'LimitExceeded' });
    await (await most(all)).chunks.return(undefined);
  });

  it('are told by year, too', async () => {
    const { chunks, report: told } = await beginExport(graph, {
      what: 'iati',
      publisherRef: REF,
      filter: { years: { from: 2025 } },
      now: NOW,
    });
    for await (const _ of chunks);
    const published = told?.().published ?? 0;
    expect(published).toBeGreaterThan(0);
    expect(published).toBeLessThan(report.published);
  });
});
