import { type ConnectedActor, type NetworkSummary, summariseNetwork } from '../../domain/network/summarise-network.ts';
import { readParticipationNetwork } from '../../graph/queries/network/read-participation-network.ts';
import type { RequestContext } from '../context.ts';
import { keptByVersion } from '../kept-by-version.ts';

/** Some tenths of a second, in which nothing else is answered. */
const MOST_STEPS = 20_000_000;

const summaryOf = keptByVersion<NetworkSummary>(async (graph) =>
  summariseNetwork(await readParticipationNetwork(graph), MOST_STEPS),
);

export const NETWORK_RESOLVERS = {
  Query: {
    networkSummary: (_: unknown, _args: unknown, { graph, signal }: RequestContext) => summaryOf(graph, signal),
  },
  ConnectedActor: {
    actor: ({ actorId }: ConnectedActor, _: unknown, { loaders }: RequestContext) => loaders.reference.load(actorId),
  },
};
