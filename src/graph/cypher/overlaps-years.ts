/** Days as YYYY-MM-DD; null: open. */
export interface AskedYears {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The Cypher condition that the record's dates overlap `$from` to `$to` (days as YYYY-MM-DD; null: open). A record of
 * which only the start is known runs on, one of which only the end is known ran before; an undated one overlaps
 * nothing, and everything where neither is given. With `asked` only what is given is compared, so that no date is
 * read where none is; without it, the condition fits whatever is given.
 */
export function overlapsYears(variable: string, asked?: AskedYears): string {
  const { firstDay, lastDay } = { firstDay: `${variable}.firstDay`, lastDay: `${variable}.lastDay` };
  const endsLater = `${lastDay} >= date($from) OR (${firstDay} IS NOT NULL AND ${lastDay} IS NULL)`;
  const startsEarlier = `${firstDay} <= date($to) OR (${lastDay} IS NOT NULL AND ${firstDay} IS NULL)`;
  if (!asked)
    return `($from IS NULL OR ${endsLater})
    AND ($to IS NULL OR ${startsEarlier})`;
  const conditions = [
    ...(asked.from === null ? [] : [`(${endsLater})`]),
    ...(asked.to === null ? [] : [`(${startsEarlier})`]),
  ];
  return conditions.join(' AND ') || 'true';
}
