import { join } from 'node:path';
import { pino } from 'pino';
import { buildSchema } from '../../src/api/build-schema.ts';
import { createServer } from '../../src/api/server.ts';
import { demoAlumni } from '../../src/domain/alumni/demo/demo-alumni.ts';
import { addDemoAlumni } from '../../src/graph/alumni/add-demo-alumni.ts';
import { changeAlumni } from '../../src/graph/alumni/change-alumni.ts';
import { moveAlumniVersion } from '../../src/graph/alumni/move-alumni-version.ts';
import { openKeyFile } from '../../src/keys/open-key-file.ts';
import { openImportStage } from '../import/open-import-stage.ts';

export interface AlumniStage {
  readonly alumni: number;
  /** How long it took to write them, in seconds. */
  readonly seconds: number;
  /** Asks as the office does; milliseconds until the answer. Fails where it is answered with errors. */
  ask(query: string): Promise<number>;
  /** As if somebody had changed something: what is kept of all alumni is out of date. */
  change(): Promise<void>;
  close(): Promise<void>;
}

const OFFICER = { id: 'bench', roles: ['ALUMNI_OFFICER'] } as const;

/** A server over the curated facts and so many people made up, in a Neo4j of its own. */
export async function openAlumniStage(alumni: number, log: (line: string) => void): Promise<AlumniStage> {
  const stage = await openImportStage(log);
  const { graph } = stage;
  const keys = openKeyFile(join(stage.folder, 'keys'));
  log(`Writing ${alumni} alumni …`);
  const began = performance.now();
  await addDemoAlumni({ graph, keys }, { [Symbol.iterator]: () => demoAlumni(alumni) }, { by: 'bench' });
  const seconds = (performance.now() - began) / 1_000;
  const app = await createServer({
    graph,
    log: pino({ level: 'silent' }),
    corsOrigins: [],
    schemas: await buildSchema(),
    verifyToken: async () => OFFICER,
    personKeys: keys,
  });
  await app.ready();
  return {
    alumni,
    seconds,
    async ask(query) {
      const sent = performance.now();
      const { body } = await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', authorization: 'Bearer bench' },
        body: JSON.stringify({ query }),
      });
      const milliseconds = performance.now() - sent;
      if (body.includes('"errors"')) throw new Error(`${query} was answered with ${body.slice(0, 500)}`);
      return milliseconds;
    },
    change: () => changeAlumni({ graph, keys }, moveAlumniVersion),
    close: () => app.close().finally(stage.close),
  };
}
