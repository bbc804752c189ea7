import { DRAWERS } from '../../domain/alumni/drawers.ts';
import { MOST_INDEX_WORDS } from '../../domain/alumni/most-index-words.ts';
import { isSlip, wantedWords } from '../../domain/alumni/name-words.ts';
import type { PersonKeys } from '../../domain/alumni/person-keys.ts';
import { blind } from '../../domain/alumni/seal.ts';
import type { AlumniCriteria } from './alumni-criteria.ts';
import { blindDrawer } from './blind-drawer.ts';

/** Criteria as statements read them. */
export interface WantedAlumni {
  /** Filed under at least one drawer of each. */
  readonly lists: readonly (readonly string[])[];
  /** The same, as words of `drawerWords`. */
  readonly drawerWords: readonly (readonly string[])[];
  /** For each word of the text, the words of `nameWords` of which one must be there. */
  readonly nameWords: readonly (readonly string[])[];
  /** Where those near are not wanted: the same words without slips, of which not each may be met. Else empty. */
  readonly nearWords: readonly (readonly string[])[];
  readonly consent: AlumniCriteria['consent'];
  /** Both kinds of words, as the fulltext index is asked; null where they are more than it takes. Blind words hold no operators. */
  readonly query: string | null;
  /** Nobody can be: a list is empty, or a text has no letter or digit. */
  readonly isNobody: boolean;
}

/** More words of a text are not looked for. */
const MOST_WORDS = 8;

/** What the criteria ask the graph for; a consent in force is first of all one that is filed. */
export async function wantedAlumni(
  { drawers, consent, text, nearness }: AlumniCriteria,
  keys: PersonKeys,
): Promise<WantedAlumni> {
  const indexKey = await keys.indexKey();
  const lists = consent === null ? drawers : [...drawers, [DRAWERS.consent(consent)]];
  const drawerWords = lists.map((names) => names.map((name) => blindDrawer(name, indexKey)));
  const alike = wantedWords(text ?? '').slice(0, MOST_WORDS);
  const near = alike.map((choices) => choices.filter((word) => !isSlip(word)));
  const blindWords = (words: readonly (readonly string[])[]) =>
    words.map((choices) => choices.map((word) => blind(word, indexKey)));
  const nameWords = blindWords(nearness === 'NEAR' ? near : alike);
  const nearWords = nearness === 'FAR' ? blindWords(near) : [];
  const isNobody =
    lists.some((names) => names.length === 0) ||
    (text !== null && nameWords.length === 0) ||
    (nearness === 'FAR' && !alike.flat().some(isSlip));
  const query = indexQuery({ drawerWords, nameWords, nearWords });
  return { lists, drawerWords, nameWords, nearWords, consent, query, isNobody };
}

function indexQuery({
  drawerWords,
  nameWords,
  nearWords,
}: Pick<WantedAlumni, 'drawerWords' | 'nameWords' | 'nearWords'>): string | null {
  if ([...drawerWords, ...nameWords, ...nearWords].flat().length > MOST_INDEX_WORDS) return null;
  const wanted = [...drawerWords.map(clauseOf('drawerWords')), ...nameWords.map(clauseOf('nameWords'))];
  const unwanted = nearWords.length > 0 ? [`-(${nearWords.map(clauseOf('nameWords')).join(' ')})`] : [];
  return [...wanted, ...unwanted].join(' ');
}

function clauseOf(property: string) {
  return (words: readonly string[]) => `+${property}:(${words.join(' ')})`;
}
