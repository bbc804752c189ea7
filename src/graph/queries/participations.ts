import { participationRow } from '../cypher/participation-row.ts';
import type { ReferenceRow } from './reference.ts';
import { relationList } from './relation-list.ts';

export interface ParticipationRow {
  readonly id: string;
  readonly role: string;
  readonly status: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly percentage: string | null;
  readonly note: string | null;
  readonly basis: string;
  readonly actor: ReferenceRow;
  readonly activity: ReferenceRow;
}

/** Who takes part in an activity, or in what an actor takes part: one row for each role. */
export const participations = relationList<ParticipationRow, { readonly roles: readonly string[] | null }>({
  match: `
    MATCH (:Entity {id: parentId})-[part:PARTICIPATES_IN]-(:Entity)
    WITH part, startNode(part) AS actor, endNode(part) AS activity
    WHERE ($roles IS NULL OR part.role IN $roles)`,
  key: 'part',
  row: participationRow('part', 'actor', 'activity'),
});
