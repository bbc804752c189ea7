import { CHAINS } from './chains.ts';
import { COMMON_PARTNERS } from './common-partners.ts';
import { FLOWS } from './flows.ts';
import { NEIGHBOURHOOD } from './neighbourhood.ts';
import { NESTED } from './nested.ts';
import { PARTNERS } from './partners.ts';
import { PATHS } from './paths.ts';
import type { Question } from './question.ts';
import { SEARCH } from './search.ts';

/** All questions, in the order of the tables. */
export const QUESTIONS: readonly Question[] = [
  NESTED,
  CHAINS,
  PARTNERS,
  COMMON_PARTNERS,
  PATHS,
  NEIGHBOURHOOD,
  FLOWS,
  SEARCH,
];
