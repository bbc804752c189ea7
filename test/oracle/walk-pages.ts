import { expect } from 'vitest';
import type { Answer } from '../support/api.ts';
import { nodesOf } from '../support/api.ts';
import type { Ask } from './oracle.ts';

/** All rows of the connection `connection` of a query that takes `$after`, page by page; as many as it says it has. */
export async function walkPages(ask: Ask, query: string, variables: Record<string, unknown>): Promise<Answer[]> {
  const rows: Answer[] = [];
  let after: string | null = null;
  for (;;) {
    const { connection }: { connection: Answer } = await ask(query, { ...variables, after });
    rows.push(...nodesOf(connection));
    if (!connection.pageInfo.hasNextPage) {
      expect(rows).toHaveLength(connection.totalCount);
      return rows;
    }
    after = connection.pageInfo.endCursor;
  }
}

/** As many questions as one request may ask, well within what it may cost. */
const AT_ONCE = 5;

/** The rows of each of these connections, a few in a request. */
export async function askEach(ask: Ask, connections: readonly string[]): Promise<Answer[][]> {
  const found: Answer[][] = [];
  for (let start = 0; start < connections.length; start += AT_ONCE) {
    const group = connections.slice(start, start + AT_ONCE);
    const answer = await ask(`{ ${group.map((connection, index) => `of${index}: ${connection}`).join(' ')} }`);
    found.push(...group.map((_, index) => nodesOf(answer[`of${index}`])));
  }
  return found;
}
