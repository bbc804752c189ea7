import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../config.ts';
import { installNeo4j } from '../../embedded/install-neo4j.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The quickest comes first; the tests come last, so that their summary is the last one sees. */
const CHECKS: readonly (readonly [name: string, ...nodeArguments: string[]])[] = [
  ['biome', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit'],
  ['seed', 'bin/kazaid.mjs', 'check-seed'],
];

/** Runs all checks and tests, stops at the first that fails and leaves its exit code to the process. */
export async function selfTest(): Promise<void> {
  const { embedded, testNeo4j } = readConfig();
  for (const [name, ...nodeArguments] of CHECKS) {
    const start = performance.now();
    console.log(`\n> ${name}`);
    if (!(await succeeds(nodeArguments))) return;
    console.log(`> ${name}: passed in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
  if (!testNeo4j) await installNeo4j({ ...embedded, log: console.log });
  console.log('\n> tests');
  await succeeds(['node_modules/vitest/vitest.mjs', 'run']);
}

async function succeeds(nodeArguments: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, nodeArguments, { cwd: ROOT, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
  return code === 0;
}
