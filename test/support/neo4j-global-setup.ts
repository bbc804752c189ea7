import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '../../src/config.ts';
import { openEmbeddedNeo4j } from '../../src/embedded/open-embedded-neo4j.ts';
import { claimTestServer } from './claim-test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testNeo4j: { readonly uri: string; readonly user: string; readonly password: string };
  }
}

/** One Neo4j for all integration tests: NEO4J_TEST_URI when it is ours to write to, else an embedded one without a past. Never NEO4J_URI. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { testNeo4j, embedded } = readConfig({ ...process.env, NEO4J_URI: '' });
  if (testNeo4j) {
    await claimTestServer(testNeo4j);
    project.provide('testNeo4j', { uri: testNeo4j.uri, user: testNeo4j.user, password: testNeo4j.password });
    return async () => {};
  }
  const home = mkdtempSync(join(tmpdir(), 'kazaid-test-'));
  const neo4j = await openEmbeddedNeo4j({ ...embedded, home, log: console.log });
  project.provide('testNeo4j', { uri: neo4j.uri, user: neo4j.user, password: neo4j.password });
  return async () => {
    await neo4j.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
