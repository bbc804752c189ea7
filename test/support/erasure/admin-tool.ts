import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type InstallOptions, installNeo4j } from '../../../src/embedded/install-neo4j.ts';

/** Runs Neo4j's own admin tool on the stopped store of a home folder; fails with what it said. */
export async function runAdminTool(options: InstallOptions, home: string, words: readonly string[]): Promise<void> {
  const { java, classPath } = await installNeo4j(options);
  const quick = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  await promisify(execFile)(java, [...quick, '-cp', classPath, 'org.neo4j.cli.AdminTool', ...words], {
    env: { ...process.env, NEO4J_HOME: home },
  });
}
