import { describe, expect, it } from 'vitest';
import type { EdgeFact, NodeFact } from '../../../src/domain/fact.ts';
import { loadSeed } from '../../../src/import/seed/load-seed.ts';
import { type Change, createSeedFolder } from './seed-folder.ts';

describe('mapping the seed', () => {
  it('gives one record a file, with the facts of that file', async () => {
    const { records } = await mapped();
    expect(records.map(({ id }) => id)).toEqual([
      'seed:countries.yaml',
      'seed:sectors.yaml',
      'seed:measures.yaml',
      'seed:organisations.yaml',
      'seed:programmes.yaml',
      'seed:editions.yaml',
      'seed:participations.yaml',
      'seed:arrangements.yaml',
      'seed:figures.yaml',
    ]);
  });

  it('gives a figure the first and last day of its period, its subject and its measure', async () => {
    const { node } = await mapped({ file: 'figures.yaml', from: '"2024"', to: '"2020/2025~"' });
    const figure = node('figure:total-2024');
    expect(figure.properties).toMatchObject({
      period: '2020/2025~',
      firstDay: '2020-01-01',
      lastDay: '2025-12-31',
      value: '50400000',
      qualifier: 'EXACT',
      flow: 'NONE',
      flowBasis: 'NOT_STATED',
    });
    expect(figure.links).toEqual([
      { type: 'ABOUT', to: 'country:KZ' },
      { type: 'MEASURES', to: 'measure:total' },
    ]);
  });

  it('gives an activity with one date the days of that date', async () => {
    const { node } = await mapped();
    expect(node('activity:dostyk-2025').properties).toMatchObject({ firstDay: '2025-08-01', lastDay: '2025-08-31' });
  });

  it('folds names into plain Latin letters and says in which script they are', async () => {
    const { names } = await mapped();
    expect(names('country:KZ')).toMatchObject([
      { value: 'Kazakhstan', language: 'en', folded: 'kazakhstan', script: 'LATIN', kind: 'OFFICIAL' },
      { value: 'Қазақстан', language: 'kk', folded: 'kazakstan', script: 'CYRILLIC', kind: 'OFFICIAL' },
      { value: 'Казахстан', language: 'ru', folded: 'kazakhstan', script: 'CYRILLIC', kind: 'OFFICIAL' },
    ]);
    expect(names('organisation:kazaid').map(({ value }) => value)).toEqual(['Агентство', 'The agency', 'KazAID']);
  });

  it('puts the id of the row into the evidence of its file', async () => {
    const { node } = await mapped();
    expect(node('country:KG').statements).toEqual([
      {
        sourceId: 'source:talk',
        locator: 'the entry of country:KG',
        text: 'The names of country:KG.',
        basis: 'DECLARED',
      },
    ]);
  });

  it('lets the evidence of a row stand instead of that of its file', async () => {
    const { node } = await mapped({
      file: 'countries.yaml',
      from: 'ru: Япония }',
      to: 'ru: Япония, evidence: [{ source: talk, at: paragraph 7, says: It is one. }] }',
    });
    expect(node('country:JP').statements.map(({ locator }) => locator)).toEqual(['paragraph 7']);
  });

  it('lets relations rest on what is said of the record as a whole, not on plans and opinions', async () => {
    const { node, edge } = await mapped();
    expect(locators(node('organisation:kazaid'))).toEqual(['paragraph 3', 'paragraph 4']);
    expect(locators(edge('belongs-to:organisation:kazaid|country:KZ'))).toEqual(['paragraph 3']);
  });

  it('lets relations rest on everything where each statement speaks of some side of the record', async () => {
    const { edge } = await mapped({
      file: 'organisations.yaml',
      from: 'says: It is an agency.',
      to: 'says: It is an agency., aspect: mandate',
    });
    expect(locators(edge('belongs-to:organisation:kazaid|country:KZ'))).toEqual(['paragraph 3', 'paragraph 4']);
  });

  it('lets a relation rest on evidence of its own where it has some', async () => {
    const { edge } = await mapped({
      file: 'organisations.yaml',
      from: 'country: country:KZ',
      to: 'country: { id: "country:KZ", evidence: [{ source: talk, at: paragraph 5, says: It works there. }] }',
    });
    expect(locators(edge('belongs-to:organisation:kazaid|country:KZ'))).toEqual(['paragraph 5']);
  });

  it('gives a withdrawn sector its successors, each with its own evidence', async () => {
    const successor = '{ id: "sector:152", evidence: [{ source: talk, at: paragraph 6, says: It is listed. }] }';
    const { edge } = await mapped({
      file: 'sectors.yaml',
      from: 'rows:\n  - { id: "sector:151", ',
      to: `rows:\n  - { id: "sector:152", code: "152", name: Governing, evidence: [{ source: talk, at: paragraph 7, says: It is. }] }
  - { id: "sector:151", isWithdrawn: true, successors: [${successor}], `,
    });
    expect(locators(edge('succeeded-by:sector:151|sector:152'))).toEqual(['paragraph 6']);
  });

  it('lets names rest on what is said of the names', async () => {
    const { nameFacts } = await mapped({
      file: 'organisations.yaml',
      from: 'aspect: plan',
      to: 'aspect: names',
    });
    expect(nameFacts('organisation:kazaid').map(locators)).toEqual([['paragraph 4'], ['paragraph 4'], ['paragraph 4']]);
  });

  it('takes an added name without evidence for our reading, and the main ones for what the source says', async () => {
    const { nameFacts } = await mapped();
    const bases = nameFacts('organisation:kazaid').map(({ properties, statements }) => [
      properties.value,
      statements.map(({ basis, reasoning }) => [basis, reasoning !== undefined]),
    ]);
    expect(bases).toEqual([
      ['Агентство', [['CURATED', true]]],
      ['The agency', [['DECLARED', false]]],
      ['KazAID', [['DECLARED', false]]],
    ]);
  });

  it('makes an activity part of another on the evidence of the part', async () => {
    const { edge } = await mapped();
    expect(edge('part-of:activity:dostyk-2025|activity:dostyk')).toMatchObject({
      type: 'PART_OF',
      from: 'activity:dostyk-2025',
      to: 'activity:dostyk',
      statements: [{ locator: 'paragraph 2' }],
    });
  });

  it('adds a remark to the record it is about, in the record of the file that defines it', async () => {
    const { node, nameFacts, records } = await mapped();
    expect(locators(node('country:KZ'))).toEqual(['the entry of country:KZ', 'paragraph 9']);
    expect(node('country:KZ').statements[1]).toMatchObject({ text: 'It gives and receives.', aspect: 'history' });
    expect(locators(node('country:KG'))).toEqual(['the entry of country:KG']);
    expect(nameFacts('country:KZ').map(locators)).toEqual(Array(3).fill(['the entry of country:KZ']));
    const holders = records.filter(({ facts }) => facts.some(({ id }) => id === 'country:KZ'));
    expect(holders.map(({ id }) => id)).toEqual(['seed:countries.yaml']);
  });

  it('adds every remark on a record', async () => {
    const { node } = await mapped({
      file: 'remarks.yaml',
      from: 'rows:\n',
      to: 'rows:\n  - { about: "country:KZ", evidence: [{ source: talk, at: paragraph 8, says: "Of {id}." }] }\n',
    });
    expect(locators(node('country:KZ'))).toEqual(['the entry of country:KZ', 'paragraph 8', 'paragraph 9']);
    expect(node('country:KZ').statements[1]?.text).toBe('Of country:KZ.');
  });

  it('counts the rows of all files', async () => {
    expect((await mapped()).rowCount).toBe(15);
  });
});

async function mapped(...changes: readonly Change[]) {
  const { records, problems, rowCount } = await loadSeed(createSeedFolder(...changes));
  expect(problems).toEqual([]);
  const facts = records.flatMap((record) => record.facts);
  const find = (id: string) => {
    const found = facts.filter((fact) => fact.id === id);
    expect(found, id).toHaveLength(1);
    return found[0];
  };
  const nameFacts = (id: string) =>
    facts.filter(
      (fact): fact is NodeFact => fact.shape === 'node' && fact.label === 'Name' && fact.links?.[0]?.to === id,
    );
  return {
    records,
    rowCount,
    node: (id: string) => find(id) as NodeFact,
    edge: (id: string) => find(id) as EdgeFact,
    nameFacts,
    names: (id: string) => nameFacts(id).map(({ properties }) => properties),
  };
}

function locators({ statements }: NodeFact | EdgeFact): string[] {
  return statements.map(({ locator }) => locator);
}
