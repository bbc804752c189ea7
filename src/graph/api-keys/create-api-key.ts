import { API_KEY_ROLE, type ApiKey, hashOfApiKey, newApiKeyId, newApiKeyText } from '../../domain/sign-in/api-key.ts';
import type { Graph } from '../open-graph.ts';
import { API_KEY } from './list-api-keys.ts';

/** A new key, good for so many days, and its text, which nobody can learn afterwards. */
export async function createApiKey(
  graph: Graph,
  { for: whom, days }: { readonly for: string; readonly days: number },
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  const text = newApiKeyText();
  const properties = { id: newApiKeyId(), hash: hashOfApiKey(text), for: whom, role: API_KEY_ROLE };
  const key = await graph.write(async (transaction) => {
    const { records } = await transaction.run<{ found: ApiKey }>(
      `CREATE (key:ApiKey)
       SET key = $properties, key.createdAt = datetime({timezone: 'Z'}), key.expiresAt = datetime({timezone: 'Z'}) + duration({days: $days})
       RETURN ${API_KEY} AS found`,
      { properties, days },
    );
    return records[0]?.get('found');
  });
  if (!key) throw new Error('the database made no API key');
  return { key, text };
}
