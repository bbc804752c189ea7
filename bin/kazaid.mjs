#!/usr/bin/env node
// The way in: plain JavaScript without dependencies, so that it runs on a machine where nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The first with crc32 of zlib; `engines` of package.json says the same. */
const OLDEST_NODE = [20, 15];

/** The command that needs the development tools, too. */
const NEEDS_TOOLS = process.argv[2] === 'self-test';

function fail(message) {
  console.error(`kazaid: ${message}`);
  process.exit(1);
}

function assertNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}`);
}

/** Compares what npm noted as installed with the lock file, by content: times change with every checkout. */
function hasPackages() {
  try {
    const wanted = readPackages('package-lock.json');
    const installed = readPackages('node_modules/.package-lock.json');
    return Object.entries(wanted).every(([path, entry]) => {
      const found = installed[path];
      if (path === '' || (found && found.version === entry.version && found.integrity === entry.integrity)) return true;
      // Packages for other systems are never installed, the tools not where only the server runs.
      return !found && (entry.optional || entry.devOptional || (entry.dev && !NEEDS_TOOLS));
    });
  } catch {
    return false;
  }
}

function readPackages(path) {
  return JSON.parse(readFileSync(ROOT + path, 'utf8')).packages;
}

function installPackages() {
  console.error('kazaid: installing packages (npm ci) …');
  const options = ['ci', '--no-audit', '--no-fund', ...(NEEDS_TOOLS ? ['--include=dev'] : [])];
  const { status } = spawnSync('npm', options, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail(`npm ci failed; its reason stands above. Repeat it in ${ROOT}`);
}

assertNode();
if (!hasPackages()) installPackages();
if (existsSync(`${ROOT}.env`)) process.loadEnvFile(`${ROOT}.env`);
// The libraries do without checks that are for their developers.
if (!NEEDS_TOOLS) process.env.NODE_ENV ??= 'production';

const { register } = await import('tsx/esm/api');
register({ tsconfig: `${ROOT}tsconfig.json` });
await import('../src/cli/main.ts');
