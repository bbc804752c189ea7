import { type CursorKey, type CursorScope, decodeCursor, encodeCursor } from '../domain/cursor.ts';

export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

export interface Connection<Row> {
  readonly edges: readonly (Row & { readonly cursor: string })[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Asked of the graph only when the client selects it. */
  readonly totalCount: () => Promise<number>;
}

/** What a list must offer to be paged: rows after a key, and how many there are in all. */
export interface Pageable<Row, Edge extends object> {
  readonly scope: CursorScope;
  /** Rows after the key (null: from the start), one more than the page holds where there are as many. */
  readonly rows: (after: CursorKey | null, limit: number) => Promise<readonly Row[]>;
  readonly keyOf: (row: Row) => CursorKey;
  readonly edgeOf: (row: Row) => Edge;
  readonly count: () => Promise<number>;
}

/** One page of a list as a Relay connection. Whether more follows is learnt by asking for one row more. */
export async function toConnection<Row, Edge extends object>(
  { first, after }: PageArguments,
  { scope, rows, keyOf, edgeOf, count }: Pageable<Row, Edge>,
): Promise<Connection<Edge>> {
  const key = after === undefined || after === null ? null : decodeCursor(scope, after);
  const found = await rows(key, first + 1);
  const edges = found.slice(0, first).map((row) => ({ ...edgeOf(row), cursor: encodeCursor(scope, keyOf(row)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: key !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: count,
  };
}
