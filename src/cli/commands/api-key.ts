import { readConfig } from '../../config.ts';
import { API_KEY_ROLE, type ApiKey } from '../../domain/sign-in/api-key.ts';
import { roleName } from '../../domain/sign-in/viewer.ts';
import { DomainError } from '../../errors.ts';
import { createApiKey } from '../../graph/api-keys/create-api-key.ts';
import { listApiKeys } from '../../graph/api-keys/list-api-keys.ts';
import { revokeApiKey } from '../../graph/api-keys/revoke-api-key.ts';
import { applyConstraints } from '../../graph/constraints.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

/** Prints a new key, which is not shown again; how to use it goes to the error output. */
export async function createKey(options: { readonly for: string; readonly days: number }): Promise<void> {
  await withConfiguredGraph(readConfig(), async (graph) => {
    await applyConstraints(graph);
    const { key, text } = await createApiKey(graph, options);
    console.log(text);
    console.error(
      `${key.id} for ${key.for}, as ${roleName(API_KEY_ROLE)}, until ${day(key.expiresAt)}. Keep it: it is not shown again. Send it as the header "Authorization: Bearer <key>".`,
    );
  });
}

/** Lists all keys, the last one first; with --json as an array. */
export async function listKeys({ json }: { readonly json: boolean }): Promise<void> {
  await withConfiguredGraph(readConfig(), async (graph) => {
    const keys = await listApiKeys(graph);
    if (json) console.log(JSON.stringify(keys, null, 2));
    else console.log(keys.length === 0 ? 'No key was made yet.' : keys.map(describe).join('\n'));
  });
}

/** Revokes a key for good; running servers refuse it from then on. */
export async function revokeKey(id: string): Promise<void> {
  await withConfiguredGraph(readConfig(), async (graph) => {
    const key = await revokeApiKey(graph, id);
    if (key === null)
      throw new DomainError('NotFound', `no API key has the id "${id}"; \`kazaid api-key list\` lists them`);
    console.log(describe(key));
  });
}

function describe({ id, for: whom, role, createdAt, expiresAt, revokedAt, lastUsedOn }: ApiKey): string {
  const hasExpired = expiresAt <= new Date().toISOString();
  const end = revokedAt ? `revoked ${day(revokedAt)}` : `${hasExpired ? 'expired' : 'until'} ${day(expiresAt)}`;
  return `${id}  ${roleName(role)}  made ${day(createdAt)}, ${end}, last used ${lastUsedOn ?? 'never'}  ${whom}`;
}

function day(moment: string): string {
  return moment.slice(0, 10);
}
