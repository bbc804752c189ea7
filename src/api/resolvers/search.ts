import { cursorScope } from '../../domain/cursor.ts';
import { ENTITY_TYPES, type EntityType } from '../../domain/entity-type.ts';
import { DomainError } from '../../errors.ts';
import { countNames, searchNames } from '../../graph/queries/search-names.ts';
import { type PageArguments, toConnection } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { versionOfPage } from '../version-of-page.ts';
import { requireItems } from './require-items.ts';

/** Longer texts are not names. */
const LONGEST_TEXT = 200;

interface SearchArguments extends PageArguments {
  readonly text: string;
  readonly types?: readonly EntityType[] | null;
}

export async function search(_: unknown, { text, types, ...page }: SearchArguments, context: RequestContext) {
  const { graph, signal } = context;
  if (text.trim() === '' || text.length > LONGEST_TEXT) {
    throw new DomainError(
      'InvalidInput',
      `text: got ${text.length} characters, expected 1 to ${LONGEST_TEXT}, not only spaces`,
    );
  }
  requireItems({ types });
  const labels = types?.map((type) => ENTITY_TYPES[type]) ?? null;
  const version = await versionOfPage(page, context);
  return toConnection(page, {
    scope: cursorScope('search', [text, labels], version),
    rows: (after, limit) =>
      searchNames(
        graph,
        text,
        { labels, limit, after: after && { score: Number(after[0]), id: String(after[1]) } },
        signal,
      ),
    keyOf: ({ score, reference }) => [score, reference.id],
    edgeOf: ({ reference, score, matchedName }) => ({ node: reference, score, matchedName }),
    count: () => countNames(graph, text, labels, signal),
  });
}
