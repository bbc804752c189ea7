import { blind } from '../../domain/alumni/seal.ts';

/** A drawer as a word of the fulltext index, which has no use for its punctuation; no word of a name is ever the same. */
export function blindDrawer(drawer: string, indexKey: Buffer): string {
  return blind(`drawer ${drawer}`, indexKey);
}
