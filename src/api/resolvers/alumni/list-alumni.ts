import DataLoader from 'dataloader';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import type { HeldAlumnus } from '../../../graph/alumni/read-alumni.ts';
import { recordShown } from '../../../graph/alumni/record-shown.ts';

/** Gives a record to be shown on a list, never before it is written down that it was. */
export type ListAlumnus = (alumnus: HeldAlumnus) => Promise<HeldAlumnus>;

/** All that are shown at the same time are written down as one list. */
export function listAlumni(store: AlumniStore, by: string): ListAlumnus {
  const shown = new DataLoader(async (alumni: readonly HeldAlumnus[]) => {
    const ids = new Set(alumni.flatMap(({ id, mergedFrom }) => [id, ...mergedFrom]));
    await recordShown(store, { action: 'RECORDS_LISTED', by, ids: [...ids] });
    return alumni;
  });
  return (alumnus) => shown.load(alumnus);
}
