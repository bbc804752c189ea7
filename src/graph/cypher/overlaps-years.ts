/**
 * The Cypher condition that the record's dates overlap `$from` to `$to` (days as YYYY-MM-DD; null: open). A record of
 * which only the start is known runs on, one of which only the end is known ran before; an undated one overlaps
 * nothing, and everything where neither is given.
 */
export function overlapsYears(variable: string): string {
  const { firstDay, lastDay } = { firstDay: `${variable}.firstDay`, lastDay: `${variable}.lastDay` };
  return `($from IS NULL OR ${lastDay} >= date($from) OR (${firstDay} IS NOT NULL AND ${lastDay} IS NULL))
    AND ($to IS NULL OR ${firstDay} <= date($to) OR (${lastDay} IS NOT NULL AND ${firstDay} IS NULL))`;
}
