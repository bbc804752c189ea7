/** One question to the fulltext index has no more words; more than 1,024 it refuses. */
export const MOST_INDEX_WORDS = 1_000;
