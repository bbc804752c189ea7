import { askOverHttp } from './ask-over-http.ts';
import type { Contestant } from './contestant.ts';
import { forkServer } from './forked-server.ts';

/** @neo4j/graphql and Apollo's standalone server, as their documentation says. */
export const NEO4J_GRAPHQL: Contestant = {
  name: 'neo4j-graphql',
  title: 'stock @neo4j/graphql',
  async start({ neo4j }) {
    const { url, processId, stop } = await forkServer('neo4j-graphql', neo4j);
    return {
      prepare: async ({ neo4jGraphql }, asked) => neo4jGraphql && askOverHttp(url, neo4jGraphql, asked),
      processIds: { server: processId, database: neo4j.processId },
      stop,
    };
  },
};
