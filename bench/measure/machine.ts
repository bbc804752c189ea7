import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryMegabytes: number;
  readonly node: string;
  /** Of the packages that are compared. */
  readonly versions: Readonly<Record<string, string>>;
}

const ROOT = new URL('../../', import.meta.url);
const PACKAGES = ['@apollo/server', '@neo4j/graphql', 'neo4j-driver', 'graphql', 'fastify'];
const BENCH_PACKAGES = ['postgraphile', 'pg'];

/** What the figures were measured on. */
export function describeMachine(): Machine {
  const [processor] = cpus();
  return {
    system: `${type()} ${release()}, ${arch()}`,
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    memoryMegabytes: Math.round(totalmem() / 1024 / 1024),
    node: process.version,
    versions: {
      neo4j: /<neo4j.version>([^<]+)</.exec(readFileSync(new URL('neo4j/pom.xml', ROOT), 'utf8'))?.[1] ?? 'unknown',
      ...versionsOf(PACKAGES, new URL('node_modules/', ROOT)),
      ...versionsOf(BENCH_PACKAGES, new URL('bench/node_modules/', ROOT)),
    },
  };
}

function versionsOf(packages: readonly string[], folder: URL): Record<string, string> {
  const versions = packages.map((name) => {
    try {
      return [name, JSON.parse(readFileSync(new URL(`${name}/package.json`, folder), 'utf8')).version];
    } catch {
      return [name, 'not installed'];
    }
  });
  return Object.fromEntries(versions);
}

/** How many processes wanted to run in the last minute: on a quiet machine well below the number of cores. */
export function loadOfLastMinute(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}
