import type { AlumniCriteria, Nearness } from './alumni-criteria.ts';
import type { AlumniStore } from './alumni-store.ts';
import { findAlumni } from './find-alumni.ts';
import { type HeldAlumnus, readAlumni } from './read-alumni.ts';

/** Where an alumnus stands in a list: by rank first. */
export interface AlumnusPlace {
  /** 0, or 1 for one whose name is like the text only by a slip. */
  readonly rank: number;
  readonly id: string;
}

export interface RankedAlumnus extends Pick<AlumnusPlace, 'rank'> {
  readonly alumnus: HeldAlumnus;
}

export interface RankedPage {
  /** The last one before the page; null for the first page. */
  readonly after: AlumnusPlace | null;
  readonly limit: number;
}

const BY_NAME: readonly Nearness[] = ['NEAR', 'FAR'];

/** The records of one page, opened, in the order of their ids; where a text is looked for, those found only by a slip come after the others. */
export async function readAlumniPage(
  store: AlumniStore,
  criteria: AlumniCriteria,
  { after, limit }: RankedPage,
  signal?: AbortSignal,
): Promise<RankedAlumnus[]> {
  const ranked = criteria.text === null ? [criteria] : BY_NAME.map((nearness) => ({ ...criteria, nearness }));
  const found: RankedAlumnus[] = [];
  for (const [rank, wanted] of ranked.entries()) {
    if (rank < (after?.rank ?? 0)) continue;
    const page = { after: after?.rank === rank ? after.id : null, limit: limit - found.length };
    const held = await readRank(store, wanted, page, signal);
    found.push(...held.map((alumnus) => ({ rank, alumnus })));
    if (found.length === limit) break;
  }
  return found;
}

/** Whoever is erased while it is read leaves no gap: the next one is taken instead. */
async function readRank(
  store: AlumniStore,
  criteria: AlumniCriteria,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  signal?: AbortSignal,
): Promise<HeldAlumnus[]> {
  const ids = await findAlumni(store, criteria, { after, limit }, signal);
  const held = (await readAlumni(store, ids, signal)).filter((found) => found !== null);
  if (ids.length < limit || held.length === ids.length) return held;
  const more = { after: ids.at(-1) ?? null, limit: limit - held.length };
  return [...held, ...(await readRank(store, criteria, more, signal))];
}
