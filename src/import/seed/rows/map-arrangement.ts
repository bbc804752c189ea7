import type { Fact } from '../../../domain/fact.ts';
import { asAWhole, days, edge, ground, linksTo, localNames, names, node, toStatement } from '../build-facts.ts';
import type { SeedRow } from '../format.ts';
import type { Located } from '../read-seed.ts';

export function mapArrangement(located: Located<SeedRow<'arrangements.yaml'>>): Fact[] {
  const { row, statements } = ground(located);
  const inherited = asAWhole(statements);
  const { id, name, status, start, end } = row;
  const properties = {
    name,
    ...localNames(row.names),
    status: status ?? null,
    start: start ?? null,
    end: end ?? null,
    ...days(start, end, status === 'ONGOING'),
  };
  return [
    node('TriangularArrangement', id, properties, statements),
    ...names(id, [{ value: name, language: 'en', kind: 'OFFICIAL' }], row.names, statements),
    ...row.plays.map(({ actor, role, evidence }) =>
      edge(
        'PLAYS',
        actor,
        id,
        { role },
        evidence.map((item) => toStatement(item)),
        role,
      ),
    ),
    ...linksTo('COVERS', id, row.covers, inherited),
    ...linksTo('IN_REGION', id, row.regions, inherited),
    ...linksTo('IN_SECTOR', id, row.sectors, inherited),
  ];
}
