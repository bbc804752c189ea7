import { type AlumniProblem, AlumniProblems } from '../../../domain/alumni/alumni-problems.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import type { AlumniStore } from '../alumni-store.ts';
import { appendAlumniEvent } from '../append-alumni-event.ts';
import { changeAlumni } from '../change-alumni.ts';
import { readHeldPersons } from '../held-person.ts';

export interface ContactMade {
  readonly ids: readonly string[];
  /** YYYY-MM-DD */
  readonly on: string;
  readonly purpose: Term<'ConsentPurpose'>;
  readonly by: string;
}

export interface ContactNoted {
  /** How many were last contacted earlier, or never, by any of their records. */
  readonly changed: number;
  readonly problems: readonly AlumniProblem[];
}

/** Notes when the office was in touch with these alumni: the latest day counts, in whatever order days are noted. */
export function noteContact(store: AlumniStore, { ids, on, purpose, by }: ContactMade): Promise<ContactNoted> {
  return changeAlumni(store, async (transaction) => {
    const problems = new AlumniProblems();
    const known = new Map((await readHeldPersons(transaction, store.keys, ids)).map((person) => [person.id, person]));
    for (const [index, id] of ids.entries()) {
      if (!known.has(id)) problems.add('NOT_FOUND', `input.alumni.${index}`, 'no alumnus has this id');
    }
    if (problems.all.length > 0) return { changed: 0, problems: problems.all };
    await transaction.run(
      `MATCH (person:Alumnus)
       WHERE person.id IN $ids AND (person.lastContactOn IS NULL OR person.lastContactOn < $on)
       SET person.lastContactOn = $on`,
      { ids, on },
    );
    await appendAlumniEvent(transaction, {
      by,
      action: 'CONTACT_MADE',
      subjects: [...known.values()].flatMap(({ records }) => records.map(({ id }) => id)),
      purpose,
      detail: JSON.stringify({ on }),
    });
    const moved = [...known.values()].filter(({ lastContactOn }) => lastContactOn === null || lastContactOn < on);
    return { changed: moved.length, problems: [] };
  });
}
