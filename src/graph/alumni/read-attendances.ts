import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import type { Attendance } from '../../domain/alumni/alumnus.ts';

export interface AttendanceInput {
  readonly edition: string;
  readonly year?: number | null;
  readonly since?: string | null;
  readonly until?: string | null;
  readonly outcome: Attendance['outcome'];
}

const MOST = 30;
const FIRST_YEAR = 1990;

/** What somebody took part in; the programme is the edition's, and so is the year where none was given. */
export async function readAttendances(
  transaction: ManagedTransaction,
  given: readonly AttendanceInput[],
  path: string,
  problems: AlumniProblems,
): Promise<Attendance[]> {
  if (given.length > MOST) {
    problems.add('TOO_LONG', path, `expected at most ${MOST} items`);
    return [];
  }
  const known = await readActivities(
    transaction,
    given.map(({ edition }) => edition),
  );
  const lastYear = new Date().getUTCFullYear() + 1;
  return given.map(({ edition, year, since, until, outcome }, index) => {
    const activity = known.get(edition);
    if (!activity) problems.add('NOT_FOUND', `${path}.${index}.edition`, 'expected the id of an edition');
    const cohort = year ?? activity?.year ?? null;
    if (cohort !== null && (cohort < FIRST_YEAR || cohort > lastYear))
      problems.add('INVALID_VALUE', `${path}.${index}.year`, `expected a year from ${FIRST_YEAR} to ${lastYear}`);
    return {
      edition,
      programme: activity?.programme ?? null,
      year: cohort,
      since: since ?? null,
      until: until ?? null,
      outcome,
    };
  });
}

interface Activity {
  readonly id: string;
  readonly year: number | null;
  readonly programme: string | null;
}

async function readActivities(transaction: ManagedTransaction, ids: readonly string[]): Promise<Map<string, Activity>> {
  const { records } = await transaction.run<Activity>(
    `UNWIND $ids AS id
     MATCH (activity:Activity {id: id})
     RETURN activity.id AS id, activity.year AS year,
            head(COLLECT { MATCH (activity)-[:PART_OF]->(programme:Programme) RETURN programme.id ORDER BY programme.id }) AS programme`,
    { ids: [...new Set(ids)] },
  );
  return new Map(records.map((record) => record.toObject()).map((activity) => [activity.id, activity]));
}
