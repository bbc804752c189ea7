import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../src/config.ts';
import { type EmbeddedNeo4j, openEmbeddedNeo4j } from '../../src/embedded/open-embedded-neo4j.ts';
import { claimTestServer } from './claim-test-server.ts';
import { howManyWorkers } from './how-many-workers.ts';

export interface TestServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Neo4j of this worker, which it shares with no other. */
    readonly testNeo4j: TestServer;
    readonly testServers: readonly TestServer[];
    /** Where workers write down which of them they took. */
    readonly testFolder: string;
  }
}

/** The Neo4j of the integration tests: NEO4J_TEST_URI when it is ours to write to, else embedded ones without a past, one for each worker. Never NEO4J_URI. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { testNeo4j, embedded } = readConfig({ ...process.env, NEO4J_URI: '' });
  const folder = mkdtempSync(join(tmpdir(), 'kazaid-test-'));
  if (testNeo4j) {
    await claimTestServer(testNeo4j);
    provide(project, [testNeo4j], folder);
    return async () => rmSync(folder, { recursive: true, force: true });
  }
  const opened: EmbeddedNeo4j[] = [];
  const close = async () => {
    await Promise.all(opened.map((neo4j) => neo4j.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const open = async (name: string) => {
    opened.push(await openEmbeddedNeo4j({ ...embedded, home: join(folder, name), log: console.log }));
  };
  const names = Array.from({ length: howManyAreNeeded(project) }, (_, index) => `graph-${index + 1}`);
  const outcomes = await Promise.allSettled(names.map(open));
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    await close();
    throw outcome.reason;
  }
  provide(project, opened, folder);
  return close;
}

/** A single file needs no second server. */
function howManyAreNeeded({ vitest }: TestProject): number {
  const files = vitest.state.getPaths().filter((path) => path.endsWith('.int.test.ts'));
  return Math.min(howManyWorkers(), Math.max(1, files.length));
}

/** Which of them is a worker's own, it says itself: `own-test-server.ts`. */
function provide(project: TestProject, servers: readonly TestServer[], folder: string): void {
  project.provide('testFolder', folder);
  project.provide('testNeo4j', { uri: 'that of this worker', user: '', password: '' });
  project.provide(
    'testServers',
    servers.map(({ uri, user, password }) => ({ uri, user, password })),
  );
}
