import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeWithSharedData } from '../../support/shared-data.ts';
import { zipOf } from '../../support/zip-of.ts';
import { type ImportedFile, importFile } from './import-fixture.ts';

const files = new Map<string, Promise<ImportedFile>>();

/** Each file is imported once for all tests. */
function published(path: string): Promise<ImportedFile> {
  const imported = files.get(path) ?? importFile(path);
  files.set(path, imported);
  return imported;
}

/** Numbers counted beforehand with other tools. */
describeWithSharedData('401 published activities', (folder) => {
  const imported = published(join(folder, 'iati', 'dportal_covid_2021_iati203.xml'));
  const tallies = async () => (await imported).report.tallies;

  it('keeps them all', async () => {
    const { report, records } = await imported;
    expect(report.records).toEqual({ read: 401, skipped: 0, written: 401, unchanged: 0 });
    expect(report.isComplete).toBe(true);
    expect(new Set(records.map(({ id }) => id)).size).toBe(401);
  });

  it('tells 285 implementing organisations from 37 channel categories and 100 mere names', async () => {
    expect((await tallies())['participating organisations, IMPLEMENTING']).toEqual({
      'organisation by reference': 285,
      'organisation by name only': 100,
      'channel category': 37,
    });
    expect((await tallies())['channel categories, IMPLEMENTING']).toEqual({ 22000: 20, 23000: 9, 21000: 5, 44000: 3 });
  });

  it.each([
    ['KR-GOV-050', 0],
    ['KR-GOV-051', 82],
  ])('has %s as implementing in %i', async (ref, count) => {
    const implementing = (await imported)
      .edges('PARTICIPATES_IN')
      .filter(({ from, properties }) => from === `organisation:${ref}` && properties.role === 'IMPLEMENTING');
    expect(implementing).toHaveLength(count);
  });

  it('makes an implementing relation of every pair, and of no other', async () => {
    const { edges } = await imported;
    const implementing = edges('PARTICIPATES_IN').filter(({ properties }) => properties.role === 'IMPLEMENTING');
    expect(implementing.filter(({ from }) => !from.startsWith('organisation:name-'))).toHaveLength(285);
    expect(edges('DELIVERED_THROUGH').filter(({ properties }) => properties.role === 'IMPLEMENTING')).toHaveLength(37);
  });

  it('links transactions to other activities only', async () => {
    expect((await tallies())['transactions, provider-activity-id']).toEqual({
      'own activity': 352,
      'another, in the file': 4,
      'another, not in the file': 29,
    });
    expect((await tallies())['transactions, receiver-activity-id']).toEqual({
      'own activity': 37,
      'another, in the file': 0,
      'another, not in the file': 14,
    });
    const transactions = (await imported).nodes('Transaction');
    const toItself = transactions.filter(({ links = [] }) => {
      const own = links.find(({ type }) => type === 'MADE_IN')?.to;
      return links.some(({ type, to }) => type.endsWith('ACTIVITY') && to === own);
    });
    expect(toItself).toEqual([]);
  });

  it('finds related activities in the file and outside', async () => {
    expect((await tallies())['related activities']).toMatchObject({
      'PARENT, in the file': 24,
      'CHILD, in the file': 24,
      'SIBLING, in the file': 375,
    });
  });

  it('finds no declared triangular activity', async () => {
    expect((await tallies()).activities).toEqual({ 'declared triangular': 0, read: 401 });
  });

  it('keeps negative transactions, and leaves out those without type and amount', async () => {
    expect((await tallies()).transactions).toEqual({ read: 1033, kept: 1012, 'kept, negative': 34 });
  });

  it('counts withdrawn codes, and links activities that participants publish', async () => {
    expect((await tallies())['withdrawn codes, dac-sectors']).toEqual({ '74010, now 43060 or 74020': 3 });
    expect((await tallies())['participating-org, activity-id']).toEqual({
      'own activity': 4,
      'another, in the file': 0,
      'another, not in the file': 15,
    });
  });

  it('drops all contacts', async () => {
    expect((await imported).report.loss['dropped for privacy']).toEqual({ 'contact-info': 372 });
  });
});

describeWithSharedData('2,935 published activities of version 1.04', (folder) => {
  const imported = published(join(folder, 'iati', 'iati_1.04_AsDB-1998-2005_GeocodedResearchRelease.xml'));

  it('keeps them all, with words for codes', async () => {
    const { report, nodes } = await imported;
    expect(report.records).toEqual({ read: 2935, skipped: 0, written: 2935, unchanged: 0 });
    expect(report.tallies.versions).toEqual({ 1.04: 2935 });
    const statuses = nodes('Project').map(({ properties }) => properties.status);
    expect(statuses.filter((status) => status === 'SUSPENDED')).toHaveLength(2295);
    expect(statuses.filter((status) => status === 'ONGOING')).toHaveLength(640);
    expect(nodes('Project').every(({ properties }) => properties.actualStart !== null)).toBe(true);
  });

  it('has the bank as funding all of them, by name only', async () => {
    const { edges, report } = await imported;
    expect(report.tallies['participating organisations, FUNDING']).toEqual({ 'organisation by name only': 2935 });
    const funders = edges('PARTICIPATES_IN').filter(({ properties }) => properties.role === 'FUNDING');
    expect(new Set(funders.map(({ from }) => from)).size).toBe(1);
  });

  it('finds 325 activities in Central Asia, 100 in Kazakhstan, and reports 256 recipients without a code', async () => {
    const { edges, report } = await imported;
    const inCountries = (codes: readonly string[]) =>
      new Set(edges('PARTICIPATES_IN').flatMap(({ from, to }) => (codes.includes(from.slice(8)) ? [to] : []))).size;
    expect(inCountries(['KZ', 'KG', 'TJ', 'UZ', 'TM'])).toBe(325);
    expect(inCountries(['KZ'])).toBe(100);
    expect(report.problems['missing-value']?.count).toBe(256);
  });

  it('keeps 692 disbursements', async () => {
    const { nodes, report } = await imported;
    expect(report.tallies.transactions).toEqual({ read: 692, kept: 692 });
    expect(new Set(nodes('Transaction').map(({ properties }) => properties.type))).toEqual(new Set(['DISBURSEMENT']));
  });

  it('loses the locations and nothing else; its sector 0 is none', async () => {
    const { report } = await imported;
    expect(report.loss).toEqual({ 'elements the model does not hold': { location: 16093 } });
    expect(report.problems['unknown-code']?.count).toBe(2935);
  });
});

describeWithSharedData('the graph of published activities', (folder) => {
  it.each(['dportal_covid_2021_iati203.xml', 'iati_1.04_AsDB-1998-2005_GeocodedResearchRelease.xml'])(
    'holds no e-mail address and no name of a contact: %s',
    async (name) => {
      const path = join(folder, 'iati', name);
      const { facts, report } = await published(path);
      const values = facts.flatMap(({ id, properties, statements }) => [
        id,
        ...Object.values(properties).flat(),
        ...statements.map(({ locator }) => locator),
      ]);
      const all = JSON.stringify([values, report]);
      expect(all.match(/[\w.+-]+@[\w-]+\.[\w.]+/g) ?? []).toEqual([]);
      const contacts = readFileSync(path, 'utf8').match(/<contact-info[\s\S]*?<\/contact-info>/g) ?? [];
      const persons = contacts.flatMap((contact) => [
        ...contact.matchAll(/<person-name>\s*<narrative[^>]*>\s*([^<]*\S)\s*</g),
      ]);
      const names = new Set(persons.map(([, person = '']) => person).filter((person) => / /.test(person)));
      expect([...names].filter((person) => all.includes(person))).toEqual([]);
    },
  );

  it.each([
    ['gzipped', 'file.xml.gz', (content: Buffer) => gzipSync(content)],
    ['zipped', 'file.zip', (content: Buffer) => zipOf([{ name: 'inside/file.xml', content }])],
  ])('is the same %s', async (_, name, pack) => {
    const path = join(folder, 'iati', 'dportal_covid_2021_iati203.xml');
    const temporary = mkdtempSync(join(tmpdir(), 'kazaid-packed-'));
    try {
      writeFileSync(join(temporary, name), pack(readFileSync(path)));
      const [plain, packed] = [await published(path), await importFile(temporary)];
      expect(packed.records).toEqual(plain.records);
      expect(packed.report.source).toEqual(plain.report.source);
    } finally {
      rmSync(temporary, { recursive: true });
    }
  });
});
