import type { RelationPage } from '../relation-list.ts';

/** All pages of a list that is ordered by a key, each read when the one before it has been used. */
export async function* keysetPages<Item>(
  limit: number,
  read: (page: RelationPage) => Promise<readonly Item[]>,
  keyOf: (item: Item) => string,
): AsyncGenerator<readonly Item[]> {
  let after = '';
  for (;;) {
    const page = await read({ after, limit });
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    if (page.length < limit) return;
    after = keyOf(last);
  }
}
