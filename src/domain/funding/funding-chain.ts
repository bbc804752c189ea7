import type { Term } from '../vocabulary.ts';

/** Longer chains are cut: what lies so far from the first giver says little of it. */
export const MOST_CHAIN_LINKS = 6;

/** A chain, or the beginning of one: `ending` is null while it is not known how it goes on. */
export interface FundingWalk {
  /** Ids, in the order in which the money goes through them. */
  readonly activities: readonly string[];
  readonly ending: Term<'FundingChainEnd'> | null;
}

export interface FundingChain extends FundingWalk {
  readonly ending: Term<'FundingChainEnd'>;
}

/** Where money goes from an activity: ids without repetition, in the order of the list of chains. */
export interface WaysOn {
  readonly to: readonly string[];
  readonly isPhantom: boolean;
}

/**
 * The walks one link further, in the same order, made as they are asked for: there may be very many. A walk goes on to
 * each activity that it has not been to; links that lead back into it are passed over, and end it where there is no
 * other.
 */
export function* extendWalks(
  walks: readonly FundingWalk[],
  waysOn: (walk: FundingWalk) => WaysOn,
): Generator<FundingWalk, void> {
  for (const walk of walks) {
    if (walk.ending === null) yield* extend(walk, waysOn(walk));
    else yield walk;
  }
}

function extend({ activities }: FundingWalk, { to, isPhantom }: WaysOn): FundingWalk[] {
  const fresh = to.filter((id) => !activities.includes(id));
  if (fresh.length > 0 && activities.length <= MOST_CHAIN_LINKS)
    return fresh.map((id) => ({ activities: [...activities, id], ending: null }));
  if (fresh.length > 0) return [{ activities, ending: 'CUT' }];
  if (to.length > 0) return [{ activities, ending: 'CYCLE' }];
  return [{ activities, ending: isPhantom ? 'DANGLING' : 'COMPLETE' }];
}

export function isChain(walk: FundingWalk): walk is FundingChain {
  return walk.ending !== null && walk.activities.length > 1;
}

export function lastOf({ activities }: FundingWalk): string {
  return activities[activities.length - 1] as string;
}

/** The order of chains: that of their lists of ids, compared item by item. */
export function compareIds(one: readonly string[], other: readonly string[]): number {
  const index = one.findIndex((id, position) => id !== other[position]);
  if (index === -1) return one.length - other.length;
  const [a, b] = [one[index] as string, other[index]];
  return b === undefined || a > b ? 1 : -1;
}
