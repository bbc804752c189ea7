import type { Graph } from '../../../graph/open-graph.ts';
import type { Curator } from '../../../graph/write/curation/curator.ts';
import type { Decided } from '../../../graph/write/curation/take-decision.ts';
import type { RequestContext } from '../../context.ts';
import { forgetLoaded } from '../../forget-loaded.ts';
import { requireCurator } from './require-curator.ts';
import { suggestIds } from './suggest-ids.ts';

/** What the fields of a payload are answered from; the ids of what the decision is about are among them. */
export interface Payload extends Pick<Decided, 'wasDoneBefore' | 'event' | 'problems'> {
  readonly decision: string | null;
  readonly [about: string]: unknown;
}

/** A resolver for a decision: who asks is looked at before anything else, and nothing loaded before it is shown after it. */
export function mutation<Input>(decide: (graph: Graph, curator: Curator, input: Input) => Promise<Decided>) {
  return async (_: unknown, args: { readonly input: Input }, context: RequestContext): Promise<Payload> => {
    const { id } = requireCurator(context);
    const { graph, loaders } = context;
    const decided = await decide(graph, { id, today: new Date().toISOString().slice(0, 10) }, args.input);
    forgetLoaded(loaders);
    const { about, event, wasDoneBefore } = decided;
    const problems = await suggestIds(decided.problems, args, context);
    return { ...about, event, decision: event?.decision ?? null, wasDoneBefore, problems };
  };
}
