import type { AlumniCriteria } from './alumni-criteria.ts';
import type { AlumniStore } from './alumni-store.ts';
import { type AlumniPage, findAlumni } from './find-alumni.ts';
import { type HeldAlumnus, readAlumni } from './read-alumni.ts';

/** The records of one page, opened. Whoever is erased while it is read leaves no gap: the next one is taken instead. */
export async function readAlumniPage(
  store: AlumniStore,
  criteria: AlumniCriteria,
  { after, limit }: AlumniPage,
  signal?: AbortSignal,
): Promise<HeldAlumnus[]> {
  const ids = await findAlumni(store, criteria, { after, limit }, signal);
  const held = (await readAlumni(store, ids, signal)).filter((found) => found !== null);
  if (ids.length < limit || held.length === ids.length) return held;
  const more = { after: ids.at(-1) ?? null, limit: limit - held.length };
  return [...held, ...(await readAlumniPage(store, criteria, more, signal))];
}
