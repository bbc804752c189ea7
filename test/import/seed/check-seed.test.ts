import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../src/domain/vocabulary.ts';
import type { SeedFileName } from '../../../src/import/seed/format.ts';
import { loadSeed } from '../../../src/import/seed/load-seed.ts';
import { createSeedFolder } from './seed-folder.ts';

/** A thing to break in the small seed, and what the check must say of it. */
type Case = readonly [title: string, file: SeedFileName, from: string, to: string, ...problems: string[]];

const TELLS = 'evidence: [{ source: talk, at: paragraph 2, says: It is told. }]';

const REFERENCES: readonly Case[] = [
  [
    'an actor that no row defines',
    'participations.yaml',
    'organisation:kazaid',
    'organisation:kazade',
    'participations.yaml:2: organisation:kazade is not in the seed; expected the id of a row (Actor); did you mean "organisation:kazaid"?',
  ],
  [
    'a country that no row defines',
    'organisations.yaml',
    'country: country:KZ',
    'country: country:KS',
    'organisations.yaml:7: country:KS is not in the seed; expected the id of a row (Country); did you mean "country:KZ" or "country:KG"?',
  ],
  [
    'a sector that is not in the list',
    'programmes.yaml',
    'sector:151',
    'sector:159',
    'programmes.yaml:4: sector:159 is not in the seed; expected the id of a row (Sector); did you mean "sector:151"?',
  ],
  [
    'an activity that is covered and not there',
    'arrangements.yaml',
    'covers: [activity:dostyk-2025]',
    'covers: [activity:something-else-altogether]',
    'arrangements.yaml:4: activity:something-else-altogether is not in the seed; expected the id of a row (Activity)',
  ],
  [
    'a subject that no row defines',
    'figures.yaml',
    'country:KZ',
    'country:XZ',
    'figures.yaml:3: country:XZ is not in the seed; expected the id of a row (record); did you mean "country:KZ"?',
  ],
  [
    'a remark about what is not there',
    'remarks.yaml',
    'country:KZ',
    'region:nowhere',
    'remarks.yaml:2: region:nowhere is not in the seed; expected the id of a row (record)',
  ],
  [
    'a record of another kind than the one that is meant',
    'participations.yaml',
    'actor: organisation:kazaid',
    'actor: activity:dostyk',
    'participations.yaml:2: activity:dostyk is one of Programme; expected one of Actor',
  ],
];

const EVIDENCE: readonly Case[] = [
  [
    'a row without evidence in a file that has none for all',
    'sectors.yaml',
    `, ${TELLS}`,
    '',
    'sectors.yaml:2: no evidence; expected some on the row, or for all rows at the top of the file',
  ],
  [
    'a row that needs evidence of its own',
    'participations.yaml',
    `    ${TELLS}\n`,
    '',
    'participations.yaml:2: evidence: missing; expected a list',
  ],
  [
    'an empty list of evidence',
    'participations.yaml',
    TELLS,
    'evidence: []',
    'participations.yaml:5: evidence: found a list of 0; expected at least 1',
  ],
  [
    'a source that is not among the sources',
    'organisations.yaml',
    'source: talk, at: paragraph 4',
    'source: tlk, at: paragraph 4',
    'organisations.yaml:10: source "tlk" is not in sources.yaml; expected the id of a source without "source:"; did you mean "talk"?',
  ],
  [
    'a source of all rows that is not among the sources',
    'countries.yaml',
    'source: talk',
    'source: list',
    'countries.yaml:1: source "list" is not in sources.yaml; expected the id of a source without "source:"',
  ],
  [
    'a source of a remark that is not among the sources',
    'remarks.yaml',
    'source: talk',
    'source: book',
    'remarks.yaml:4: source "book" is not in sources.yaml; expected the id of a source without "source:"',
  ],
  [
    'an empty locator',
    'organisations.yaml',
    'at: paragraph 4',
    'at: ""',
    'organisations.yaml:10: evidence.1.at: found an empty text; expected text',
  ],
  [
    'CURATED without reasoning',
    'organisations.yaml',
    'aspect: plan',
    'basis: CURATED',
    'organisations.yaml:10: evidence.1.reasoning: missing; expected why it was read so, as the basis is CURATED',
  ],
  [
    'INFERRED without the name of a rule',
    'organisations.yaml',
    'aspect: plan',
    'basis: INFERRED',
    'organisations.yaml:10: evidence.1.rule: missing; expected the name of the rule, as the basis is INFERRED',
  ],
];

const CODES: readonly Case[] = [
  [
    'a term that is not in its list',
    'participations.yaml',
    'role: IMPLEMENTING',
    'role: FUNDINGG',
    `participations.yaml:3: role: found "FUNDINGG"; expected one of ${VOCABULARY.Role.join(', ')}; did you mean "FUNDING"?`,
  ],
  [
    'a scheme that is not in its list',
    'organisations.yaml',
    'country: country:KZ',
    'identifiers: [{ scheme: DAC_AGENCIES, value: 613-9 }]',
    `organisations.yaml:7: identifiers.0.scheme: found "DAC_AGENCIES"; expected one of ${VOCABULARY.IdentifierScheme.join(', ')}; did you mean "DAC_AGENCY"?`,
  ],
  [
    'a language that is none',
    'organisations.yaml',
    'language: ru',
    'language: Russian',
    'organisations.yaml:6: names.0.language: found "Russian"; expected a BCP 47 language, like en',
  ],
  [
    'an id of the wrong form',
    'programmes.yaml',
    'sectors: [sector:151]',
    'sectors: [government]',
    'programmes.yaml:4: sectors.0: found "government"; expected an id like sector:…',
  ],
  [
    'a link that is no text',
    'programmes.yaml',
    'sectors: [sector:151]',
    'sectors: [15110]',
    'programmes.yaml:4: sectors.0: found the number 15110; expected an id like sector:…',
  ],
  [
    'a link with evidence and without an id',
    'programmes.yaml',
    'sectors: [sector:151]',
    `sectors: [{ ${TELLS} }]`,
    'programmes.yaml:4: sectors.0.id: missing; expected an id like sector:…',
  ],
  [
    'a link with evidence whose id has the wrong form',
    'programmes.yaml',
    'sectors: [sector:151]',
    `sectors: [{ id: government, ${TELLS} }]`,
    'programmes.yaml:4: sectors.0.id: found "government"; expected an id like sector:…',
  ],
];

const FIGURES: readonly Case[] = [
  [
    'a figure without a unit',
    'figures.yaml',
    '    unit: USD\n',
    '',
    `figures.yaml:2: unit: missing; expected one of ${VOCABULARY.FigureUnit.join(', ')}`,
  ],
  [
    'a figure without a period',
    'figures.yaml',
    '    period: "2024"\n',
    '',
    'figures.yaml:2: period: missing; expected an EDTF date in quotes, like "2025-08"',
  ],
  [
    'a value that YAML would round',
    'figures.yaml',
    '"50400000"',
    '50.40',
    'figures.yaml:5: value: found the number 50.4; expected a number in quotes, like "50.4"',
  ],
  [
    'a month that does not exist',
    'figures.yaml',
    'period: "2024"',
    'period: "2024-13"',
    'figures.yaml:7: period: "2024-13" names no day; expected a day, month, season or year that exists',
  ],
  [
    'an interval that ends before it begins',
    'figures.yaml',
    'period: "2024"',
    'period: "2024/2020"',
    'figures.yaml:7: period: 2020 is before 2024; expected an end that is not',
  ],
  [
    'an activity that ends before it begins',
    'editions.yaml',
    'start: "2025-08"',
    'start: "2025-08"\n    end: "2025-07"',
    'editions.yaml:6: start to end: 2025-07 is before 2025-08; expected an end that is not',
  ],
];

const DUPLICATES: readonly Case[] = [
  [
    'a record that is there twice',
    'programmes.yaml',
    'rows:\n',
    `rows:\n  - { id: "activity:dostyk", name: Dostyk, sectors: [sector:151], ${TELLS} }\n`,
    'programmes.yaml:3: activity:dostyk is there twice, also at programmes.yaml:2; expected one row',
  ],
  [
    'a record that two files define',
    'projects.yaml',
    'rows: []',
    `rows:\n  - { id: "activity:dostyk", name: A project, ${TELLS} }`,
    'projects.yaml:2: activity:dostyk is there twice, also at programmes.yaml:2; expected one row',
  ],
  [
    'a source that is there twice',
    'sources.yaml',
    'rows:\n',
    'rows:\n  - { id: "source:talk", kind: ARTICLE, title: Another, publisher: A paper, language: en, licence: None, retrieved: "2026-01-31" }\n',
    'sources.yaml:3: source:talk is there twice, also at sources.yaml:2; expected one row',
  ],
  [
    'a relation that is there twice',
    'participations.yaml',
    'rows:\n',
    `rows:\n  - { actor: "organisation:kazaid", role: IMPLEMENTING, activity: "activity:dostyk-2025", status: PLANNED, ${TELLS} }\n`,
    'participations.yaml:3: the relation participates-in:organisation:kazaid|IMPLEMENTING|activity:dostyk-2025 is there twice, also at participations.yaml:2; expected one row with all its evidence',
  ],
  [
    'an identifier that two records claim',
    'organisations.yaml',
    'country: country:KZ',
    'country: country:KZ\n    identifiers: [{ scheme: DAC_DONOR, value: "613" }]',
    'organisations.yaml:8: DAC_DONOR 613 is the code of organisation:kazaid and of country:KZ (countries.yaml:3); expected one owner',
  ],
  [
    'a code that is there twice on one record',
    'organisations.yaml',
    'country: country:KZ',
    'country: country:KZ\n    identifiers: [{ scheme: ORG_ID, value: X }, { scheme: ORG_ID, value: X }]',
    'organisations.yaml:8: ORG_ID X stands twice on organisation:kazaid; expected once',
  ],
  [
    'a code of the list that is there twice',
    'sectors.yaml',
    'rows:\n',
    `rows:\n  - { id: "sector:152", code: "151", name: Peace, ${TELLS} }\n`,
    'sectors.yaml:3: DAC_SECTOR 151 is the code of sector:151 and of sector:152 (sectors.yaml:2); expected one owner',
  ],
  [
    'two records of one kind with one name, however it is written',
    'organisations.yaml',
    'name: A club',
    'name: THE  Agency',
    'organisations.yaml:12: the name "THE  Agency" of organisation:club is that of organisation:kazaid (organisations.yaml:2), too; expected a name that tells them apart',
  ],
];

const ARRANGEMENTS: readonly Case[] = [
  [
    'a role that nobody has',
    'arrangements.yaml',
    'role: PIVOTAL',
    'role: FACILITATING',
    'arrangements.yaml:2: arrangement:dostyk-2025: nobody is PIVOTAL; expected somebody in each of FACILITATING, PIVOTAL, BENEFICIARY',
  ],
  [
    'two countries only',
    'arrangements.yaml',
    'country:KG',
    'country:KZ',
    'arrangements.yaml:2: arrangement:dostyk-2025: found country:JP and country:KZ; expected at least 3 countries or multilateral bodies',
  ],
  [
    'a third actor that is neither of a country nor multilateral',
    'arrangements.yaml',
    'organisation:jica',
    'organisation:club',
    'arrangements.yaml:2: arrangement:dostyk-2025: found country:KZ and country:KG; expected at least 3 countries or multilateral bodies',
    'arrangements.yaml:6: organisation:club counts for no country: it has none and is no multilateral body',
  ],
];

const FORM: readonly Case[] = [
  [
    'what is not YAML',
    'programmes.yaml',
    'sectors: [sector:151]',
    'sectors: [sector:151',
    'programmes.yaml:5: not readable as YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
  [
    'a key that is there twice',
    'programmes.yaml',
    'name: Dostyk',
    'name: Dostyk\n    name: Достык',
    'programmes.yaml:4: not readable as YAML: Map keys must be unique',
  ],
  [
    'an alias of nothing',
    'programmes.yaml',
    TELLS,
    'evidence: *talk',
    'programmes.yaml:5: not readable as YAML: nothing before it is marked &talk',
  ],
  [
    'an unknown key of a row',
    'organisations.yaml',
    'acronym: KazAID',
    'acronim: KazAID',
    'organisations.yaml:5: unknown key "acronim"; did you mean "acronym"?',
  ],
  [
    'an unknown key of a part of a row',
    'organisations.yaml',
    'aspect: plan',
    'quote: plan',
    'organisations.yaml:10: evidence.1: unknown key "quote"',
  ],
  [
    'an unknown key beside the rows',
    'countries.yaml',
    'evidence: [',
    'evidenc: [',
    'countries.yaml:1: unknown key "evidenc"; did you mean "evidence"?',
  ],
  ['a file without rows', 'ties.yaml', 'rows: []', '# nothing yet', 'ties.yaml:1: rows: missing; expected a list'],
];

describe('checking the seed', () => {
  it('finds nothing wrong with a sound one', async () => {
    expect(await problemsOf(createSeedFolder())).toEqual([]);
  });

  const groups = { REFERENCES, EVIDENCE, CODES, FIGURES, DUPLICATES, ARRANGEMENTS, FORM };
  for (const [group, cases] of Object.entries(groups)) {
    describe(group.toLowerCase(), () => {
      for (const [title, file, from, to, ...problems] of cases) {
        it(`reports ${title}`, async () => {
          const found = await problemsOf(createSeedFolder({ file, from, to }));
          expect(found).toEqual(problems);
        });
      }
    });
  }

  it('reports a file that is missing and one that is not of the seed', async () => {
    const folder = createSeedFolder();
    renameSync(join(folder, 'figures.yaml'), join(folder, 'figure.yaml'));
    expect(await problemsOf(folder)).toEqual([
      'figure.yaml:1: not a file of the seed; did you mean "figures.yaml"?',
      `figures.yaml:1: missing in ${folder}; expected a file with rows, or with "rows: []"`,
    ]);
  });

  it('lets a README stand beside the files', async () => {
    const folder = createSeedFolder();
    writeFileSync(join(folder, 'README.md'), '# The seed\n');
    expect(await problemsOf(folder)).toEqual([]);
  });

  it('reports every file of a folder that is not there', async () => {
    const folder = createSeedFolder();
    rmSync(folder, { recursive: true });
    expect(await problemsOf(folder)).toContain(
      `sources.yaml:1: missing in ${folder}; expected a file with rows, or with "rows: []"`,
    );
  });

  it('does not swallow another failure than absence', async () => {
    const folder = createSeedFolder();
    rmSync(join(folder, 'goals.yaml'));
    mkdirSync(join(folder, 'goals.yaml'));
    await expect(loadSeed(folder)).rejects.toThrow('EISDIR');
  });

  it('reports what rows say of each other only when each can be read', async () => {
    const folder = createSeedFolder(
      { file: 'organisations.yaml', from: 'kind: NATIONAL_AGENCY\n', to: 'kind: AGENCY\n' },
      { file: 'figures.yaml', from: 'country:KZ', to: 'country:KX' },
    );
    expect(await problemsOf(folder)).toEqual([expect.stringContaining('organisations.yaml:3: kind: found "AGENCY"')]);
  });

  it('gives the problems in the order of files and lines', async () => {
    const folder = createSeedFolder(
      { file: 'remarks.yaml', from: 'country:KZ', to: 'country:KY' },
      { file: 'editions.yaml', from: '[activity:dostyk]', to: '[activity:nothing-of-this-name]' },
      { file: 'editions.yaml', from: '"2025-08"', to: '"2025-99"' },
    );
    const places = (await loadSeed(folder)).problems.map(({ file, line }) => `${file}:${line}`);
    expect(places).toEqual(['editions.yaml:5', 'editions.yaml:6', 'remarks.yaml:2']);
  });
});

async function problemsOf(folder: string): Promise<string[]> {
  const { problems } = await loadSeed(folder);
  return problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
