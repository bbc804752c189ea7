import { relationList } from './relation-list.ts';

export interface FigureRow {
  readonly id: string;
}

/** The published numbers about a record. */
export const figures = relationList<FigureRow>({
  match: `
    MATCH (:Entity {id: parentId})<-[:ABOUT]-(figure:Figure)
    WHERE true`,
  key: 'figure',
  row: `figure {.id}`,
});
