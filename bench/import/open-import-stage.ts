import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import { openEmbeddedNeo4j } from '../../src/embedded/open-embedded-neo4j.ts';
import { findRunning } from '../../src/embedded/run-file.ts';
import { type Graph, type GraphAddress, openGraph } from '../../src/graph/open-graph.ts';
import { loadSeed } from '../../src/import/seed/load-seed.ts';
import { loadIntoNeo4j } from '../network/load-into-neo4j.ts';

export interface ImportStage {
  readonly graph: Graph;
  readonly neo4j: GraphAddress & { readonly processId: number };
  /** For generated files. */
  readonly folder: string;
  close(): Promise<void>;
}

const SEED = fileURLToPath(new URL('../../seed', import.meta.url));

/** A Neo4j of its own in a temporary folder that holds the curated facts, as that of a user who imports files. */
export async function openImportStage(log: (line: string) => void): Promise<ImportStage> {
  const folder = await mkdtemp(join(tmpdir(), 'kazaid-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const home = join(folder, 'neo4j');
  const server = await openEmbeddedNeo4j({ ...readConfig().embedded, home, log });
  const { uri, user, password } = server;
  const graph = await openGraph({ uri, user, password }, { readTimeout: 600_000 });
  const { sources, records } = await loadSeed(SEED);
  await loadIntoNeo4j(graph, sources, records);
  const processId = (await findRunning(home))?.processId ?? 0;
  const close = async () => {
    await graph.close();
    await server.stop();
    remove();
  };
  return { graph, neo4j: { uri, user, password, processId }, folder, close };
}
