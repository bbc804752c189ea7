import type { AlumniStore } from './alumni-store.ts';

export interface ErasureRequest {
  readonly alumnus: string;
  /** YYYY-MM-DD */
  readonly askedOn: string;
}

/** Each person once: who asked with one record asked with all that are merged with it. */
const WAITING = `
  MATCH (record:Alumnus) WHERE record.erasureAskedOn IS NOT NULL
  WITH coalesce(record.mergedInto, record.id) AS alumnus, min(record.erasureAskedOn) AS askedOn
  WHERE alumnus > $after`;

/** Who asked to be erased and was not, after an id, in the order of their ids. */
export function listErasureRequests(
  { graph }: AlumniStore,
  { after, limit }: { readonly after: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<ErasureRequest[]> {
  return graph.read<ErasureRequest & Record<string, unknown>>(
    `${WAITING} RETURN alumnus, askedOn ORDER BY alumnus LIMIT $limit`,
    { after, limit },
    signal,
  );
}

export async function countErasureRequests({ graph }: AlumniStore, signal?: AbortSignal): Promise<number> {
  const [row] = await graph.read<{ count: number }>(`${WAITING} RETURN count(alumnus) AS count`, { after: '' }, signal);
  return row?.count ?? 0;
}
