const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Until when an answer may be given again that was begun at this time, both in milliseconds since 1970: an hour at most
 * and never into another day, for suggestions and timelines depend on the year (UTC) and not on the graph alone.
 */
export function usableUntil(begun: number): number {
  return Math.min(begun + HOUR, (Math.floor(begun / DAY) + 1) * DAY);
}
