import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import type { Wanted } from '../../domain/flows/flow-sums.ts';
import {
  HAS_PARTICIPANT,
  HAS_RECIPIENT,
  HAS_SECTOR,
  IS_PART,
  MAY_HAVE_DONOR,
} from '../../graph/cypher/activity-conditions.ts';
import type { TransactionCriteria } from '../../graph/cypher/fitting-transactions.ts';
import type { ActivityCondition } from '../../graph/cypher/select-activities.ts';
import type { ActivitySearch } from '../../graph/queries/flows/activity-search.ts';
import { findIdsMeant } from '../../graph/queries/flows/find-ids-meant.ts';
import type { RequestContext } from '../context.ts';
import { requireItems } from './require-items.ts';
import { ACTIVITIES, ACTORS, requireRecords } from './require-records.ts';
import { toDays, type YearRange } from './year-range.ts';

export interface FlowFilter {
  readonly donors?: readonly string[] | null;
  readonly recipients?: readonly string[] | null;
  readonly sectors?: readonly string[] | null;
  readonly participants?: readonly string[] | null;
  readonly activities?: readonly string[] | null;
  readonly years?: YearRange | null;
  readonly currencies?: readonly string[] | null;
}

/** A filter as the graph and the sums read it. */
export interface ReadFlowFilter {
  /** Fails where an id means no record or one of another kind. To be awaited: it goes on while the answer is read. */
  readonly check: Promise<void>;
  readonly search: ActivitySearch;
  readonly criteria: Omit<TransactionCriteria, 'types'>;
  readonly wanted: Wanted;
}

/** In the order in which a search had better begin: what names the fewest activities, as a rule, comes first. */
const CONDITIONS: readonly (readonly [keyof FlowFilter, ActivityCondition])[] = [
  ['activities', IS_PART],
  ['participants', HAS_PARTICIPANT],
  ['donors', MAY_HAVE_DONOR],
  ['recipients', HAS_RECIPIENT],
  ['sectors', HAS_SECTOR],
];

/** Refuses what no year can be, and checks the records; gives the filter with all that its ids stand for. */
export async function readFlowFilter(filter: FlowFilter, context: RequestContext): Promise<ReadFlowFilter> {
  requireItems({ ...filter }, 'filter.');
  toDays('filter.years', filter.years);
  const { donors, recipients, sectors, participants, activities, years, currencies } = filter;
  const asked = {
    actors: [...new Set([...(donors ?? []), ...(participants ?? [])])],
    places: recipients ?? [],
    sectors: sectors ?? [],
  };
  const check = requireFilterRecords(filter, context);
  // Whoever reads the answer meanwhile waits for it.
  check.catch(() => {});
  const meant = await findIdsMeant(context.graph, asked, context.signal);
  const all = (ids: readonly string[] | null | undefined, reading: keyof typeof meant) =>
    ids ? [...new Set(ids.flatMap((id) => meant[reading].get(id) ?? []))] : null;
  const places = all(recipients, 'places');
  const purposes = all(sectors, 'sectors');
  return {
    check,
    search: {
      conditions: CONDITIONS.flatMap(([name, condition]) => (filter[name] ? [condition] : [])),
      parameters: {
        basis: DEFAULT_BASIS,
        activities: activities ?? null,
        participants: all(participants, 'actors'),
        recipients: places,
        sectors: purposes,
      },
    },
    criteria: {
      donors: all(donors, 'actors'),
      currencies: currencies ?? null,
      fromYear: years?.from ?? null,
      toYear: years?.to ?? null,
    },
    wanted: { RECIPIENT: places && new Set(places), SECTOR: purposes && new Set(purposes) },
  };
}

async function requireFilterRecords(filter: FlowFilter, { loaders }: RequestContext): Promise<void> {
  await Promise.all([
    requireRecords('filter.activities', filter.activities ?? [], loaders, ACTIVITIES),
    requireRecords('filter.participants', filter.participants ?? [], loaders, ACTORS),
    requireRecords('filter.donors', filter.donors ?? [], loaders, ACTORS),
    requireRecords('filter.recipients', filter.recipients ?? [], loaders, ['COUNTRY', 'REGION']),
    requireRecords('filter.sectors', filter.sectors ?? [], loaders, ['SECTOR']),
  ]);
}
