import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import type { Wanted } from '../../domain/flows/flow-sums.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { DomainError } from '../../errors.ts';
import {
  FIRST_TAKES_PART,
  HAS_RECIPIENT,
  HAS_SECTOR,
  OTHERS_TAKE_PART,
} from '../../graph/cypher/activity-conditions.ts';
import type { ActivitySearch } from '../../graph/queries/flows/activity-search.ts';
import { findIdsMeant, type IdsMeant } from '../../graph/queries/flows/find-ids-meant.ts';
import type { RequestContext } from '../context.ts';
import { requireItems } from './require-items.ts';
import { ACTORS, requireRecords } from './require-records.ts';
import { toDays, type YearRange } from './year-range.ts';

export interface TimelineFilter {
  readonly actors?: readonly string[] | null;
  readonly roles?: readonly Term<'Role'>[] | null;
  readonly recipients?: readonly string[] | null;
  readonly sectors?: readonly string[] | null;
  readonly years?: YearRange | null;
  readonly basis?: readonly Term<'Basis'>[] | null;
}

/** A filter as the graph and the sums read it. */
export interface ReadTimelineFilter {
  readonly search: ActivitySearch;
  readonly wanted: Wanted;
  /** Ids of the actors asked about, with all that they stand for. */
  readonly actors: readonly string[];
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

/** Refuses what no record or no year can be; gives what is left with all that its ids stand for. */
export async function readTimelineFilter(filter: TimelineFilter, context: RequestContext): Promise<ReadTimelineFilter> {
  requireItems({ ...filter }, 'filter.');
  if (filter.roles && !filter.actors) {
    throw new DomainError(
      'InvalidInput',
      'filter.roles: these are the roles of filter.actors, which is absent; expected at least one id there',
    );
  }
  toDays('filter.years', filter.years);
  await requireFilterRecords(filter, context);
  const { actors, recipients, sectors, years } = filter;
  const meant = await findIdsMeant(
    context.graph,
    { actors: actors ?? [], places: recipients ?? [], sectors: sectors ?? [] },
    context.signal,
  );
  const places = recipients ? [...new Set([...meant.places.values()].flat())] : null;
  const purposes = sectors ? [...new Set([...meant.sectors.values()].flat())] : null;
  return {
    search: toSearch(filter, meant, places, purposes),
    wanted: { RECIPIENT: places && new Set(places), SECTOR: purposes && new Set(purposes) },
    actors: [...meant.actors.values()].flat(),
    fromYear: years?.from ?? null,
    toYear: years?.to ?? null,
  };
}

function toSearch(
  { actors, roles, basis }: TimelineFilter,
  meant: IdsMeant,
  recipients: readonly string[] | null,
  sectors: readonly string[] | null,
): ActivitySearch {
  return {
    conditions: [
      ...(actors ? [FIRST_TAKES_PART] : []),
      ...(actors && actors.length > 1 ? [OTHERS_TAKE_PART] : []),
      ...(recipients ? [HAS_RECIPIENT] : []),
      ...(sectors ? [HAS_SECTOR] : []),
    ],
    parameters: {
      basis: basis ?? DEFAULT_BASIS,
      roles: roles ?? null,
      actors: (actors ?? []).map((id) => meant.actors.get(id) ?? []),
      recipients,
      sectors,
    },
  };
}

async function requireFilterRecords(filter: TimelineFilter, { loaders }: RequestContext): Promise<void> {
  await Promise.all([
    requireRecords('filter.actors', filter.actors ?? [], loaders, ACTORS),
    requireRecords('filter.recipients', filter.recipients ?? [], loaders, ['COUNTRY', 'REGION']),
    requireRecords('filter.sectors', filter.sectors ?? [], loaders, ['SECTOR']),
  ]);
}
