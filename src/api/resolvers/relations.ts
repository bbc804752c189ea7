import { cursorScope } from '../../domain/cursor.ts';
import type { Parameters } from '../../graph/open-graph.ts';
import { commitments } from '../../graph/queries/commitments.ts';
import { figures } from '../../graph/queries/figures.ts';
import { participations } from '../../graph/queries/participations.ts';
import { relatedActivities } from '../../graph/queries/related-activities.ts';
import type { RelationList } from '../../graph/queries/relation-list.ts';
import { statements } from '../../graph/queries/statements.ts';
import { ties } from '../../graph/queries/ties.ts';
import { transactions } from '../../graph/queries/transactions.ts';
import { type Connection, type PageArguments, toConnection } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { idOf } from './record-id.ts';

type RelationResolver = (
  parent: object,
  args: PageArguments & Parameters,
  context: RequestContext,
) => Promise<Connection<{ node: unknown }>>;

/** The resolver of a relation that can be large: keyset pages, and one round trip for all records of a list. */
function relation<Row extends { readonly id: string }, Filter extends Parameters>(
  question: string,
  list: RelationList<Row, Filter>,
  filterOf: (args: Parameters) => Filter,
): RelationResolver {
  return (parent, { first, after, ...args }, { loaders }) => {
    const parentId = idOf(parent);
    const filter = filterOf(args);
    const key = { list: list as unknown as RelationList<unknown, Parameters>, parentId, filter };
    return toConnection<Row, { node: Row }>(
      { first, after: after ?? null },
      {
        scope: cursorScope(question, [parentId, filter]),
        rows: (cursor, limit) =>
          loaders.relations.load({ ...key, page: { after: String(cursor?.[0] ?? ''), limit } }) as Promise<Row[]>,
        keyOf: ({ id }) => [id],
        edgeOf: (node) => ({ node }),
        count: () => loaders.relations.load(key) as Promise<number>,
      },
    );
  };
}

const noFilter = () => ({});

export const RELATIONS = {
  participations: relation('participations', participations, ({ roles }) => ({
    roles: (roles as string[] | undefined) ?? null,
  })),
  ties: relation('ties', ties, noFilter),
  commitments: relation('commitments', commitments, noFilter),
  figures: relation('figures', figures, noFilter),
  transactions: relation('transactions', transactions, noFilter),
  relatedActivities: relation('relatedActivities', relatedActivities, noFilter),
  statements: relation('statements', statements, noFilter),
};
