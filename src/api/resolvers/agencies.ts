import { cursorScope } from '../../domain/cursor.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { AGENCY_KINDS, countAgencies, listAgencies } from '../../graph/queries/list-agencies.ts';
import { type PageArguments, toConnection } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { requireItems } from './require-items.ts';

interface AgenciesArguments extends PageArguments {
  readonly kinds?: readonly Term<'OrganisationKind'>[] | null;
}

export function agencies(_: unknown, { kinds, ...page }: AgenciesArguments, { graph, signal }: RequestContext) {
  requireItems({ kinds });
  const wanted = kinds ?? AGENCY_KINDS;
  return toConnection(page, {
    scope: cursorScope('agencies', wanted),
    rows: (after, limit) => listAgencies(graph, { kinds: wanted, after: String(after?.[0] ?? ''), limit }, signal),
    keyOf: (id) => [id],
    edgeOf: (id) => ({ node: { id } }),
    count: () => countAgencies(graph, wanted, signal),
  });
}
