import { isSameHash } from '../../domain/sign-in/api-key.ts';
import type { ViewerRole } from '../../domain/sign-in/viewer.ts';
import type { Graph } from '../open-graph.ts';

export interface FoundApiKey {
  readonly id: string;
  readonly role: ViewerRole;
  readonly state: 'GOOD' | 'EXPIRED' | 'REVOKED';
  readonly lastUsedOn: string | null;
}

/** The key of this hash as it is now, by the clock of the database; null where there is none. */
export async function findApiKey(graph: Graph, hash: string): Promise<FoundApiKey | null> {
  const [row] = await graph.read<FoundApiKey & { readonly hash: string }>(
    `MATCH (key:ApiKey {hash: $hash})
     RETURN key.id AS id, key.role AS role, key.hash AS hash, key.lastUsedOn AS lastUsedOn,
            CASE WHEN key.revokedAt IS NOT NULL THEN 'REVOKED' WHEN key.expiresAt <= datetime() THEN 'EXPIRED' ELSE 'GOOD' END AS state`,
    { hash },
  );
  return row && isSameHash(row.hash, hash) ? row : null;
}
