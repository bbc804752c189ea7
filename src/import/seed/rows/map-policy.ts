import type { Fact } from '../../../domain/fact.ts';
import { asAWhole, days, ground, linksTo, localNames, names, node } from '../build-facts.ts';
import type { SeedRow } from '../format.ts';
import type { Located } from '../read-seed.ts';

export function mapPolicy(located: Located<SeedRow<'policies.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const inherited = asAWhole(statements);
  const { id, kind, name, number, adopted, start, end, status, url } = row;
  const properties = {
    name,
    ...localNames(row.names),
    kind,
    status,
    number: number ?? null,
    adopted: adopted ?? null,
    start: start ?? null,
    end: end ?? null,
    ...days(start, end, status === 'CURRENT'),
    url: url ?? null,
  };
  return [
    node('Policy', id, properties, statements),
    ...names(id, [{ value: name, language: 'en', kind: 'OFFICIAL' }], row.names, statements),
    ...linksTo('IN_SECTOR', id, row.sectors, inherited),
    ...linksTo('CONTRIBUTES_TO', id, row.goals, inherited),
    ...linksTo('IN_REGION', id, row.regions, inherited),
  ];
}
