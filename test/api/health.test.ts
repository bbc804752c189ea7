import * as files from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import type { Graph } from '../../src/graph/open-graph.ts';

vi.mock('node:fs/promises', { spy: true });

it('reads the list of keys once, however often it is asked for what is missing', async () => {
  // Another file of the same process may have read them before.
  vi.resetModules();
  const { missingConstraints } = await import('../../src/graph/constraints.ts');
  const graph = { read: async () => [] } as unknown as Graph;
  const first = await missingConstraints(graph);
  expect(first.length).toBeGreaterThan(10);
  expect(await missingConstraints(graph)).toEqual(first);
  expect(files.readFile).toHaveBeenCalledTimes(1);
});
