import type { AlumniCriteria } from '../../../graph/alumni/alumni-criteria.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import { countAlumni } from '../../../graph/alumni/find-alumni.ts';
import { type RankedAlumnus, readAlumniPage } from '../../../graph/alumni/read-alumni-page.ts';
import type { Pageable } from '../../connection.ts';

/** What a list of alumni needs to be paged. */
export function pagesOfAlumni(
  store: AlumniStore,
  criteria: AlumniCriteria,
  signal?: AbortSignal,
): Pick<Pageable<RankedAlumnus, object>, 'rows' | 'keyOf' | 'count'> {
  return {
    rows: (key, limit) => {
      const after = key && { rank: Number(key[0]), id: String(key[1]) };
      return readAlumniPage(store, criteria, { after, limit }, signal);
    },
    keyOf: ({ rank, alumnus }) => [rank, alumnus.id],
    count: () => countAlumni(store, criteria, signal),
  };
}
