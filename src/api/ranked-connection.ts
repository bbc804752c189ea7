import { cursorScope } from '../domain/cursor.ts';
import { inOrder, itemsAfter, placeOf, type Ranked } from '../domain/suggestions/ranking.ts';
import { type Connection, type PageArguments, toConnection } from './connection.ts';
import type { RequestContext } from './context.ts';
import { versionOfPage } from './version-of-page.ts';

/** What a ranked list of suggestions must offer to be paged. */
export interface Rankable<Item extends Ranked> {
  readonly question: string;
  /** What was asked: a cursor holds for this only. */
  readonly criteria: object;
  /** All items with their scores as of this year, in any order: a page can only be cut from what is ranked whole. */
  readonly findAll: (thisYear: number) => Promise<readonly Item[]>;
  readonly nodeOf: (item: Item) => object;
}

/** One page of a list that is ranked as a whole. Its cursors hold until the graph changes, or the year, which moves scores too. */
export async function toRankedConnection<Item extends Ranked>(
  page: PageArguments,
  { question, criteria, findAll, nodeOf }: Rankable<Item>,
  context: RequestContext,
): Promise<Connection<{ node: object }>> {
  const version = await versionOfPage(page, context);
  const thisYear = new Date().getUTCFullYear();
  let ranking: Promise<Item[]> | undefined;
  const ranked = () => {
    ranking ??= findAll(thisYear).then(inOrder);
    return ranking;
  };
  return toConnection(page, {
    scope: cursorScope(question, criteria, `${version} in ${thisYear}`),
    rows: async (after, limit) => itemsAfter(await ranked(), after, limit),
    keyOf: placeOf,
    edgeOf: (item) => ({ node: nodeOf(item) }),
    count: async () => (await ranked()).length,
  });
}
