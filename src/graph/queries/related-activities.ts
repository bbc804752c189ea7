import { type ReferenceRow, referenceTo } from './reference.ts';
import { relationList } from './relation-list.ts';

export interface RelatedActivityRow {
  readonly id: string;
  readonly kind: string;
  readonly basis: string;
  readonly activity: ReferenceRow;
}

/** The activities that an activity names as related. */
export const relatedActivities = relationList<RelatedActivityRow>({
  match: `
    MATCH (:Activity {id: parentId})-[relation:RELATED_TO]->(other:Activity)
    WHERE true`,
  key: 'relation',
  row: `relation {.id, .kind, .basis, activity: ${referenceTo('other')}}`,
});
