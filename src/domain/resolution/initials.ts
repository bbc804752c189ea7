import { foldText } from '../fold-text.ts';
import { CONNECTING_WORDS } from './connecting-words.ts';

/** Shorter ones are anybody's. */
const SHORTEST = 2;

/** The acronyms that can be made of a name's first letters: of all words, and without the connecting ones. */
export function initialsOf(name: string): string[] {
  const words = foldText(name).split(' ');
  const made = [words, words.filter((word) => !CONNECTING_WORDS.has(word))].map((kept) =>
    kept.map((word) => word[0] ?? '').join(''),
  );
  return [...new Set(made)].filter((initials) => initials.length >= SHORTEST);
}
