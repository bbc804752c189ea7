import { countPart, recencyPart, type ScorePart } from './score.ts';

/** What speaks for talking to an actor with whom no activity is shared. */
export interface PartnershipGapCounts {
  readonly commonCountries: number;
  readonly commonSectors: number;
  readonly commonPartners: number;
  /** The last year of the candidate's activities that were counted; null where none is dated. */
  readonly lastYear: number | null;
}

export type PartnershipGapPartKind = 'COMMON_COUNTRIES' | 'COMMON_SECTORS' | 'COMMON_PARTNERS' | 'RECENCY';

/** The parts of the score. Where and on what both work weighs most; who could introduce them weighs less. */
export function scorePartnershipGap(
  counts: PartnershipGapCounts,
  thisYear: number,
): readonly ScorePart<PartnershipGapPartKind>[] {
  return [
    countPart('COMMON_COUNTRIES', counts.commonCountries, { mostPoints: 35, full: 5 }),
    countPart('COMMON_SECTORS', counts.commonSectors, { mostPoints: 35, full: 5 }),
    countPart('COMMON_PARTNERS', counts.commonPartners, { mostPoints: 20, full: 10 }),
    recencyPart(counts.lastYear, thisYear, 10),
  ];
}
