import type { Fact } from '../../../domain/fact.ts';
import {
  asAWhole,
  edge,
  ground,
  identifiers,
  localNames,
  type NameRow,
  names,
  node,
  toStatement,
} from '../build-facts.ts';
import type { SeedRow } from '../format.ts';
import type { Located } from '../read-seed.ts';

export function mapOrganisation(located: Located<SeedRow<'organisations.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const { id, kind, name, acronym, founded, legalForm, status, website, seat, country } = row;
  const properties = {
    name,
    ...localNames(row.names),
    acronym: acronym ?? null,
    kind,
    status,
    founded: founded ?? null,
    legalForm: legalForm ?? null,
    website: website ?? null,
    seat: seat ?? null,
  };
  const own: NameRow[] = [
    { value: name, language: 'en', kind: 'OFFICIAL' },
    ...(acronym === undefined ? [] : [{ value: acronym, language: 'en', kind: 'ACRONYM' as const }]),
  ];
  return [
    node('Organisation', id, properties, statements),
    ...names(id, own, row.names, statements),
    ...identifiers(id, row.identifiers, asAWhole(statements)),
    ...belongsTo(id, country, asAWhole(statements)),
  ];
}

function belongsTo(
  id: string,
  country: SeedRow<'organisations.yaml'>['country'],
  inherited: Fact['statements'],
): Fact[] {
  if (country === undefined) return [];
  if (typeof country === 'string') return [edge('BELONGS_TO', id, country, {}, inherited)];
  return [
    edge(
      'BELONGS_TO',
      id,
      country.id,
      {},
      country.evidence.map((item) => toStatement(item)),
    ),
  ];
}
