import type { Fact } from '../../../domain/fact.ts';
import { asAWhole, days, ground, linksTo, localNames, names, node } from '../build-facts.ts';
import type { SeedRow } from '../format.ts';
import type { Located } from '../read-seed.ts';

type ActivityRow = SeedRow<'programmes.yaml'> & { year?: number | undefined };

/** The mapper for one kind of activity. */
export function mapActivity(label: 'Programme' | 'Edition' | 'Project') {
  return (located: Located<ActivityRow>): Fact[] => {
    const { row, statements } = ground(located);
    const inherited = asAWhole(statements);
    const { id, name, description, form, status, start, end, topic, place, year } = row;
    const properties = {
      name,
      ...localNames(row.names),
      description: description ?? null,
      form: form ?? null,
      status: status ?? null,
      start: start ?? null,
      end: end ?? null,
      ...days(start, end, status === 'ONGOING'),
      topic: topic ?? null,
      place: place ?? null,
      ...(label === 'Edition' ? { year: year ?? null } : {}),
    };
    return [
      node(label, id, properties, statements),
      ...names(id, [{ value: name, language: 'en', kind: 'OFFICIAL' }], row.names, statements),
      ...linksTo('IN_SECTOR', id, row.sectors, inherited),
      ...linksTo('CONTRIBUTES_TO', id, row.goals, inherited),
      ...linksTo('IN_REGION', id, row.regions, inherited),
      ...linksTo('PART_OF', id, row.partOf, inherited),
    ];
  };
}
