import { readdir, readFile } from 'node:fs/promises';
import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair } from 'altair-static';
import type { FastifyInstance } from 'fastify';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const PATH = '/playground/';

/** The page loads nothing from elsewhere and asks nobody but this server. */
const NOTHING_FROM_ELSEWHERE =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self'; frame-ancestors 'self'";

/** A page to write queries on, with the worked examples as its tabs. Served from this machine alone. */
export async function addPlayground(app: FastifyInstance): Promise<void> {
  const initialWindows = await readExamples();
  const page = renderAltair({
    baseURL: PATH,
    endpointURL: '/graphql',
    // The page opens on the last of its tabs, and keeps them from one visit to the next under this name.
    initialWindows: initialWindows.reverse(),
    instanceStorageNamespace: 'kazaid',
    disableAccount: true,
    initialSettings: { 'banners.disable': true },
  });
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

async function readExamples(): Promise<{ initialName: string; initialQuery: string }[]> {
  const files = (await readdir(EXAMPLES)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => ({
      initialName: file
        .replace(/^\d+-/, '')
        .replace(/\.graphql$/, '')
        .replaceAll('-', ' '),
      initialQuery: await readFile(new URL(file, EXAMPLES), 'utf8'),
    })),
  );
}
