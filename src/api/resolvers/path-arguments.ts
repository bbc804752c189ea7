import type { Term } from '../../domain/vocabulary.ts';
import { DomainError } from '../../errors.ts';
import type { ActorsMeant } from '../../graph/queries/paths/find-actors-meant.ts';
import { MOST_HOPS } from '../../graph/queries/paths/find-path-blockers.ts';
import type { PathCriteria } from '../../graph/queries/paths/find-paths.ts';
import type { Loaders } from '../loaders.ts';
import { requireItems } from './require-items.ts';
import { requireRange } from './require-range.ts';
import { ACTORS, requireEachOnce, requireRecords } from './require-records.ts';
import type { YearRange } from './year-range.ts';

export interface PathArguments {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly limit: number;
  readonly via?: readonly string[] | null;
  readonly avoid?: readonly string[] | null;
  readonly avoidHubs?: boolean | null;
  readonly roles?: readonly Term<'Role'>[] | null;
  readonly years?: YearRange | null;
  readonly basis?: readonly Term<'Basis'>[] | null;
}

const MOST_VIA = 3;
const MOST_AVOIDED = 20;

/** Refuses what needs no look at the graph: numbers, lists, ids that come in two places. */
export function requirePathArguments(args: PathArguments): void {
  const { maxHops, via, avoid, roles, basis } = args;
  requireRange('maxHops', maxHops, 1, MOST_HOPS);
  requireItems({ via, avoid, roles, basis });
  requireFew('via', via ?? [], MOST_VIA);
  requireFew('avoid', avoid ?? [], MOST_AVOIDED);
  const places = placesOf(args);
  for (const [argument, ids] of Object.entries(places)) requireEachOnce(argument, ids);
  requireOnePlaceEach(places);
}

/** Refuses ids that do not mean an actor. */
export async function requirePathActors(args: PathArguments, loaders: Loaders): Promise<void> {
  const places = Object.entries(placesOf(args));
  await Promise.all(places.map(([argument, ids]) => requireRecords(argument, ids, loaders, ACTORS)));
}

function placesOf({ from, to, via, avoid }: PathArguments): Readonly<Record<string, readonly string[]>> {
  return { from: [from], to: [to], via: via ?? [], avoid: avoid ?? [] };
}

/** Refuses ends of which one stands for the other, and stops on the way that are ends already. */
export function requireSeparateEnds(
  { from, to, via }: Pick<PathCriteria, 'from' | 'to' | 'via'>,
  meant: ReadonlyMap<string, ActorsMeant>,
): void {
  const standsFor = (country: string, id: string) => meant.get(country)?.degrees.has(id) ?? false;
  const shared = [...(meant.get(from)?.degrees.keys() ?? [])].find((id) => standsFor(to, id));
  if (shared !== undefined) {
    throw new DomainError(
      'InvalidInput',
      `to: ${quote(to)} and from: ${quote(from)} both stand for ${quote(shared)}, for a country stands for its own organisations too; expected ends that have no actor in common`,
    );
  }
  for (const id of via) {
    const end = [from, to].find((each) => standsFor(each, id));
    if (end === undefined) continue;
    throw new DomainError(
      'InvalidInput',
      `via: ${quote(id)} is one of those that ${quote(end)} stands for; expected actors between the ends`,
    );
  }
}

function requireFew(argument: string, ids: readonly string[], most: number): void {
  if (ids.length <= most) return;
  throw new DomainError('LimitExceeded', `${argument}: got ${ids.length} ids, expected at most ${most}`);
}

function requireOnePlaceEach(places: Readonly<Record<string, readonly string[]>>): void {
  const placeOf = new Map<string, string>();
  for (const [argument, ids] of Object.entries(places)) {
    for (const id of ids) {
      const other = placeOf.get(id);
      if (other !== undefined) {
        throw new DomainError(
          'InvalidInput',
          `${argument}: got ${quote(id)}, which ${other} names too; expected each actor in one place`,
        );
      }
      placeOf.set(id, argument);
    }
  }
}

function quote(id: string): string {
  return id.slice(0, 100);
}
