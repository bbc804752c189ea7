import type { AlumnusProfile } from '../../domain/alumni/alumnus.ts';
import { correctProfiles } from '../../domain/alumni/correct-profile.ts';
import { type ProfileInput, readProfile } from '../../domain/alumni/read-profile.ts';
import { readReason } from '../../domain/alumni/read-reason.ts';
import type { AlumniStore } from './alumni-store.ts';
import { changeRecord, type RecordChange, type RecordChanged } from './change-record.ts';
import { checkProfile } from './check-profile.ts';
import { type AttendanceInput, readAttendances } from './read-attendances.ts';
import { sealProfiles } from './seal-profiles.ts';

export interface OwnCorrection {
  readonly profile: ProfileInput;
}

export interface OfficeCorrection {
  readonly alumnus: string;
  readonly profile?: ProfileInput | null;
  readonly attendances?: readonly AttendanceInput[] | null;
  readonly reason: string;
}

/** What an alumnus says of themselves. What they attended is for the office to say: on it rests who their fellows are. */
export function correctOwnRecord(
  store: AlumniStore,
  subject: string,
  { profile }: OwnCorrection,
): Promise<RecordChanged> {
  return changeRecord(store, { subject }, async (change) => {
    const read = readProfile(profile, 'input.profile', change.problems);
    const correction = await checkProfile(change, read, 'input.profile');
    return correct(change, correction, null);
  });
}

export function correctAlumnus(store: AlumniStore, by: string, input: OfficeCorrection): Promise<RecordChanged> {
  return changeRecord(store, { by, id: input.alumnus, path: 'input.alumnus' }, async (change) => {
    const { person, problems, transaction } = change;
    const names = [...person.profile.names, ...(input.profile?.names ?? [])];
    const reason = readReason(input.reason, 'input.reason', problems, names);
    const read = readProfile(input.profile ?? {}, 'input.profile', problems);
    const profile = await checkProfile(change, read, 'input.profile');
    const attendances =
      input.attendances && (await readAttendances(transaction, input.attendances, 'input.attendances', problems));
    return correct(change, { ...profile, ...(attendances && { attendances }) }, reason);
  });
}

async function correct(
  { transaction, person, problems, note }: RecordChange,
  correction: Partial<AlumnusProfile>,
  reason: string | null,
): Promise<boolean> {
  if (problems.all.length > 0) return false;
  const profiles = correctProfiles(
    person.records.map(({ profile }) => profile),
    correction,
  );
  const changed = person.records.flatMap(({ id, key, profile }, index) => {
    const corrected = profiles[index];
    return corrected && !isSame(corrected, profile) ? [{ id, key, profile: corrected }] : [];
  });
  if (changed.length === 0) return false;
  await sealProfiles(transaction, changed);
  await note({
    action: 'RECORD_CORRECTED',
    purpose: reason,
    detail: { parts: Object.keys(correction).sort() },
    touched: changed.map(({ id }) => id),
  });
  return true;
}

function isSame(one: AlumnusProfile, other: AlumnusProfile): boolean {
  const names = Object.keys(one) as (keyof AlumnusProfile)[];
  return names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}
