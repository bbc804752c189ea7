import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import type { Stage } from '../contestant.ts';
import { serve } from './serve.ts';

/** As the library's documentation sets it up, and nothing more. */
await serve(async ({ uri, user, password }: Stage['neo4j']) => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const typeDefs = readFileSync(new URL('neo4j-graphql.graphql', import.meta.url), 'utf8');
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const server = new ApolloServer({ schema });
  const { url } = await startStandaloneServer(server, {
    context: async ({ req }) => ({ req }),
    listen: { host: '127.0.0.1', port: 0 },
  });
  return url;
});
