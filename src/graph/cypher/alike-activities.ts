/** The earlier and the later of the days known; sources also publish ends that lie before the start. */
const EARLIER =
  'CASE WHEN activity.lastDay < activity.firstDay THEN activity.lastDay ELSE coalesce(activity.firstDay, activity.lastDay) END';
const LATER =
  'CASE WHEN activity.lastDay < activity.firstDay THEN activity.firstDay ELSE coalesce(activity.lastDay, activity.firstDay) END';

/**
 * Counts together the shared activities of each `partner` that are alike in all that is told of them: few rows, however
 * many activities. Goes on from `activity` with `ofRoles` and each `theirs`.
 */
export const ALIKE_ACTIVITIES = `
  WITH partner, activity, ofRoles, collect(DISTINCT theirs.role) AS roles
  WITH partner, ofRoles, roles, labels(activity) AS labels, coalesce(activity.status = 'PLANNED', false) AS isPlanned,
    count(*) AS activities, min(${EARLIER}) AS firstDay, max(${LATER}) AS lastDay`;

/** The Cypher map of one such row. */
export const ALIKE_ROW =
  '{labels: labels, isPlanned: isPlanned, ofRoles: ofRoles, roles: roles, activities: activities, firstYear: firstDay.year, lastYear: lastDay.year}';
