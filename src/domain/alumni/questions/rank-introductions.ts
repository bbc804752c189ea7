/** Where an introduction stands: the closest rank first, then by most colleagues, then by id. */
export interface IntroductionPlace {
  readonly rank: number;
  readonly colleagues: number;
  readonly id: string;
}

interface Candidate {
  readonly id: string;
  readonly there: 'WORKS_THERE' | 'WORKED_THERE' | null;
  readonly places: readonly { readonly insiders: readonly string[] }[];
}

const RANKS = { WORKS_THERE: 1, WORKED_THERE: 2, MET_THEM: 3 } as const;

export type Introduction<Person extends Candidate> = Person & IntroductionPlace;

/** Each candidate with its rank and the number of different colleagues at all places together, the best first. */
export function rankIntroductions<Person extends Candidate>(candidates: readonly Person[]): Introduction<Person>[] {
  // Many were at the same places: their colleagues are put together once.
  const counted = new Map<string, number>();
  return candidates
    .map((person) => ({
      ...person,
      rank: RANKS[person.there ?? 'MET_THEM'],
      colleagues: colleaguesAt(person.places, counted),
    }))
    .sort(compareIntroductions);
}

export function compareIntroductions(one: IntroductionPlace, other: IntroductionPlace): number {
  return (
    one.rank - other.rank || other.colleagues - one.colleagues || (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

function colleaguesAt(places: Candidate['places'], counted: Map<string, number>): number {
  const key = places.map(({ insiders }) => insiders.join()).join('|');
  const known = counted.get(key) ?? new Set(places.flatMap(({ insiders }) => insiders)).size;
  counted.set(key, known);
  return known;
}
