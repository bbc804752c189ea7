/** A condition on activities: how those that meet it are found, and how one at hand is tested. Both speak of `activity`. */
export interface ActivityCondition {
  /** Cypher that binds `activity`; it may give one more than once. */
  readonly find: string;
  /** A Cypher condition. */
  readonly test: string;
}

/** Cypher that binds `activity` to each that meets all conditions, once. It begins at the records that the first one names. */
export function selectActivities([first, ...others]: readonly ActivityCondition[]): string {
  if (!first) return 'MATCH (activity:Activity)';
  const tests = others.map(({ test }) => test);
  return `${first.find}
  WITH DISTINCT activity${tests.length > 0 ? ` WHERE ${tests.join('\n    AND ')}` : ''}`;
}
