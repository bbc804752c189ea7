/** Groups of fewer persons are never shown. */
export const SMALLEST_GROUP = 5;

/** Counts are shown as multiples of it. */
export const ROUNDED_TO = 5;

/** The smallest blurred count that is shown: above the smallest group, so that a row that comes or goes tells no number. */
const SMALLEST_BLURRED = 6;

/** The count as everybody may see it; null where the group is not shown. */
export function publishCount(count: number, blur: number): number | null {
  if (count < SMALLEST_GROUP || count + blur < SMALLEST_BLURRED) return null;
  return ROUNDED_TO * Math.round((count + blur) / ROUNDED_TO);
}
