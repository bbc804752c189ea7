import type { ActivityCondition } from './select-activities.ts';

/** The Cypher condition that `activity`, which is at hand, meets all of them. What MAY_HAVE_DONOR leaves open is for each transaction to say. */
export function fitsAll(conditions: readonly ActivityCondition[]): string {
  return ['true', ...conditions.map(({ test }) => test)].join('\n    AND ');
}
