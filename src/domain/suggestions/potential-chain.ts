import { countPart, recencyPart, type ScorePart } from './score.ts';

/** What speaks for a facilitator and a country that could benefit, beside the pivot asked about. */
export interface PotentialChainCounts {
  /** Activities that the facilitator carries and the pivot takes part in. */
  readonly activitiesWithPivot: number;
  /** Activities that the facilitator carries and the country benefits from. */
  readonly facilitatorActivities: number;
  /** Activities that the pivot carries and the country benefits from. */
  readonly pivotActivities: number;
  /** Categories of the facilitator's activities for the country that are also among the pivot's. */
  readonly commonSectors: number;
  /** The last year of all these activities; null where none is dated. */
  readonly lastYear: number | null;
}

export type PotentialChainPartKind =
  | 'ACTIVITIES_WITH_PIVOT'
  | 'FACILITATOR_ACTIVITIES_IN_COUNTRY'
  | 'PIVOT_ACTIVITIES_IN_COUNTRY'
  | 'COMMON_SECTORS'
  | 'RECENCY';

/**
 * The parts of the score. That two have worked together weighs most; what either did for the country, and whether it
 * was on the same subjects, weighs alike. Counts are cut off early, so that large publishers do not win by size.
 */
export function scorePotentialChain(
  counts: PotentialChainCounts,
  thisYear: number,
): readonly ScorePart<PotentialChainPartKind>[] {
  return [
    countPart('ACTIVITIES_WITH_PIVOT', counts.activitiesWithPivot, { mostPoints: 30, full: 5 }),
    countPart('FACILITATOR_ACTIVITIES_IN_COUNTRY', counts.facilitatorActivities, { mostPoints: 20, full: 5 }),
    countPart('PIVOT_ACTIVITIES_IN_COUNTRY', counts.pivotActivities, { mostPoints: 20, full: 5 }),
    countPart('COMMON_SECTORS', counts.commonSectors, { mostPoints: 20, full: 3 }),
    recencyPart(counts.lastYear, thisYear, 10),
  ];
}
