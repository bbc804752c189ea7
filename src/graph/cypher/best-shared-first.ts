/**
 * The Cypher order in which an `activity` that two actors share is shown, with the `weakness` of the hop there: the
 * best-founded first, then that which ends last (one that runs on without a known end ends last, an undated one first).
 */
export const BEST_SHARED_FIRST = `weakness, activity.lastDay IS NULL AND activity.firstDay IS NOT NULL DESC,
    activity.lastDay IS NULL, activity.lastDay DESC, activity.id`;
