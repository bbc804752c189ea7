import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { currentVersion } from '../../src/graph/graph-version.ts';
import { type Graph, openGraph } from '../../src/graph/open-graph.ts';
import { closedGate } from '../support/gate.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { node, record, retract, write } from '../support/test-records.ts';

const HERE = record('version', node('Country', 'country:XV'));

describe('the version of the graph', () => {
  let graph: Graph;
  let others: Graph;
  let reads: number;

  beforeAll(async () => {
    [graph, others] = await Promise.all([openTestGraph(), openTestGraph()]);
    await emptyGraph(graph);
  });

  beforeEach(() => {
    reads = 0;
  });

  afterEach(() => vi.restoreAllMocks());

  afterAll(async () => {
    await retract(graph, HERE);
    await Promise.all([graph?.close(), others?.close()]);
  });

  /** The same graph; what it reads arrives when the gate is open. */
  function counted(until: Promise<void> = Promise.resolve()): Graph {
    return {
      ...graph,
      read: async (cypher, parameters, signal) => {
        reads++;
        const rows = await graph.read(cypher, parameters, signal);
        await until;
        // biome-ignore lint/suspicious/noExplicitAny: passed on as it came
        return rows as any;
      },
    };
  }

  const freshly = () => currentVersion(others, { since: performance.now() });

  it('is read once for all who ask within half a second', async () => {
    const now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(now);
    await currentVersion(counted(), { since: now - 1 });
    clock.mockReturnValue(now + 499);
    const versions = await Promise.all(Array.from({ length: 20 }, () => currentVersion(counted())));
    expect(new Set(versions).size).toBe(1);
    expect(reads).toBe(1);
  });

  it('is read again after half a second, when somebody asks', async () => {
    const now = performance.now() + 500;
    const clock = vi.spyOn(performance, 'now').mockReturnValue(now);
    await currentVersion(counted(), { since: now - 1 });
    expect(reads).toBe(1);
    clock.mockReturnValue(now + 500);
    await currentVersion(counted());
    expect(reads).toBe(2);
  });

  it('is another one as soon as a write of this process has ended', async () => {
    const before = await currentVersion(graph);
    await write(graph, HERE);
    const after = await currentVersion(graph);
    expect(after).not.toBe(before);
    await retract(graph, HERE);
    expect([before, after]).not.toContain(await currentVersion(graph));
  });

  it('is not taken from a reading that began before a write ended and arrives after it', async () => {
    const { isOpen, open } = closedGate();
    const early = currentVersion(counted(isOpen), { since: performance.now() });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await write(graph, HERE);
    const late = currentVersion(graph);
    open();
    expect(await early).not.toBe(await late);
    expect(await currentVersion(graph)).toBe(await freshly());
    await retract(graph, HERE);
  });

  it('is asked for after the moment that the caller names', async () => {
    const before = await currentVersion(graph, { since: performance.now() });
    await write(others, HERE);
    const after = await currentVersion(graph, { since: performance.now() });
    expect(after).not.toBe(before);
    await retract(others, HERE);
  });

  it('is seen half a second after a write of somebody else', async () => {
    await currentVersion(graph, { since: performance.now() });
    await write(others, HERE);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await currentVersion(graph)).toBe(await freshly());
    await retract(others, HERE);
  });

  it('is never the same again, not even after the graph was emptied and its counter began anew', async () => {
    const seen: string[] = [];
    for (let round = 0; round < 3; round++) {
      await emptyGraph(graph);
      await write(graph, HERE);
      seen.push(await currentVersion(graph));
    }
    expect(new Set(seen.map((version) => version.split('@')[0])).size).toBe(1);
    expect(new Set(seen).size).toBe(3);
  });

  it('can be waited for no longer, while others go on waiting', async () => {
    const { isOpen, open } = closedGate();
    const leaving = new AbortController();
    const left = currentVersion(counted(isOpen), { since: performance.now(), signal: leaving.signal });
    const stayed = currentVersion(counted());
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    open();
    expect(await stayed).toBe(await freshly());
    expect(reads).toBe(1);
  });

  it('is never older than what was read or written before, on whatever member of a cluster', async () => {
    const { uri, ...rest } = inject('testNeo4j');
    const routed = await openGraph({ ...rest, uri: uri.replace(/^bolt/, 'neo4j') }, { readTimeout: 30_000 });
    const bookmarks = async () => [...((await routed.driver.executeQueryBookmarkManager.getBookmarks()) ?? [])];
    try {
      const atFirst = await bookmarks();
      await write(routed, HERE);
      const written = await bookmarks();
      await retract(others, HERE);
      await currentVersion(routed);
      const read = await bookmarks();
      expect(atFirst).toEqual([]);
      expect([written.length, read.length]).toEqual([1, 1]);
      expect(read).not.toEqual(written);
    } finally {
      await routed.close();
    }
  });

  it('is asked for again after a reading that failed', async () => {
    const broken: Graph = { ...graph, read: () => Promise.reject(new Error('away')) };
    await expect(currentVersion(broken, { since: performance.now() })).rejects.toThrow('away');
    expect(await currentVersion(graph)).toBe(await freshly());
  });
});
