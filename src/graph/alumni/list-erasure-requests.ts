import type { AlumniStore } from './alumni-store.ts';

export interface ErasureRequest {
  readonly alumnus: string;
  /** YYYY-MM-DD */
  readonly askedOn: string;
}

const WAITING =
  'MATCH (person:Alumnus) WHERE person.erasureAskedOn IS NOT NULL AND person.mergedInto IS NULL AND person.id > $after';

/** Who asked to be erased and was not, after an id, in the order of their ids. */
export function listErasureRequests(
  { graph }: AlumniStore,
  { after, limit }: { readonly after: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<ErasureRequest[]> {
  return graph.read<ErasureRequest & Record<string, unknown>>(
    `${WAITING} RETURN person.id AS alumnus, person.erasureAskedOn AS askedOn ORDER BY alumnus LIMIT $limit`,
    { after, limit },
    signal,
  );
}

export async function countErasureRequests({ graph }: AlumniStore, signal?: AbortSignal): Promise<number> {
  const [row] = await graph.read<{ count: number }>(`${WAITING} RETURN count(person) AS count`, { after: '' }, signal);
  return row?.count ?? 0;
}
