import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { findFreePort } from '../../src/embedded/find-free-port.ts';
import { isAlive } from '../../src/embedded/is-alive.ts';
import { type EmbeddedNeo4j, openEmbeddedNeo4j } from '../../src/embedded/open-embedded-neo4j.ts';
import { claimTestServer } from '../support/claim-test-server.ts';

const OPEN_AND_WAIT = fileURLToPath(new URL('../support/open-and-wait.ts', import.meta.url));

/** The tests go through the life of one store, in this order: starting Java for each of them would take a minute. */
describe('the embedded Neo4j', () => {
  const { embedded } = readConfig({ ...process.env, NEO4J_URI: '' });
  const lines: string[] = [];
  let options: Parameters<typeof openEmbeddedNeo4j>[0] & { readonly home: string };
  let owner: ChildProcess;
  let opened: Pick<EmbeddedNeo4j, 'uri' | 'password' | 'attached'>;
  let java: number;

  beforeAll(async () => {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'kazaid-embedded-')));
    options = { ...embedded, home, log: (line) => lines.push(line) };
    const program = ['--import', 'tsx', OPEN_AND_WAIT, JSON.stringify(options)];
    owner = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
    opened = await firstLine(owner);
    java = readRunFile(home).processId;
  });

  afterAll(async () => {
    owner.kill('SIGKILL');
    await waitForTheEndOf(java, 15_000);
    rmSync(options.home, { recursive: true, force: true });
  });

  it('answers with its random password, and with no other', async () => {
    expect(opened.attached).toBe(false);
    expect(await ask(opened, 'CREATE (n:Kept) RETURN count(n) AS number')).toBe(1);
    await expect(ask({ ...opened, password: 'neo4j' }, 'RETURN 1 AS number')).rejects.toThrow('authentication failure');
  });

  it('holds no signed jars, which Java would check again and again while it starts', () => {
    const folder = readdirSync(join(embedded.dataFolder, 'lib'), { recursive: true, encoding: 'utf8' });
    const jars = folder.filter((path) => path.endsWith('.jar'));
    const isSigned = (jar: string) =>
      /META-INF\/[^/\0]{1,50}\.(SF|RSA|DSA|EC)PK/.test(readFileSync(join(embedded.dataFolder, 'lib', jar), 'latin1'));
    expect(jars.length).toBeGreaterThan(50);
    expect(jars.filter(isSigned)).toEqual([]);
  });

  it('lets only its owner read the password and the run file', () => {
    for (const name of ['password', 'run.json']) expect(statSync(join(options.home, name)).mode & 0o777).toBe(0o600);
  });

  it('reports nothing to anybody and logs no question', async () => {
    const setting = `SHOW SETTINGS 'dbms.usage_report.enabled', 'db.logs.query.enabled' YIELD value
      RETURN collect(toUpper(value)) AS number`;
    expect(await ask(opened, setting)).toEqual(['OFF', 'FALSE']);
  });

  it('is joined by a second command, which does not end it', async () => {
    const second = await openEmbeddedNeo4j(options);
    expect(second).toMatchObject({ uri: opened.uri, password: opened.password, attached: true });
    await second.stop();
    expect(await ask(opened, 'MATCH (n:Kept) RETURN count(n) AS number')).toBe(1);
  });

  it('is not taken for a test server, as it holds data of somebody else, until the data is marked', async () => {
    const server = { uri: opened.uri, user: 'neo4j', password: opened.password, database: 'neo4j' };
    await expect(claimTestServer(server)).rejects.toThrow('holds data that is not from our tests');
    await expect(claimTestServer({ ...server, password: 'wrong' })).rejects.toThrow(
      'the tests cannot use NEO4J_TEST_URI',
    );
    await ask(opened, 'CREATE (:KazaidTestMarker) RETURN 1 AS number');
    await claimTestServer(server);
    expect(await ask(opened, 'MATCH (n:KazaidTestMarker) DETACH DELETE n RETURN count(n) AS number')).toBe(1);
  });

  it('says in one line that the store is in use by a process it cannot join', async () => {
    const runFile = join(options.home, 'run.json');
    const content = readFileSync(runFile);
    rmSync(runFile);
    await expect(openEmbeddedNeo4j(options)).rejects.toMatchObject({
      name: 'SetupError',
      message: `the graph in ${options.home} is in use by a process that cannot be joined; stop it, or set KAZAID_DATA to another folder`,
    });
    writeFileSync(runFile, content);
  });

  it('ends when the process that opened it is killed', async () => {
    expect(isAlive(java)).toBe(true);
    owner.kill('SIGKILL');
    expect(await waitForTheEndOf(java, 15_000)).toBe(true);
    expect(existsSync(join(options.home, 'run.json'))).toBe(true);
  });

  it('is started once when two commands want it at the same moment, on another port when the first is taken', async () => {
    const { server, port } = await listen();
    const ports = [port];
    const choosePort = async () => ports.pop() ?? findFreePort();
    const both = await Promise.all([
      openEmbeddedNeo4j({ ...options, choosePort }),
      openEmbeddedNeo4j({ ...options, choosePort }),
    ]);
    const started = both.filter(({ attached }) => !attached);
    try {
      expect(started).toHaveLength(1);
      expect(new Set(both.map(({ uri }) => uri)).size).toBe(1);
      expect(both[0]?.uri).not.toContain(`:${port}`);
      expect(lines).toContain('Waiting for another command that is starting Neo4j …');
      expect(await ask(both[1] ?? opened, 'MATCH (n:Kept) RETURN count(n) AS number')).toBe(1);
    } finally {
      await started[0]?.stop();
      server.close();
    }
    expect(existsSync(join(options.home, 'run.json'))).toBe(false);
  }, 120_000);
});

async function firstLine(child: ChildProcess): Promise<Pick<EmbeddedNeo4j, 'uri' | 'password' | 'attached'>> {
  if (!child.stdout) throw new Error('the child has no standard output');
  for await (const line of createInterface(child.stdout)) return JSON.parse(line);
  throw new Error('the child ended without a word');
}

function readRunFile(home: string): { readonly processId: number } {
  return JSON.parse(readFileSync(join(home, 'run.json'), 'utf8'));
}

async function waitForTheEndOf(processId: number, timeLimitMs: number): Promise<boolean> {
  const deadline = Date.now() + timeLimitMs;
  while (Date.now() < deadline && isAlive(processId)) await sleep(50);
  return !isAlive(processId);
}

async function ask({ uri, password }: Pick<EmbeddedNeo4j, 'uri' | 'password'>, cypher: string): Promise<unknown> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(cypher);
    return records[0]?.get('number');
  } finally {
    await driver.close();
  }
}

async function listen(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return { server, port: address.port };
}
