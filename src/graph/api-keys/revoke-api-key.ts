import type { ApiKey } from '../../domain/sign-in/api-key.ts';
import type { Graph } from '../open-graph.ts';
import { API_KEY } from './list-api-keys.ts';

/** Revokes a key, for good and at once; null where there is none with this id. A key that was revoked before stays as it is. */
export async function revokeApiKey(graph: Graph, id: string): Promise<ApiKey | null> {
  return graph.write(async (transaction) => {
    const { records } = await transaction.run<{ found: ApiKey }>(
      `MATCH (key:ApiKey {id: $id})
       SET key.revokedAt = coalesce(key.revokedAt, datetime({timezone: 'Z'}))
       RETURN ${API_KEY} AS found`,
      { id },
    );
    return records[0]?.get('found') ?? null;
  });
}
