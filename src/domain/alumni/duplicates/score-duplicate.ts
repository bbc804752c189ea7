import type { Term } from '../../vocabulary.ts';
import type { AlumnusProfile } from '../alumnus.ts';
import { compareNames } from './compare-names.ts';

/** What two records are compared by. */
export interface ComparedRecord extends Pick<AlumnusProfile, 'homeCountry' | 'attendances' | 'fields' | 'employments'> {
  /** The words of each name as they sound. */
  readonly sounds: readonly (readonly string[])[];
  readonly contactMarks: readonly string[];
}

export interface DuplicateScore {
  readonly score: number;
  readonly reasons: readonly Term<'DuplicateReason'>[];
}

/** What each reason counts. docs/alumni.md shows them to people. */
export const DUPLICATE_POINTS: Readonly<Record<Term<'DuplicateReason'>, number>> = {
  SAME_CONTACT: 60,
  SAME_NAME: 50,
  NAME_WITHIN: 40,
  NAME_WITH_SLIP: 35,
  SAME_EMPLOYER: 20,
  SAME_HOME_COUNTRY: 15,
  SAME_FIELD: 5,
  OTHER_HOME_COUNTRY: -15,
  SAME_EDITION: -40,
};

/** Pairs with fewer points are not proposed. */
export const DUPLICATE_THRESHOLD = 60;

/** How much speaks for two records being of one person, and against it: nobody is twice in one cohort. */
export function scoreDuplicate(one: ComparedRecord, other: ComparedRecord): DuplicateScore {
  const name = compareNames(one.sounds, other.sounds);
  const reasons: Term<'DuplicateReason'>[] = [
    ...(share(one.contactMarks, other.contactMarks) ? (['SAME_CONTACT'] as const) : []),
    ...(name === null ? [] : [name]),
    ...(share(employers(one), employers(other)) ? (['SAME_EMPLOYER'] as const) : []),
    one.homeCountry === other.homeCountry ? 'SAME_HOME_COUNTRY' : 'OTHER_HOME_COUNTRY',
    ...(share(one.fields, other.fields) ? (['SAME_FIELD'] as const) : []),
    ...(share(editions(one), editions(other)) ? (['SAME_EDITION'] as const) : []),
  ];
  return { score: reasons.reduce((sum, reason) => sum + DUPLICATE_POINTS[reason], 0), reasons };
}

function share(one: readonly string[], other: readonly string[]): boolean {
  return one.some((each) => other.includes(each));
}

function employers({ employments }: ComparedRecord): string[] {
  return employments.map(({ organisation, name }) => organisation ?? name.trim().toLowerCase());
}

function editions({ attendances }: ComparedRecord): string[] {
  return attendances.map(({ edition }) => edition);
}
