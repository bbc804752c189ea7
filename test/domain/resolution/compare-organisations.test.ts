import { describe, expect, it } from 'vitest';
import { compareOrganisations } from '../../../src/domain/resolution/compare-organisations.ts';
import { createGazetteer } from '../../../src/domain/resolution/gazetteer.ts';
import { profileOf } from '../../../src/domain/resolution/organisation-profile.ts';
import type { OrganisationIdentifier, OrganisationRecord } from '../../../src/domain/resolution/organisation-record.ts';

const GAZETTEER = createGazetteer([
  { code: 'KZ', alpha3: 'KAZ', names: ['Kazakhstan', 'Казахстан', 'Қазақстан', 'Republic of Kazakhstan'] },
  { code: 'KG', alpha3: 'KGZ', names: ['Kyrgyzstan', 'Кыргызстан'] },
  { code: 'GN', alpha3: 'GIN', names: ['Guinea'] },
  { code: 'PG', alpha3: 'PNG', names: ['Papua New Guinea'] },
  { code: 'DK', alpha3: 'DNK', names: ['Denmark'] },
  { code: 'FR', alpha3: 'FRA', names: ['France'] },
  { code: 'GB', alpha3: 'GBR', names: ['United Kingdom'] },
  { code: 'US', alpha3: 'USA', names: ['United States', 'United States of America'] },
]);

const named = (...values: string[]): Partial<OrganisationRecord> => ({
  names: values.map((value) => ({ value, kind: 'ALIAS' })),
});
const coded = (value: string, ...names: string[]): Partial<OrganisationRecord> => ({
  ...named(...names),
  identifiers: [{ scheme: 'ORG_ID', value }],
});

function compare(one: Partial<OrganisationRecord>, other: Partial<OrganisationRecord>) {
  const [first, second] = [one, other].map((record, at) =>
    profileOf({ id: `${at}`, names: [], identifiers: [], country: null, ...record }, GAZETTEER),
  );
  if (!first || !second) throw new Error('two profiles were expected');
  const resolution = compareOrganisations(first, second);
  expect(compareOrganisations(second, first).score, 'the same from the other side').toBe(resolution.score);
  return { outcome: resolution.outcome, kinds: resolution.reasons.map(({ kind }) => kind) };
}

describe('by their names, two records are', () => {
  it.each([
    ['Danish Refugee Council', 'DANISH REFUGEE COUNCIL (DRC)', 'accents, case and a stated acronym aside'],
    ['United Nations Office on Drugs and Crime', 'UN Office on Drug and Crime', 'the UN and a plural'],
    ['Организация Ынтымак', 'Organizatsiya Yntymak', 'Cyrillic'],
    ['ТОО «Алматы Сервис»', 'Almaty Servis LLP', 'legal forms'],
    ['Centre for Injury Prevention and Research', 'Research and Injury Prevention Center', 'order and spelling'],
    ['Jubaland Mine Clearing Network', 'Jubbaland Mine Clearing Network', 'a slip of typing'],
    ['UNHRW - United Nations Hub of Relief Work', 'United Nations Hub of Relief Work', 'an acronym before'],
    ['Ministry of Foreign Affairs of Kazakhstan', 'Министерство иностранных дел Казахстана', 'a listed translation'],
    ['Ministry of Foreign Affairs of Denmark', 'Danish Ministry for Foreign Affairs', 'the adjective'],
    [
      'United Nations Office for the Coordination of Huma',
      'United Nations Office for the Coordination of Humanitarian Affairs',
      'cut off',
    ],
    ['Fortified Foods', 'FortifiedFoods', 'a space'],
    ['Red Cross of Kazakhstan', 'Kazakhstan Red Cross Society', 'a national body'],
  ])('the same: %s, %s (%s)', (one, other) => {
    expect(compare(named(one), named(other)).outcome).toBe('SAME');
  });

  it.each([
    ['Ministry of Health', 'Ministry of Health', 'NO_COUNTRY_OF_OFFICE'],
    ['Ministry of Health', 'Ministry of Health of Kazakhstan', 'COUNTRY_IN_ONE'],
    ['Government', 'Government', 'NOT_A_NAME'],
    ['Islamic Relief', 'Islamic Relief Worldwide', 'MORE_WORDS'],
    ['European Commission', 'EC DEVCO - Cooperation Service (European Commission)', 'ONE_OF_SEVERAL_NAMES'],
    ['Danish Refugee Council', 'Danish Refugee Council Kyrgyzstan', 'COUNTRY_IN_ONE'],
    ['Stichting Tearfund', 'Tearfund', 'LEGAL_FORM_IN_ONE'],
    ['UNICEF / WaterAid Kabul', 'WaterAid Kabul', 'MORE_WORDS'],
    ['Asian Development Bank', 'Asia Development Bank', 'LETTER_IN_ONE_WORD'],
    ['Asian Development Bank (ADB)', 'ADB - Asia Development Bank', 'LETTER_IN_ONE_WORD'],
    ['Kabul Health Union / WaterAid Kabul', 'WaterAid Kabul', 'ONE_OF_SEVERAL_NAMES'],
  ])('for a person: %s, %s', (one, other, because) => {
    const { outcome, kinds } = compare(named(one), named(other));
    expect(outcome).toBe('ASK');
    expect(kinds).toContain(because);
  });

  it.each([
    ['Ministry of Foreign Affairs of Kazakhstan', 'Ministry of Foreign Affairs of Kyrgyzstan'],
    ['Ministry of Health of Guinea', 'Ministry of Health of Papua New Guinea'],
    ['Danish Refugee Council', 'French Refugee Council'],
    ['Save the Children', 'Feed the Children'],
    ['UNICEF', 'UNHCR'],
    ['Asian Development Bank', 'African Development Bank'],
    ['Asia Bank', 'Asian Bank'],
    ['Fund for Peace and Law', 'Fund for Peace and Land'],
    ['Denmark', 'Danish Refugee Council'],
    ['United Nations', 'United Nations Population Fund'],
    ['WHO - Ministry of Health', 'World Horse Olympiad'],
  ])('different: %s, %s', (one, other) => {
    expect(compare(named(one), named(other)).outcome).toBe('DIFFERENT');
  });

  it('not one by an acronym where both have whole names', () => {
    const one = {
      names: [
        { value: 'Centre for Disease Control', kind: 'OFFICIAL' },
        { value: 'CDC', kind: 'ACRONYM' },
      ],
    } as const;
    const other = {
      names: [
        { value: 'Caribbean Credit House', kind: 'OFFICIAL' },
        { value: 'CDC', kind: 'ACRONYM' },
      ],
    } as const;
    expect(compare(one, other).outcome).toBe('DIFFERENT');
  });
});

describe('by their codes, two records are', () => {
  it.each<[OrganisationIdentifier, OrganisationIdentifier]>([
    [
      { scheme: 'ORG_ID', value: 'XM-DAC-41114' },
      { scheme: 'CRS_CHANNEL', value: '41114' },
    ],
    [
      { scheme: 'ORG_ID', value: 'xm-dac-959' },
      { scheme: 'DAC_DONOR', value: '959' },
    ],
    [
      { scheme: 'IATI', value: 'gb-chc-202918' },
      { scheme: 'ORG_ID', value: 'GB-CHC-202918 ' },
    ],
  ])('the same: %o, %o', (one, other) => {
    expect(compare({ ...named('A'), identifiers: [one] }, { ...named('B'), identifiers: [other] })).toEqual({
      outcome: 'SAME',
      kinds: ['SAME_IDENTIFIER'],
    });
  });

  it('not the same for codes of which no fact says so', () => {
    expect(compare(coded('GB-1', 'Old Office'), coded('GB-GOV-1', 'New Bureau')).outcome).toBe('DIFFERENT');
  });

  it('never the same, whatever their names, with two numbers of one register', () => {
    const { outcome, kinds } = compare(coded('GB-CHC-1', 'Oxbridge Trust'), coded('GB-CHC-2', 'Oxbridge Trust'));
    expect(outcome).toBe('ASK');
    expect(kinds).toContain('OTHER_NUMBER');
  });

  it('different offices where the registers are of different countries', () => {
    expect(compare(coded('FR-RCS-1', 'Oxbridge Trust'), coded('GB-CHC-2', 'Oxbridge Trust')).kinds).toContain(
      'OTHER_HOME',
    );
  });

  it('found by a reference that stands for a name', () => {
    expect(compare(named('XM-DAC-41114'), coded('XM-DAC-41114', 'UNDP')).outcome).toBe('SAME');
  });
});
