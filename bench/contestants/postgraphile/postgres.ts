import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findAccount } from './find-account.ts';
import { findPostgres } from './find-postgres.ts';
import { runProgram } from './run-program.ts';

export interface Postgres {
  /** For psql and for node-postgres: PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE. */
  readonly environment: Readonly<Record<string, string>>;
  readonly psql: string;
  /** Of the server; each connection has a process of its own below it. */
  readonly processId: number;
  /** Ends it and removes all its data. */
  stop(): Promise<void>;
}

/** Suited to a small machine with solid-state storage; nothing that makes data less safe is switched off. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '512MB',
  effective_cache_size: '2GB',
  work_mem: '64MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  random_page_cost: '1.1',
  effective_io_concurrency: '200',
  jit: 'off',
};

/**
 * Runs the server until its input closes, which also happens when this process is killed; then removes its folder.
 * Both have a session of their own, so that Ctrl-C does not end them half-way.
 */
const KEEPER = 'folder=$1; shift; "$@" & cat >/dev/null; kill -INT $!; wait $!; rm -rf "$folder"';

const START_TIME_MS = 60_000;

/** Starts an empty PostgreSQL in a temporary folder, on a free port of 127.0.0.1. As root it runs as postgres or nobody. */
export async function startPostgres(): Promise<Postgres> {
  const programs = findPostgres();
  const account = await findAccount();
  const folder = await mkdtemp(join(tmpdir(), 'kazaid-bench-postgres-'));
  const options = { cwd: folder, ...account };
  const password = randomBytes(24).toString('hex');
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    for (const path of account ? [folder, passwordFile] : []) await chown(path, account?.uid ?? 0, account?.gid ?? 0);
    const how = [
      '--username=bench',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ];
    await runProgram(join(programs, 'initdb'), [`--pgdata=${data}`, ...how], options);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', folder, join(programs, 'postgres'), '-D', data, ...settings], {
    ...options,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(keeper, 'exit');
  const stop = async () => {
    keeper.stdin?.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const environment = {
    PGHOST: '127.0.0.1',
    PGPORT: String(port),
    PGUSER: 'bench',
    PGPASSWORD: password,
    PGDATABASE: 'postgres',
  };
  try {
    await untilReady(join(programs, 'pg_isready'), environment);
    const processId = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    return { environment, psql: join(programs, 'psql'), processId, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port was found');
  return address.port;
}

async function untilReady(isReady: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const deadline = Date.now() + START_TIME_MS;
  for (;;) {
    try {
      return await runProgram(isReady, ['--quiet'], { env: { ...process.env, ...environment } });
    } catch {
      if (Date.now() > deadline) throw new Error(`PostgreSQL is not ready after ${START_TIME_MS / 1000} s`);
      await sleep(100);
    }
  }
}
