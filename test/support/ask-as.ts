import { issueToken } from '../../src/api/sign-in/issue-token.ts';
import type { Viewer } from '../../src/domain/sign-in/viewer.ts';
import type { Api, Asked } from './api.ts';
import { TOKEN_RULES } from './token-rules.ts';

/** Asks as somebody with a token; null: as nobody who says so. */
export async function askAs(
  api: Pick<Api, 'send'>,
  viewer: Viewer | null,
  query: string,
  variables: object = {},
): Promise<Asked> {
  const token = viewer && (await issueToken(TOKEN_RULES, viewer, 1));
  return api.send({
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
}
