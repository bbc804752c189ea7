import { expect } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';

/** Waits until the database makes some transaction wait for a lock of another. */
export async function untilOneWaits(graph: Graph): Promise<void> {
  const blocked = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN status";
  await expect.poll(() => graph.read(blocked), { timeout: 30_000, interval: 50 }).not.toEqual([]);
}
