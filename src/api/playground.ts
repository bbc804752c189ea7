import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair } from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { readExamples } from './examples.ts';

const PATH = '/playground/';

/** The page loads nothing from elsewhere and asks nobody but this server. */
const NOTHING_FROM_ELSEWHERE =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self'; frame-ancestors 'self'";

/**
 * The page writes its tabs, with what they were answered and their headers, into the browser's database, also where it is
 * told to keep nothing. A contact or a token must not lie there: it writes that there were tabs, and nothing of them; of
 * a query that somebody saves, its text and title, without variables, headers, sign-in and scripts.
 */
const KEEP_NOTHING = `<script>
  const savedQuery = ({ version, type, id, storageType, created_at, updated_at, windowName, query }) =>
    ({ version, type, id, storageType, created_at, updated_at, windowName, query, headers: [], variables: '{}' });
  const savedCollection = ({ id, title, storageType, workspaceId, parentPath, created_at, updated_at, queries = [] }) =>
    ({ id, title, storageType, workspaceId, parentPath, created_at, updated_at, queries: queries.map(savedQuery) });
  for (const write of ['put', 'add']) {
    const original = IDBObjectStore.prototype[write];
    IDBObjectStore.prototype[write] = function (row, ...key) {
      const kept = this.name === 'queryCollections' ? savedCollection(row) : { ...row, value: null, data: null };
      return original.call(this, kept, ...key);
    };
  }
</script>`;

/** A page to write queries on, with the worked examples as its tabs. Served from this machine alone. */
export async function addPlayground(app: FastifyInstance): Promise<void> {
  const examples = await readExamples();
  const altair = renderAltair({
    baseURL: PATH,
    endpointURL: '/graphql',
    // The page opens on the last of its tabs.
    initialWindows: examples.map(({ name, query }) => ({ initialName: name, initialQuery: query })).reverse(),
    instanceStorageNamespace: 'kazaid',
    preserveState: false,
    disableAccount: true,
    initialSettings: { 'banners.disable': true },
  });
  const page = altair.replace(/<title>[^<]*<\/title>/, `<title>KazAID partnership graph</title>${KEEP_NOTHING}`);
  app.get(`${PATH}index.html`, (_request, reply) => reply.redirect(PATH));
  app.get('/', (_request, reply) => reply.redirect(PATH));
  app.get(PATH.slice(0, -1), (_request, reply) => reply.redirect(PATH));
  app.get(PATH, (_request, reply) =>
    reply.type('text/html').header('content-security-policy', NOTHING_FROM_ELSEWHERE).send(page),
  );
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: PATH,
    index: false,
    // The page as it comes with the package asks for what is elsewhere; ours is above.
    allowedPath: (path) => !path.endsWith('index.html'),
    setHeaders: (response) => response.setHeader('content-security-policy', NOTHING_FROM_ELSEWHERE),
  });
}
