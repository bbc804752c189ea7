import type { GraphQLInputFieldConfigMap, GraphQLSchema } from 'graphql';
import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { HAS_PARTICIPANT, HAS_RECIPIENT, HAS_SECTOR, IS_PART } from '../../graph/cypher/activity-conditions.ts';
import { overlapsYears } from '../../graph/cypher/overlaps-years.ts';
import type { ActivityCondition } from '../../graph/cypher/select-activities.ts';
import type { PartCriteria } from '../../graph/queries/export/list-participations.ts';
import type { ActivitySearch } from '../../graph/queries/flows/activity-search.ts';
import { findIdsMeant } from '../../graph/queries/flows/find-ids-meant.ts';
import { requireItems } from '../resolvers/require-items.ts';
import { ACTIVITIES, ACTORS, requireRecords } from '../resolvers/require-records.ts';
import { toDays, type YearRange } from '../resolvers/year-range.ts';
import { type ExportContext, pageContext } from './export-context.ts';
import { listOf, oneOf } from './read-filter.ts';

export interface ParticipationFilter {
  readonly actors?: readonly string[] | null;
  readonly roles?: readonly Term<'Role'>[] | null;
  readonly participants?: readonly string[] | null;
  readonly activities?: readonly string[] | null;
  readonly recipients?: readonly string[] | null;
  readonly sectors?: readonly string[] | null;
  readonly years?: YearRange | null;
  readonly basis?: readonly Term<'Basis'>[] | null;
}

/** The fields of the filter of participations and networks. They mean what those of the same name mean in TimelineFilter and FlowFilter. */
export function participationFilter(schema: GraphQLSchema): GraphQLInputFieldConfigMap {
  return {
    actors: listOf(
      'ID',
      'Ids of actors of which the participation is one; a country matches itself and its own organisations.',
      schema,
    ),
    roles: listOf('Role', 'Only participations in these roles.', schema),
    participants: listOf('ID', 'Ids of actors of which at least one takes part in the activity, in any role.', schema),
    activities: listOf(
      'ID',
      'Ids of programmes, editions or projects: these and their parts, at most three steps down.',
      schema,
    ),
    recipients: listOf(
      'ID',
      'Ids of countries or regions that benefit from the activity. A region matches what lies in it.',
      schema,
    ),
    sectors: listOf('ID', 'Ids of sectors of the activity. A category matches its purposes.', schema),
    years: oneOf('YearRange', 'Only activities whose dates overlap these years. Undated ones do not match.', schema),
    basis: listOf('Basis', 'Bases of participations to include. Where absent: DECLARED and CURATED.', schema),
  };
}

export interface ReadParticipationFilter {
  readonly search: ActivitySearch;
  readonly parts: PartCriteria;
}

/** Refuses what no record or no year can be; gives the filter with all that its ids stand for. */
export async function readParticipationFilter(
  filter: ParticipationFilter,
  exported: ExportContext,
): Promise<ReadParticipationFilter> {
  requireItems({ ...filter }, 'filter.');
  const years = toDays('filter.years', filter.years);
  const { actors, roles, participants, activities, recipients, sectors } = filter;
  await requireFilterRecords(filter, exported);
  const asked = {
    actors: [...new Set([...(actors ?? []), ...(participants ?? [])])],
    places: recipients ?? [],
    sectors: sectors ?? [],
  };
  const meant = await findIdsMeant(exported.graph, asked, exported.signal);
  const all = (ids: readonly string[] | null | undefined, reading: keyof typeof meant) =>
    ids ? [...new Set(ids.flatMap((id) => meant[reading].get(id) ?? []))] : null;
  const basis = filter.basis ?? DEFAULT_BASIS;
  const parts: PartCriteria = { actors: all(actors, 'actors'), roles: roles ?? null, basis };
  const inYears: ActivityCondition = { find: '', test: `(${overlapsYears('activity', years)})` };
  return {
    parts,
    search: {
      conditions: [
        ...(activities ? [IS_PART] : []),
        ...(participants ? [HAS_PARTICIPANT] : []),
        ...(recipients ? [HAS_RECIPIENT] : []),
        ...(sectors ? [HAS_SECTOR] : []),
        ...(filter.years ? [inYears] : []),
      ],
      parameters: {
        basis,
        activities: activities ?? null,
        participants: all(participants, 'actors'),
        recipients: all(recipients, 'places'),
        sectors: all(sectors, 'sectors'),
        ...years,
      },
    },
  };
}

async function requireFilterRecords(filter: ParticipationFilter, exported: ExportContext): Promise<void> {
  const { loaders } = pageContext(exported);
  await Promise.all([
    requireRecords('filter.actors', filter.actors ?? [], loaders, ACTORS),
    requireRecords('filter.participants', filter.participants ?? [], loaders, ACTORS),
    requireRecords('filter.activities', filter.activities ?? [], loaders, ACTIVITIES),
    requireRecords('filter.recipients', filter.recipients ?? [], loaders, ['COUNTRY', 'REGION']),
    requireRecords('filter.sectors', filter.sectors ?? [], loaders, ['SECTOR']),
  ]);
}
