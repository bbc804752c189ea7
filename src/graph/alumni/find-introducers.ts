import { DRAWERS } from '../../domain/alumni/drawers.ts';
import { groupBy } from '../../domain/group-by.ts';
import { DomainError } from '../../errors.ts';
import type { Graph } from '../open-graph.ts';
import { findSameOrganisations } from '../queries/find-same-organisations.ts';

/** A place where somebody may have met those who work at the organisation. */
export interface MeetingPlace {
  readonly kind: 'SAME_EDITION' | 'SAME_EMPLOYER';
  /** The id of the edition or employer. */
  readonly id: string;
  /** Ids of the alumni who work at the organisation now and were or are at this place, in their order. */
  readonly insiders: readonly string[];
}

export interface Introducer {
  readonly id: string;
  /** Whether they work or worked at the organisation itself; null: neither. */
  readonly there: 'WORKS_THERE' | 'WORKED_THERE' | null;
  /** Where they may have met others who work there now; empty for who does so themselves. */
  readonly places: readonly MeetingPlace[];
}

/** More are not ranked at once. */
const MOST_INTRODUCERS = 5_000;

const OF_ORGANISATION = `
  MATCH (person)-[filed:FILED_UNDER]->()
  WHERE filed.drawer IN $ever
  WITH person.id AS id, max(CASE WHEN EXISTS {
    MATCH (person)-[now:FILED_UNDER]->() WHERE now.drawer IN $now
  } THEN 1 ELSE 0 END) = 1 AS isThere
  RETURN id, isThere ORDER BY id LIMIT $limit`;

const PLACES = `
  UNWIND $insiders AS id
  MATCH (insider:Alumnus {id: id})-[:FILED_UNDER]->(place:AlumniDrawer)
  WHERE (place.id STARTS WITH $edition OR place.id STARTS WITH $employer) AND NOT place.id IN $ever
  RETURN place.id AS drawer, collect(id) AS insiders ORDER BY drawer`;

const AT_PLACES = `
  UNWIND $drawers AS drawer
  MATCH (person)-[filed:FILED_UNDER]->()
  WHERE filed.drawer = drawer
  WITH filed.alumnus AS id, collect(drawer) AS drawers
  RETURN id, drawers LIMIT $limit`;

/**
 * All alumni who could introduce one to the organisation that these ids mean: who work or worked there, or were at an
 * edition or at another employer with an alumnus who works there now; in no particular order. Refused where there are
 * more than can be ranked. Cost grows with those who are filed under the same editions and employers.
 */
export async function findIntroducers(
  graph: Graph,
  organisation: readonly string[],
  signal?: AbortSignal,
): Promise<Introducer[]> {
  const ever = organisation.map(DRAWERS.employer);
  const now = organisation.map(DRAWERS.presentEmployer);
  const limit = MOST_INTRODUCERS + 1;
  const own = await graph.read<{ id: string; isThere: boolean }>(OF_ORGANISATION, { ever, now, limit }, signal);
  requireFew(own);
  const insiders = new Set(own.filter(({ isThere }) => isThere).map(({ id }) => id));
  const places = await findPlaces(graph, { insiders: [...insiders], ever }, signal);
  const others = await graph.read<{ id: string; drawers: readonly string[] }>(
    AT_PLACES,
    { drawers: [...places.keys()], limit: limit + insiders.size },
    signal,
  );
  const order = new Map([...places.keys()].map((drawer, place) => [drawer, place]));
  const inOrder = (drawers: readonly string[]) =>
    drawers.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  const met = new Map(
    others.map(({ id, drawers }) => [id, [...new Set(inOrder(drawers).flatMap((drawer) => places.get(drawer) ?? []))]]),
  );
  const former = new Set(own.filter(({ isThere }) => !isThere).map(({ id }) => id));
  const outside = [...new Set([...former, ...met.keys()])].filter((id) => !insiders.has(id));
  requireFew([...insiders, ...outside]);
  return [
    ...[...insiders].map((id) => ({ id, there: 'WORKS_THERE' as const, places: [] })),
    ...outside.map((id) => ({
      id,
      there: former.has(id) ? ('WORKED_THERE' as const) : null,
      places: met.get(id) ?? [],
    })),
  ];
}

/** By each drawer that stands for it: an employer that was merged into another has several. */
async function findPlaces(
  graph: Graph,
  { insiders, ever }: { readonly insiders: readonly string[]; readonly ever: readonly string[] },
  signal: AbortSignal | undefined,
): Promise<Map<string, MeetingPlace>> {
  const edition = DRAWERS.edition('');
  const employer = DRAWERS.employer('');
  const rows = await graph.read<{ drawer: string; insiders: readonly string[] }>(
    PLACES,
    { insiders, ever, edition, employer },
    signal,
  );
  const employers = rows.filter(({ drawer }) => drawer.startsWith(employer));
  const same = await findSameOrganisations(
    graph,
    employers.map(({ drawer }) => drawer.slice(employer.length)),
    signal,
  );
  const merged = groupBy(
    employers.map(({ insiders: there }, index) => ({ there, ...(same[index] ?? { id: '', ids: [] }) })),
    ({ id }) => id,
  );
  const ofEditions = rows
    .filter(({ drawer }) => drawer.startsWith(edition))
    .map(
      ({ drawer, insiders: there }) => [drawer, placeOf('SAME_EDITION', drawer.slice(edition.length), there)] as const,
    );
  const ofEmployers = [...merged].flatMap(([id, group]) => {
    const place = placeOf(
      'SAME_EMPLOYER',
      id,
      group.flatMap(({ there }) => there),
    );
    return (group[0]?.ids ?? []).map((each) => [DRAWERS.employer(each), place] as const);
  });
  return new Map([...ofEditions, ...ofEmployers]);
}

function placeOf(kind: MeetingPlace['kind'], id: string, insiders: readonly string[]): MeetingPlace {
  return { kind, id, insiders: [...new Set(insiders)].sort() };
}

function requireFew({ length }: readonly unknown[]): void {
  if (length <= MOST_INTRODUCERS) return;
  throw new DomainError(
    'LimitExceeded',
    `to: more than ${MOST_INTRODUCERS} alumni to rank, at most ${MOST_INTRODUCERS} are ranked; look for alumni with this employer instead`,
  );
}
