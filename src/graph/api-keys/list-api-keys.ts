import type { ApiKey } from '../../domain/sign-in/api-key.ts';
import type { Graph } from '../open-graph.ts';

/** A key without its hash. */
export const API_KEY =
  'key {.id, .for, .role, .lastUsedOn, createdAt: toString(key.createdAt), expiresAt: toString(key.expiresAt), revokedAt: toString(key.revokedAt)}';

/** All keys that were ever made, the last one first. */
export async function listApiKeys(graph: Graph): Promise<ApiKey[]> {
  const rows = await graph.read<{ found: ApiKey }>(
    `MATCH (key:ApiKey) RETURN ${API_KEY} AS found ORDER BY key.createdAt DESC, key.id`,
  );
  return rows.map(({ found }) => found);
}
