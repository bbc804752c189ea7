import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { isAlive } from '../../src/embedded/is-alive.ts';

const servers = inject('testServers');
const own = servers.find((_, index) => isOurs(join(inject('testFolder'), `worker-${index + 1}`)));
if (!own) throw new Error(`${servers.length} workers have a Neo4j already; see test/support/neo4j-global-setup.ts`);

// What is provided is the same for all workers; each has a copy of its own, anew for each file.
Object.assign(inject('testNeo4j'), own);

/** A server is its worker's for as long as that lives. The numbers that Vitest gives its workers are not always different ones. */
function isOurs(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const worker = Number(readFileSync(path, 'utf8'));
    if (worker === process.pid) return true;
    if (worker === 0 || isAlive(worker)) return false;
    writeFileSync(path, String(process.pid));
    return true;
  }
}
