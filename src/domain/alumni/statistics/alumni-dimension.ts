import type { Term } from '../../vocabulary.ts';

/** What alumni can be counted by. */
export type AlumniDimension = Term<'AlumniDimension'>;

/** How the drawers of a dimension begin; what follows is the value. */
export const DRAWER_OF: Readonly<Record<AlumniDimension, string>> = {
  HOME_COUNTRY: 'home:',
  PROGRAMME: 'programme:',
  EDITION: 'edition:',
  COHORT_YEAR: 'year:',
  FIELD: 'field:',
  LANGUAGE: 'language:',
  EMPLOYER_KIND: 'employer-kind:',
};

/** An edition is of one programme and one year: a table of both would count the same persons once more, and blur them anew. */
const IMPLIED: readonly (readonly AlumniDimension[])[] = [
  ['EDITION', 'PROGRAMME'],
  ['EDITION', 'COHORT_YEAR'],
];

/** What of the dimensions already follows from another of them; null where nothing does. */
export function impliedAmong(dimensions: readonly AlumniDimension[]): readonly AlumniDimension[] | null {
  return IMPLIED.find((pair) => pair.every((dimension) => dimensions.includes(dimension))) ?? null;
}
