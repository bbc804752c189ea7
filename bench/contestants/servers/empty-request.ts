import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { serve } from './serve.ts';

await serve(async () => {
  const server = new ApolloServer({ typeDefs: 'type Query { nothing: Boolean }' });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return url;
});
