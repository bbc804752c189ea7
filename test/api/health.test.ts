import * as files from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { missingConstraints } from '../../src/graph/constraints.ts';
import type { Graph } from '../../src/graph/open-graph.ts';

vi.mock('node:fs/promises', { spy: true });

it('reads the list of keys once, however often it is asked for what is missing', async () => {
  const graph = { read: async () => [] } as unknown as Graph;
  const first = await missingConstraints(graph);
  expect(first.length).toBeGreaterThan(10);
  expect(await missingConstraints(graph)).toEqual(first);
  expect(files.readFile).toHaveBeenCalledTimes(1);
});
