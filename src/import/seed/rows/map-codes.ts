import type { Fact } from '../../../domain/fact.ts';
import {
  about,
  edge,
  ground,
  type IdentifierRow,
  identifiers,
  linksTo,
  localNames,
  names,
  node,
} from '../build-facts.ts';
import type { SeedRow } from '../format.ts';
import type { Located } from '../read-seed.ts';

export function mapCountry(located: Located<SeedRow<'countries.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const { id, en, kk, ru, alpha3, m49, incomeGroup, isLdc, isLldc, isSids, region } = row;
  const code = id.slice('country:'.length);
  const properties = {
    name: en,
    nameKk: kk,
    nameRu: ru,
    code,
    alpha3: alpha3 ?? null,
    m49: m49 ?? null,
    dacRecipientCode: row.dacRecipient ?? null,
    dacDonorCode: row.dacDonor ?? null,
    incomeGroup: incomeGroup ?? null,
    isLdc,
    isLldc,
    isSids,
  };
  return [
    node('Country', id, properties, statements),
    ...names(id, [official(en, 'en'), official(kk, 'kk'), official(ru, 'ru')], row.aliases, statements),
    ...identifiers(
      id,
      codes({ ISO_3166_1_ALPHA_2: code, ISO_3166_1_ALPHA_3: alpha3, UN_M49: m49 }),
      about(statements, 'codes'),
    ),
    ...identifiers(
      id,
      codes({ DAC_RECIPIENT: row.dacRecipient, DAC_DONOR: row.dacDonor }),
      about(statements, 'dac-codes'),
    ),
    ...(region === undefined ? [] : [edge('IN_REGION', id, region, {}, about(statements, 'groups'))]),
  ];
}

function codes(values: Partial<Record<IdentifierRow['scheme'], string | undefined>>): IdentifierRow[] {
  return Object.entries(values).flatMap(([scheme, value]) =>
    value === undefined ? [] : [{ scheme: scheme as IdentifierRow['scheme'], value }],
  );
}

export function mapRegion(located: Located<SeedRow<'regions.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  return [
    node('Region', row.id, { name: row.name, ...localNames(row.names) }, statements),
    ...names(row.id, [official(row.name, 'en')], row.names, statements),
    ...identifiers(row.id, row.identifiers, statements),
    ...linksTo('IN_REGION', row.id, row.partOf, statements),
  ];
}

export function mapSector(located: Located<SeedRow<'sectors.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const { id, name, code, category, isWithdrawn } = row;
  return [
    node(
      'Sector',
      id,
      {
        name,
        ...localNames(row.names),
        code,
        vocabulary: code.length === 3 ? '2' : '1',
        categoryCode: category ?? null,
        isWithdrawn,
      },
      statements,
    ),
    ...names(id, [official(name, 'en')], row.names, statements),
    ...identifiers(id, [{ scheme: 'DAC_SECTOR', value: code }], statements),
    ...(category === undefined ? [] : [edge('IN_SECTOR', id, `sector:${category}`, {}, statements)]),
    ...linksTo('SUCCEEDED_BY', id, row.successors, statements),
  ];
}

export function mapGoal(located: Located<SeedRow<'goals.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const { id, number, en, kk, ru } = row;
  return [
    node('Goal', id, { name: en, nameKk: kk, nameRu: ru, number }, statements),
    ...names(
      id,
      [
        official(en, 'en'),
        official(kk, 'kk'),
        official(ru, 'ru'),
        { value: `SDG ${number}`, language: 'en', kind: 'ACRONYM' },
      ],
      [],
      statements,
    ),
    ...identifiers(id, [{ scheme: 'SDG', value: String(number) }], statements),
  ];
}

export function mapMeasure(located: Located<SeedRow<'measures.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  return [node('Measure', row.id, { name: row.name, definition: row.definition }, statements)];
}

function official(value: string, language: string) {
  return { value, language, kind: 'OFFICIAL' as const };
}
