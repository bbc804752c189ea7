import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEED_FILES, type SeedFileName } from '../../../src/import/seed/format.ts';
import { createTemporaryFolder } from '../../support/temporary-folder.ts';

const TELLS = 'evidence: [{ source: talk, at: paragraph 2, says: It is told. }]';

/** A small seed without problems. What a file does not need is left out of it, so that lines are easily counted. */
const SOUND: Readonly<Partial<Record<SeedFileName, readonly string[]>>> = {
  'sources.yaml': [
    'rows:',
    '  - { id: "source:talk", kind: INTERVIEW, title: A talk, publisher: A paper, language: en, licence: None, retrieved: "2026-01-31" }',
  ],
  'countries.yaml': [
    'evidence: [{ source: talk, at: "the entry of {id}", says: "The names of {id}." }]',
    'rows:',
    '  - { id: "country:KZ", alpha3: KAZ, dacDonor: "613", en: Kazakhstan, kk: Қазақстан, ru: Казахстан }',
    '  - { id: "country:KG", alpha3: KGZ, en: Kyrgyzstan, kk: Қырғызстан, ru: Кыргызстан }',
    '  - { id: "country:JP", alpha3: JPN, en: Japan, kk: Жапония, ru: Япония }',
  ],
  'sectors.yaml': ['rows:', `  - { id: "sector:151", code: "151", name: Government, ${TELLS} }`],
  'measures.yaml': ['rows:', `  - { id: "measure:total", name: Total, definition: All of it., ${TELLS} }`],
  'organisations.yaml': [
    'rows:',
    '  - id: organisation:kazaid',
    '    kind: NATIONAL_AGENCY',
    '    name: The agency',
    '    acronym: KazAID',
    '    names: [{ value: Агентство, language: ru, kind: OFFICIAL }]',
    '    country: country:KZ',
    '    evidence:',
    '      - { source: talk, at: paragraph 3, says: It is an agency. }',
    '      - { source: talk, at: paragraph 4, says: It wants to grow., aspect: plan }',
    `  - { id: "organisation:jica", kind: NATIONAL_AGENCY, name: JICA, country: "country:JP", ${TELLS} }`,
    `  - { id: "organisation:club", kind: NGO, name: A club, ${TELLS} }`,
  ],
  'programmes.yaml': [
    'rows:',
    '  - id: activity:dostyk',
    '    name: Dostyk',
    '    sectors: [sector:151]',
    `    ${TELLS}`,
  ],
  'editions.yaml': [
    'rows:',
    '  - id: activity:dostyk-2025',
    '    name: Dostyk 2025',
    '    year: 2025',
    '    start: "2025-08"',
    '    partOf: [activity:dostyk]',
    `    ${TELLS}`,
  ],
  'participations.yaml': [
    'rows:',
    '  - actor: organisation:kazaid',
    '    role: IMPLEMENTING',
    '    activity: activity:dostyk-2025',
    `    ${TELLS}`,
  ],
  'arrangements.yaml': [
    'rows:',
    '  - id: arrangement:dostyk-2025',
    '    name: Three in Dostyk',
    '    covers: [activity:dostyk-2025]',
    '    plays:',
    `      - { actor: "organisation:jica", role: FACILITATING, ${TELLS} }`,
    `      - { actor: "organisation:kazaid", role: PIVOTAL, ${TELLS} }`,
    `      - { actor: "country:KG", role: BENEFICIARY, ${TELLS} }`,
    `    ${TELLS}`,
  ],
  'figures.yaml': [
    'rows:',
    '  - id: figure:total-2024',
    '    subject: country:KZ',
    '    measure: measure:total',
    '    value: "50400000"',
    '    unit: USD',
    '    period: "2024"',
    `    ${TELLS}`,
  ],
  'remarks.yaml': [
    'rows:',
    '  - about: country:KZ',
    '    evidence:',
    '      - { source: talk, at: paragraph 9, says: It gives and receives., aspect: history }',
  ],
};

/** One text of one file exchanged for another; a text of several lines moves what follows. */
export interface Change {
  readonly file: SeedFileName;
  readonly from: string;
  readonly to: string;
}

/** A folder with the small seed, in which these changes were made. It goes with the test that asked for it. */
export function createSeedFolder(...changes: readonly Change[]): string {
  const folder = createTemporaryFolder();
  for (const file of Object.keys(SEED_FILES) as SeedFileName[]) {
    const sound = `${(SOUND[file] ?? ['rows: []']).join('\n')}\n`;
    const changed = changes.filter((change) => change.file === file).reduce(exchange, sound);
    writeFileSync(join(folder, file), changed);
  }
  return folder;
}

function exchange(text: string, { file, from, to }: Change): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not there exactly once in ${file}:\n${text}`);
  return text.replace(from, () => to);
}
