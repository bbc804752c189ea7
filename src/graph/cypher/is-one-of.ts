import type { ActivityCondition } from './select-activities.ts';

/** Is one of `$activities` itself. */
export const IS_ONE_OF: ActivityCondition = {
  find: 'MATCH (activity:Activity) WHERE activity.id IN $activities',
  test: 'activity.id IN $activities',
};
