import { type ReferenceRow, referenceTo } from './reference.ts';
import { relationList } from './relation-list.ts';

export interface CommitmentRow {
  readonly id: string;
  readonly kind: string;
  readonly status: string | null;
  readonly basis: string;
  readonly actor: ReferenceRow;
  readonly policy: ReferenceRow;
}

/** The policies an actor has to do with, or the actors of a policy. */
export const commitments = relationList<CommitmentRow>({
  match: `
    MATCH (:Entity {id: parentId})-[commitment:COMMITTED_TO]-(:Entity)
    WITH commitment, startNode(commitment) AS actor, endNode(commitment) AS policy
    WHERE true`,
  key: 'commitment',
  row: `commitment {.id, .kind, .status, .basis, actor: ${referenceTo('actor')}, policy: ${referenceTo('policy')}}`,
});
