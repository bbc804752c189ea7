import type { AlumniStore } from './alumni-store.ts';
import { markOfKeys, requireSameKeys } from './own-keys.ts';

/** Looks, before anything is read or written, whether the keys belong to this graph; where it never had alumni, any do. */
export async function requireOwnKeys({ graph, keys }: AlumniStore): Promise<void> {
  const [state] = await graph.read<{ mark: string | null }>(
    "MATCH (state:AlumniState {id: 'alumni'}) RETURN state.keys AS mark",
  );
  if (state?.mark) requireSameKeys(state.mark, markOfKeys(await keys.indexKey()));
}
