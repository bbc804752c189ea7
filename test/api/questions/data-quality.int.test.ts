import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Term, VOCABULARY } from '../../../src/domain/vocabulary.ts';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { resolveIdentifiers } from '../../../src/graph/queries/resolve-identifiers.ts';
import { writeRecords } from '../../../src/graph/write/write-records.ts';
import { createIatiImporter } from '../../../src/import/iati/iati-importer.ts';
import { runImport } from '../../../src/import/run-import.ts';
import { fixture } from '../../import/iati/import-fixture.ts';
import { type Answer, type Api, nodesOf, startApi } from '../../support/api.ts';
import { openInput } from '../../support/open-input.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

type Kind = Term<'FindingKind'>;

const ACTIVITIES = 17;

/** What faults.xml has of each kind: the records, and what is found in them. */
const FAULTS: Partial<Record<Kind, readonly (readonly [id: string, ...found: string[]])[]>> = {
  DANGLING_ACTIVITY: [['dangling-activity', 'activity:XM-DAC-41114-nobody', 'activity:XM-DAC-41114-nowhere']],
  UNKNOWN_SECTOR: [['unknown-sector', '997', '99997']],
  WITHDRAWN_SECTOR: [['withdrawn-sector', '23010']],
  UNKNOWN_COUNTRY: [['unknown-country', 'country:QZ']],
  UNKNOWN_CURRENCY: [['unknown-currency', 'XQQ']],
  MISSING_DATES: [['missing-dates', 'no start']],
  END_BEFORE_START: [['end-before-start', 'starts on 2021-01-01, ends on 2020-01-01']],
  IMPLAUSIBLE_YEAR: [['implausible-year', '1066-10-14']],
  RECIPIENT_SHARES: [['recipient-shares', '90.0 %']],
  SECTOR_SHARES: [['sector-shares', 'vocabulary 1: 1 of 2 without a share']],
  NO_TITLE: [['no-title', 'no title']],
  NO_PARTICIPANTS: [['no-participants', 'no organisation']],
};

describe('dataQuality', () => {
  let graph: Graph;
  let api: Api;
  let source: string;

  beforeAll(async () => {
    graph = await openSeededGraph();
    const input = await openInput(fixture('faults.xml'));
    const importer = await createIatiImporter({ input, title: 'faults', retrieved: '2026-01-02' });
    await runImport(importer, {
      file: input.name,
      resolveIdentifiers: (references) => resolveIdentifiers(graph, references),
      writeRecords: (batch) => writeRecords(graph, batch),
    });
    source = importer.source.id;
    api = await startApi(graph);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  async function ask(query: string): Promise<Answer> {
    const { data, errors } = await api.ask(query);
    expect(errors).toBeUndefined();
    return data;
  }

  async function checkOf(kind: Kind): Promise<Answer> {
    const selection = 'checks { kind checked found share groups { source { id } publisher checked found } }';
    const data = await ask(`{ dataQuality(filter: {kinds: [${kind}], source: "${source}"}) { ${selection} } }`);
    return data.dataQuality.checks[0];
  }

  async function findingsOf(kind: Kind, more = ''): Promise<[id: string, ...found: string[]][]> {
    const data = await ask(
      `{ findings(kind: ${kind}, source: "${source}"${more}) { edges { node { record { id } found expected } } } }`,
    );
    return nodesOf(data.findings).map(({ record, found }) => [record.id, ...found]);
  }

  it.each(Object.entries(FAULTS) as [Kind, [string, ...string[]][]][])(
    'finds %s where it is, and only there',
    async (kind, faults) => {
      expect(await findingsOf(kind)).toEqual(
        faults.map(([key, ...found]) => [`activity:XM-DAC-41114-${key}`, ...found]),
      );
      const { checked, found, share, groups } = await checkOf(kind);
      expect(found).toBe(faults.length);
      expect(checked).toBeGreaterThanOrEqual(found);
      expect(share).toBeCloseTo(found / checked);
      expect(groups.map((group: Answer) => [group.source.id, group.checked, group.found])).toEqual([
        [source, checked, found],
      ]);
    },
  );

  it('counts as checked what has what is checked', async () => {
    expect((await checkOf('NO_TITLE')).checked).toBe(ACTIVITIES);
    expect((await checkOf('END_BEFORE_START')).checked).toBe(ACTIVITIES - 1);
    expect((await checkOf('DANGLING_ACTIVITY')).checked).toBe(2);
    expect((await checkOf('UNKNOWN_CURRENCY')).checked).toBe(5);
  });

  it('finds organisations that are only referred to, under unknown registers, and with several names', async () => {
    expect((await findingsOf('DANGLING_ORGANISATION')).map(([id]) => id)).toEqual(
      expect.arrayContaining(['activity:XM-DAC-41114-dangling-organisation', 'activity:XM-DAC-41114-several-names-1']),
    );
    expect(await findingsOf('UNKNOWN_REGISTER')).toEqual([['organisation:XX-NONE-7', 'XX-NONE-7']]);
    expect(await findingsOf('SEVERAL_NAMES')).toEqual([
      ['organisation:GB-CHC-202918', 'Oxford Aid', 'Oxford Aid Trust'],
    ]);
  });

  it('finds in the seed figures that cannot be true together, on both sides', async () => {
    const data = await ask(
      '{ findings(kind: DISAGREEING_FIGURES, first: 100) { totalCount edges { node { record { id } found } } } }',
    );
    const rows: Answer[] = nodesOf(data.findings);
    expect(rows.length).toBeGreaterThan(1);
    expect(data.findings.totalCount).toBe(rows.length);
    const ids = new Set(rows.map(({ record }) => record.id));
    for (const { found } of rows) for (const other of found) expect(ids).toContain(other.replace(/: [^:]*$/, ''));
  });

  it('pages without repeating or skipping', async () => {
    const all = await findingsOf('DANGLING_ORGANISATION');
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const cursor = after === '' ? '' : `, after: "${after}"`;
      const data = await ask(
        `{ findings(kind: DANGLING_ORGANISATION, source: "${source}", first: 1${cursor}) { pageInfo { hasNextPage endCursor } edges { node { record { id } } } } }`,
      );
      seen.push(...nodesOf(data.findings).map(({ record }) => record.id));
      if (!data.findings.pageInfo.hasNextPage) break;
      after = data.findings.pageInfo.endCursor;
    }
    expect(seen).toEqual(all.map(([id]) => id));
  });

  it('answers for all kinds at once, and for one publisher', async () => {
    const data = await ask('{ dataQuality { checks { kind checked found } } }');
    expect(data.dataQuality.checks.map(({ kind }: Answer) => kind)).toEqual(VOCABULARY.FindingKind);
    const { groups } = await checkOf('NO_TITLE');
    expect(await findingsOf('NO_TITLE', `, publisher: "${groups[0].publisher}"`)).toHaveLength(1);
  });

  it.each(VOCABULARY.FindingKind)('counts each record with %s once, however many sources it has', async (kind) => {
    const data = await ask(`{
      dataQuality(filter: {kinds: [${kind}]}) { checks { checked found share groups(first: 100) { publisher checked found } } }
      findings(kind: ${kind}) { totalCount }
    }`);
    const [{ checked, found, share, groups }] = data.dataQuality.checks;
    expect(found).toBe(data.findings.totalCount);
    expect(share).toBeCloseTo(found / checked);
    for (const group of groups) expect(group.checked).toBeLessThanOrEqual(checked);
    for (const publisher of new Set<string>(groups.map((group: Answer) => group.publisher))) {
      const name = JSON.stringify(publisher);
      const one = await ask(`{
        dataQuality(filter: {kinds: [${kind}], publisher: ${name}}) { checks { found } }
        findings(kind: ${kind}, publisher: ${name}) { totalCount }
      }`);
      expect([publisher, one.dataQuality.checks[0].found]).toEqual([publisher, one.findings.totalCount]);
    }
  });

  it('checks as many records as there are, and counts those of several sources for each', async () => {
    const [row] = await graph.read<{ activities: number; figures: number }>(`
      RETURN COUNT { MATCH (a:Activity) WHERE NOT coalesce(a.isPhantom, false) } AS activities,
        COUNT { MATCH (:Figure) } AS figures`);
    const selection = 'checks { checked groups(first: 100) { checked } }';
    const data = await ask(`{ dataQuality(filter: {kinds: [MISSING_DATES, DISAGREEING_FIGURES]}) { ${selection} } }`);
    const [dates, figures] = data.dataQuality.checks;
    expect([dates.checked, figures.checked]).toEqual([row?.activities, row?.figures]);
    for (const { checked, groups } of [dates, figures])
      expect(groups.reduce((sum: number, group: Answer) => sum + group.checked, 0)).toBeGreaterThan(checked);
  });

  it.each([
    ['Nobody', 'no source and no organisation that reports activities is of the name "Nobody"'],
    ['the astana time', '; did you mean "The Astana Times"?'],
  ])('refuses %s, who has published nothing', async (publisher, says) => {
    for (const [argument, query] of [
      ['filter.publisher', `{ dataQuality(filter: {publisher: "${publisher}"}) { checks { kind } } }`],
      ['publisher', `{ findings(kind: NO_TITLE, publisher: "${publisher}") { totalCount } }`],
    ] as const) {
      const { errors } = await api.ask(query);
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(errors?.[0]?.message).toMatch(new RegExp(`^${argument}: no source`));
      expect(errors?.[0]?.message).toContain(says);
    }
  });

  it('refuses what is no source, and an empty list', async () => {
    const { errors } = await api.ask('{ findings(kind: NO_TITLE, source: "source:nothing") { totalCount } }');
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const empty = await api.ask('{ dataQuality(filter: {kinds: []}) { checks { kind } } }');
    expect(empty.errors?.[0]?.message).toContain('filter.kinds: got an empty list');
  });
});
