import { currentVersion } from '../graph/graph-version.ts';
import type { PageArguments } from './connection.ts';
import type { RequestContext } from './context.ts';

/**
 * The version of the graph that a ranked list's cursors hold for. To go on from a cursor, what is known of it is not
 * enough; for a first page it is: were it out of date, its cursors would only be refused.
 */
export function versionOfPage(
  { after }: PageArguments,
  { graph, signal }: Pick<RequestContext, 'graph' | 'signal'>,
): Promise<string> {
  const goesOn = after !== undefined && after !== null;
  return currentVersion(graph, { since: goesOn ? performance.now() : undefined, signal });
}
