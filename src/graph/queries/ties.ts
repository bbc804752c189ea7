import { type ReferenceRow, referenceTo } from './reference.ts';
import { relationList } from './relation-list.ts';

export interface TieRow {
  readonly id: string;
  readonly kind: string;
  readonly status: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly note: string | null;
  readonly basis: string;
  readonly from: ReferenceRow;
  readonly to: ReferenceRow;
}

/** What an actor has to do with other actors, in either direction. */
export const ties = relationList<TieRow>({
  match: `
    MATCH (:Actor {id: parentId})-[tie:TIED_TO]-(:Actor)
    WITH DISTINCT tie, startNode(tie) AS first, endNode(tie) AS second
    WHERE true`,
  key: 'tie',
  row: `tie {.id, .kind, .status, .since, .until, .note, .basis, from: ${referenceTo('first')}, to: ${referenceTo('second')}}`,
});
