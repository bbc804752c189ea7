// Serves the database that PGHOST and its like name, on a free port of 127.0.0.1 and as PostGraphile's documentation advises
// for production. Sends the address to the process that runs it, and ends with that.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** As many connections as clients that the benchmark sends at once. */
const MOST_CONNECTIONS = 16;

/** Relations and functions answer plain lists only: they need not say so in their names. */
const ListsWithoutSuffix = {
  name: 'ListsWithoutSuffix',
  version: '1.0.0',
  inflection: { replace: { listField: (_previous, _options, name) => name } },
};

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [ListsWithoutSuffix],
  pgServices: [
    makePgService({ schemas: ['partnership'], poolConfig: { max: MOST_CONNECTIONS, min: 2, idleTimeoutMillis: 0 } }),
  ],
  // Plain lists and no mutations, as the other contestants' questions need them.
  schema: { defaultBehavior: '-connection +list -insert -update -delete' },
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false, websockets: false, outputDataAsString: true, maxRequestLength: 100_000 },
};

const instance = postgraphile(preset);
const server = createServer();
server.on('error', (error) => {
  console.error(error);
  process.exit(1);
});
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}/graphql` }));
process.on('disconnect', () => process.exit(0));
