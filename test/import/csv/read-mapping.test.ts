import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCsvImporter } from '../../../src/import/csv/create-csv-importer.ts';
import { readMapping } from '../../../src/import/csv/mapping/read-mapping.ts';
import { inputOf, LEAST, mappingOf } from './csv-fixture.ts';

const MAPPINGS = new URL('../../../mappings/', import.meta.url);

describe('a mapping', () => {
  it('is found by its name when it is a ready one', async () => {
    const ready = readdirSync(MAPPINGS).filter((file) => file.endsWith('.yaml'));
    expect(ready.length).toBeGreaterThanOrEqual(3);
    for (const file of ready) {
      const name = file.replace('.yaml', '');
      expect((await readMapping(name)).mapping.name).toBe(name);
    }
  });

  it('that is not there is refused with the ready ones and the nearest of them', async () => {
    await expect(readMapping('dac-csr')).rejects.toThrow(
      /dac-csr: no ready mapping of this name; expected a file, or one of .*dac-crs.*; did you mean "dac-crs"\?/,
    );
    await expect(readMapping('/nowhere/m.yaml')).rejects.toThrow('/nowhere/m.yaml: no such file');
  });

  it.each([
    [
      'a key that nobody knows',
      `${LEAST}recipient: []`,
      'test.yaml:6: unknown key "recipient"; it does not belong here',
    ],
    ['a misspelt key', `${LEAST}sector: []`, 'test.yaml:6: unknown key "sector"; did you mean "sectors"?'],
    [
      'a role that is none',
      `${LEAST}participations:\n  - { role: FUNDNG, actor: { country: "{c}" } }`,
      /^test\.yaml:7: participations\.0\.role: found "FUNDNG"; expected one of FUNDING, .*; did you mean "FUNDING"\?$/,
    ],
    [
      'a code that stands for no term',
      `${LEAST}participations:\n  - actor: { country: "{c}" }\n    role: { value: "{r}", codes: { a: FUNDING, b: HOSTS } }`,
      /^test\.yaml:8: participations\.0\.role: found "HOSTS"; expected one of .*did you mean "HOST"\?$/,
    ],
    [
      'two ways to say who it is',
      `${LEAST}participations:\n  - { role: HOST, actor: { country: "{c}", agency: "{a}" } }`,
      /^test\.yaml:7: participations\.0\.actor: .*expected one of country, donor, agency, channel, organisation, id, or a name alone$/,
    ],
    [
      'a reading without its reason',
      `${LEAST}goals:\n  - { goal: "1", evidence: { basis: CURATED } }`,
      'test.yaml:7: goals.0.evidence.reasoning: missing; expected why it is read so, as the basis is CURATED',
    ],
    [
      'a form of dates that is none',
      LEAST.replace('"{title}"', '"{title}", actualStart: { value: "{d}", form: dd.mm.yy }'),
      'test.yaml:5: activity.actualStart.form: found "dd.mm.yy"; expected a form of dates like D/M/YYYY',
    ],
    [
      'a brace that is not closed',
      LEAST.replace('"{title}"', '"{title"'),
      'test.yaml:5: activity.name: found "{title"; expected each column between one { and one }, like "{title}"; no other braces; did you mean "{title}"?',
    ],
    [
      'a brace that is not opened',
      LEAST.replace('"test-{id}"', '"id}"'),
      'test.yaml:5: activity.id: found "id}"; expected each column between one { and one }, like "{title}"; no other braces; did you mean "{id}"?',
    ],
    [
      'a key that is no column',
      LEAST.replace('key: "{id}"', 'key: { value: "a}{b" }'),
      /^test\.yaml:4: record\.key\.value: found "a\}\{b"; expected each column between one \{ and one \}.*no other braces$/,
    ],
    [
      'braces with nothing between them',
      LEAST.replace('"{title}"', '"{ }"'),
      'activity.name: found "{ }"; expected each column',
    ],
    [
      'a country where a language is expected',
      LEAST.replace('"{title}"', '{ value: "{title}", language: kz }'),
      'test.yaml:5: activity.name.language: found "kz"; expected the BCP 47 code of a language, like kk or ru; did you mean "kk"?',
    ],
    [
      'codes that stand for no language',
      LEAST.replace('"{title}"', '"{title}", language: { value: "{l}", codes: { k: kazakh } }'),
      'test.yaml:5: activity.language: found "kazakh"; expected the BCP 47 code of a language, like kk or ru; did you mean "kk"?',
    ],
    [
      'an id with columns',
      `${LEAST}publishedBy: { id: "organisation:{code}" }`,
      'test.yaml:6: publishedBy.id: found "organisation:{code}"; expected an id like organisation:undp, without columns',
    ],
    ['what is no YAML', 'name: [', /^test\.yaml:1: not readable as YAML: /],
    ['a missing part', 'name: test', /test\.yaml:1: source: missing; expected a group of keys/],
  ])('with %s is refused with its line', (_, text, message) => {
    expect(() => mappingOf(text)).toThrow(message);
  });
});

describe('a mapping and a header', () => {
  const open = (header: string, mapping = LEAST) =>
    createCsvImporter({ input: inputOf(`${header}\n`), mapping: mappingOf(mapping), retrieved: '2025-01-01' });

  it('that fit each other are taken', async () => {
    await expect(open('id,title')).resolves.toBeDefined();
  });

  it('that do not are refused before a row is read: the missing columns, and what looks like them', async () => {
    await expect(open('ID, Title of project,year')).rejects.toThrow(
      [
        'test.yaml:4: column "id" is missing; did you mean "ID"?',
        'test.yaml:5: column "title" is missing; did you mean "Title of project"?',
        'table.csv has the columns "ID", "Title of project", "year"',
      ].join('\n'),
    );
  });

  it('are told apart from ones where a column is there twice', async () => {
    await expect(open('id,title,title')).rejects.toThrow('column "title" is there 2 times; expected once');
  });

  it('look at the columns of conditions, too', async () => {
    const mapping = `${LEAST}skip:\n  - { when: { column: status, is: void }, because: void }`;
    await expect(open('id,title,statuss', mapping)).rejects.toThrow(
      'test.yaml:7: column "status" is missing; did you mean "statuss"?',
    );
  });

  it('may differ in capitals where the mapping says so', async () => {
    await expect(open('ID|Title', `${LEAST}file: { ignoreCase: true }`)).resolves.toBeDefined();
    await expect(open('ID|Title')).rejects.toThrow('column "id" is missing; did you mean "ID"?');
  });

  it('need a header', async () => {
    await expect(open('')).rejects.toThrow('table.csv: expected a row with the names of columns; found none');
  });
});
