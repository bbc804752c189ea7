import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { applyConstraints } from '../../src/graph/constraints.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { startKazaid } from '../support/run-kazaid.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly errors: string[] }>;
}

let graph: Graph;

beforeAll(async () => {
  graph = await openTestGraph();
  await emptyGraph(graph);
});
afterAll(() => graph?.close());

function startServe(environment: NodeJS.ProcessEnv, ...options: string[]): Started {
  const child = startKazaid(['serve', ...options], { PORT: '0', ...environment });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, errors: errors.trim().split('\n') }));
  return { child, output: () => output, ended };
}

/** The address in the block that is printed once the server answers. */
async function addressOf({ output, ended }: Started): Promise<string> {
  const printed = expect.poll(output, { timeout: 150_000, interval: 50 }).toContain('Stop          Ctrl-C');
  const failed = ended.then(({ errors }) => Promise.reject(new Error(`ended early: ${errors.join('\n')}`)));
  failed.catch(() => {});
  await Promise.race([printed, failed]);
  return /GraphQL API {3}(http:\S+)\/graphql/.exec(output())?.[1] ?? 'no address';
}

/** How long it takes from a signal to the end. */
async function millisecondsToEnd({ child, ended }: Started, ...signals: NodeJS.Signals[]): Promise<number> {
  const began = performance.now();
  for (const [index, signal] of signals.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill(signal);
  }
  await ended;
  return performance.now() - began;
}

async function listening(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A request whose body never comes: the server cannot close without giving it up. */
async function askSlowly(address: string): Promise<void> {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname).on('error', () => {});
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{');
  await new Promise((resolve) => setTimeout(resolve, 200));
}

describe('kazaid serve', () => {
  it('prints where it is, answers, and ends when it is told to', async () => {
    const server = startServe({}, '--seed');
    const address = await addressOf(server);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    expect(server.output()).toMatch(/^ {2}Graph {9}[1-9]\d* countries, /m);
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ country(id: "country:KZ") { code } }' }),
    });
    expect(await answer.json()).toEqual({ data: { country: { code: 'KZ' } } });
    expect(await millisecondsToEnd(server, 'SIGTERM')).toBeLessThan(10_000);
    expect(await server.ended).toMatchObject({ code: 0, signal: null, errors: [''] });
    // Writing the seed into a Neo4j that has just started takes its time on a busy machine.
  }, 180_000);

  it('gives up a request that does not end', async () => {
    const server = startServe({});
    await askSlowly(await addressOf(server));
    expect(await millisecondsToEnd(server, 'SIGINT')).toBeLessThan(13_000);
    expect(await server.ended).toMatchObject({ code: 0 });
  });

  it('ends at once at the second signal', async () => {
    const server = startServe({});
    await askSlowly(await addressOf(server));
    expect(await millisecondsToEnd(server, 'SIGTERM', 'SIGINT')).toBeLessThan(6_000);
    expect(await server.ended).toMatchObject({ signal: 'SIGINT' });
  });

  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('ends at once at a %s while it starts', async (signal) => {
    const silent = createServer();
    const port = await listening(silent);
    const server = startServe({ NEO4J_URI: `bolt://127.0.0.1:${port}` });
    await once(silent, 'connection');
    expect(await millisecondsToEnd(server, signal)).toBeLessThan(5_000);
    expect(await server.ended).toMatchObject({ code: 0, errors: [''] });
  });
});

describe('kazaid serve says in one line that', () => {
  async function expectRefusal(environment: NodeJS.ProcessEnv, message: RegExp): Promise<void> {
    const { code, errors } = await startServe(environment).ended;
    expect(errors).toEqual([expect.stringMatching(message)]);
    expect(code).toBe(1);
  }

  it('a graph of somebody else is empty, and leaves it so', async () => {
    await emptyGraph(graph);
    const [index] = await graph.read<{ name: string }>(
      "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL RETURN name LIMIT 1",
    );
    await graph.administer(`DROP INDEX ${index?.name}`);
    try {
      await expectRefusal({}, /^kazaid: the graph lacks 1 keys or indexes \(\w+ …\): start once with --seed /);
      expect(await graph.read('MATCH (n) WHERE NOT n:KazaidTestMarker RETURN n')).toEqual([]);
    } finally {
      await applyConstraints(graph);
    }
  });

  it('the password is wrong', () =>
    expectRefusal({ NEO4J_PASSWORD: 'not the password' }, /^kazaid: Neo4j at \S+ refused the user name or password/));

  it('Neo4j is not there', async () => {
    const server = createServer();
    const port = await listening(server);
    server.close();
    const uri = `bolt://127.0.0.1:${port}`;
    await expectRefusal({ NEO4J_URI: uri }, new RegExp(`^kazaid: Nothing answers as Neo4j at ${uri}`));
  });

  it('the port is taken', async () => {
    const port = await listening(createServer());
    await expectRefusal({ PORT: String(port) }, new RegExp(`^kazaid: port ${port} is taken`));
  });
});
