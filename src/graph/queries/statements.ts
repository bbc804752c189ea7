import { relationList } from './relation-list.ts';

export interface StatementRow {
  readonly id: string;
  readonly factId: string;
  readonly text: string | null;
  readonly locator: string;
  readonly basis: string;
  readonly aspect: string | null;
  readonly speaker: string | null;
}

/** What was taken from a source. */
export const statements = relationList<StatementRow>({
  match: `
    MATCH (:Source {id: parentId})<-[:FROM]-(statement:Statement)
    WHERE true`,
  key: 'statement',
  row: `statement {.id, .factId, .text, .locator, .basis, .aspect, .speaker}`,
});
