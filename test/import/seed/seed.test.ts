import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { EdgeFact, NodeFact } from '../../../src/domain/fact.ts';
import { loadSeed, type Seed } from '../../../src/import/seed/load-seed.ts';
import { SHARED_DATA } from '../../support/shared-data.ts';

const SEED = fileURLToPath(new URL('../../../seed', import.meta.url));

describe('the seed', () => {
  let seed: Seed;
  beforeAll(async () => {
    seed = await loadSeed(SEED);
  });

  const facts = () => seed.records.flatMap((record) => record.facts);
  const node = (id: string) => facts().find((fact): fact is NodeFact => fact.shape === 'node' && fact.id === id);
  const edges = (type: EdgeFact['type']) =>
    facts().filter((fact): fact is EdgeFact => fact.shape === 'edge' && fact.type === type);
  const locators = (id: string) => node(id)?.statements.map(({ sourceId, locator }) => `${sourceId} ${locator}`);

  it('has no problems', () => {
    expect(seed.problems).toEqual([]);
  });

  it('supports each fact', () => {
    expect(facts().filter(({ statements }) => statements.length === 0)).toEqual([]);
  });

  it('has the law and the order by number and day', () => {
    expect(node('policy:oda-law-2014')?.properties).toMatchObject({
      kind: 'LAW',
      number: '263-V',
      adopted: '2014-12-10',
    });
    expect(node('policy:government-order-861')?.properties).toMatchObject({
      kind: 'ORDER',
      number: '861',
      adopted: '2020-12-15',
    });
    expect(locators('policy:oda-law-2014')).toContain('source:oecd-profile-2026 paragraph 60');
  });

  it('has these five arrangements, each role read by somebody who says why', () => {
    const plays = edges('PLAYS').map(({ from, to, properties }) => `${to} ${properties.role} ${from}`);
    expect(plays.toSorted()).toEqual(
      [
        ['avicenna-healthcare-2025-students', ['tika'], ['kazaid', 'astana-medical-university']],
        ['dostyk-digitalization-2025', ['koica'], ['kazaid']],
        [
          'dostyk-digitalization-2024',
          ['temasek-foundation', 'civil-service-college-singapore'],
          ['kazaid', 'al-farabi-kaznu', 'nazarbayev-university'],
        ],
        ['seismic-resilience-seminar-2024', ['jica'], ['kazaid']],
        ['customs-risk-seminar-2025', ['wco', 'jica'], ['kazaid', 'state-revenue-committee-kz']],
      ]
        .flatMap(([key, facilitating = [], pivotal = []]) => [
          ...[...facilitating].map((actor) => `arrangement:${key} FACILITATING organisation:${actor}`),
          ...[...pivotal].map((actor) => `arrangement:${key} PIVOTAL organisation:${actor}`),
          `arrangement:${key} BENEFICIARY country:TJ`,
        ])
        .toSorted(),
    );
    const statements = edges('PLAYS').flatMap((play) => play.statements);
    expect(statements.filter(({ basis, reasoning }) => basis !== 'CURATED' || reasoning === undefined)).toEqual([]);
  });

  it('has both totals since 2020, each in the words of its source', () => {
    const totals = facts().filter(
      (fact) => fact.shape === 'node' && fact.properties.measureId === 'measure:total-assistance-since-2020',
    );
    expect(totals.map(({ properties }) => properties)).toMatchObject([
      { value: '200000000', unit: 'USD', qualifier: 'APPROXIMATELY', flow: 'ODA', flowBasis: 'NOT_STATED' },
      { value: '183000000', unit: 'USD', qualifier: 'MORE_THAN', flow: 'AID', flowBasis: 'NOT_STATED' },
    ]);
  });

  it('keeps gross, net and grant equivalent apart', () => {
    const bases = ['kz-total-oda-2024', 'kz-total-oda-net-2024', 'kz-gross-bilateral-oda-2024'].map((key) => {
      const { value, flowBasis, priceBasis } = node(`figure:${key}`)?.properties ?? {};
      return [value, flowBasis, priceBasis];
    });
    expect(bases).toEqual([
      ['50400000', 'GRANT_EQUIVALENT', 'CONSTANT'],
      ['50400000', 'NET', 'CONSTANT'],
      ['42300000', 'GROSS', 'NOT_STATED'],
    ]);
  });

  it('puts partners who are named for all pilots of 2024 on none of them', () => {
    const together = ['singapore-technical-cooperation-directorate', 'academy-public-administration'];
    const activities = edges('PARTICIPATES_IN')
      .filter(({ from }) => together.includes(from.replace('organisation:', '')))
      .map(({ to }) => to);
    expect(new Set(activities)).toEqual(new Set(['activity:kazaid-pilot-programmes-2024']));
  });

  it('marks what is only planned or proposed', () => {
    const activities = [
      'dostyk-diplomacy-2025',
      'dostyk-digitalization-2025',
      'avicenna-healthcare-2025-faculty',
      'almaty-security-medicine-training',
      'kazaid-endowment-fund',
      'kazaid-alumni',
      'international-volunteer-year-2026',
      'regional-environmental-summit-2026',
    ].map((key) => `activity:${key}`);
    expect(activities.filter((id) => node(id)?.properties.status !== 'PLANNED')).toEqual([]);
    const early = edges('PARTICIPATES_IN').filter(
      ({ to, properties }) => activities.includes(to) && properties.status !== 'PLANNED',
    );
    expect(early).toEqual([]);
    expect(node('arrangement:dostyk-digitalization-2025')?.properties.status).toBe('PLANNED');
    expect(node('policy:oda-guidelines-2026-2030')?.properties.status).toBe('PLANNED');
    const proposed = edges('TIED_TO').filter(({ to }) => ['organisation:giz', 'organisation:undp'].includes(to));
    expect(
      proposed.filter(({ from }) => from === 'organisation:kazaid').map(({ properties }) => properties.status),
    ).toEqual(['PLANNED', 'PLANNED']);
  });

  it('keeps interest in e-government as what it is', () => {
    for (const id of ['country:KG', 'country:MN']) {
      expect(locators(id)).toContain('source:kazakhstan-inside-2024 paragraph 19');
      expect(edges('PARTICIPATES_IN').filter(({ from }) => from === id)).toEqual([]);
    }
  });

  it('names who holds an opinion of the interviews', () => {
    const nameless = facts().flatMap(({ id, statements }) =>
      statements
        .filter(({ aspect, speaker, sourceId }) => aspect === 'opinion' && !speaker && /interview/.test(sourceId))
        .map(({ locator, text }) => `${id} ${locator}: ${text}`),
    );
    expect(nameless).toEqual([]);
  });
});

const FOLDER = SHARED_DATA === null ? null : join(SHARED_DATA, '../sources');
const SOURCES = FOLDER !== null && existsSync(FOLDER) ? FOLDER : null;

describe.runIf(SOURCES !== null)(
  `the words of the seed${SOURCES === null ? ' (skipped: ../shared/sources is not there)' : ''}`,
  () => {
    it('holds no run of eight words of a document, but for names and titles', () => {
      const runs = new Map<string, string>();
      for (const file of readdirSync(SOURCES ?? '').filter((name) => /^\d{3}_/.test(name))) {
        for (const run of runsOf(readFileSync(join(SOURCES ?? '', file), 'utf8'))) runs.set(run, file);
      }
      expect(runs.size).toBeGreaterThan(5_000);

      const copied = readdirSync(SEED)
        .filter((file) => file.endsWith('.yaml'))
        .flatMap((file) =>
          proseOf(parse(readFileSync(join(SEED, file), 'utf8'))).map((text) => [basename(file), text] as const),
        )
        .flatMap(([file, text]) => {
          const run = runsOf(text).find((words) => runs.has(words));
          return run === undefined ? [] : [`${file}: "${run}" is in ${runs.get(run)}`];
        });
      expect(copied).toEqual([]);
    });
  },
);

const RUN_LENGTH = 8;

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 1 - RUN_LENGTH).map((_, start) => words.slice(start, start + RUN_LENGTH).join(' '));
}

/** Under these keys stand proper names, titles and addresses, which are as long as they are. */
const NAMES = new Set(['name', 'names', 'title', 'topic', 'url', 'website', 'en', 'kk', 'ru']);

function proseOf(value: unknown, key = ''): string[] {
  if (NAMES.has(key)) return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, part]) => proseOf(part, Array.isArray(value) ? key : inner));
}
