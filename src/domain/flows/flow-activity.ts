import type { PublishedShare } from './read-shares.ts';

/** The transactions of one activity that fit; what neither groups nor filters need is empty or null. */
export interface FlowActivity {
  readonly id: string;
  /** Transactions that differ in nothing but their amounts, together. */
  readonly batches: readonly FlowBatch[];
  readonly recipients: readonly PublishedShare[];
  readonly sectors: readonly SectorShare[];
  /** At most two: more is as good as two. */
  readonly channels: readonly string[];
  readonly roles: readonly string[];
}

export interface FlowBatch {
  readonly currency: string;
  readonly year: number | null;
  readonly donor: string | null;
  readonly type: string | null;
  readonly amounts: readonly string[];
}

export interface SectorShare extends PublishedShare {
  /** IATI's: 1 the DAC's purposes, 2 its categories. Null where only curators say so, who use these two. */
  readonly vocabulary: string | null;
}

/** The sectors that share one hundred: the DAC's purposes, or its categories where an activity has no purposes. */
export function dacSectors(sectors: readonly SectorShare[]): readonly PublishedShare[] {
  const unread = sectors.filter(({ key }) => key === null);
  const read = sectors.filter(({ key }) => key !== null);
  const purposes = read.filter(({ vocabulary }) => vocabulary === null || vocabulary === '1');
  return [...(purposes.length > 0 ? purposes : read.filter(({ vocabulary }) => vocabulary === '2')), ...unread];
}
