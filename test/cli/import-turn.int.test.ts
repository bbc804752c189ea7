import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepTurn } from '../../src/cli/imports/keep-turn.ts';
import { isGone, PROCESS_SPACE } from '../../src/cli/imports/process-space.ts';
import { takeImportLock } from '../../src/graph/imports/import-lock.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';

/** No process has it: it is more than any system gives. */
const NOBODY = 2 ** 30;
const holder = { token: 'one', host: 'here', processId: NOBODY, processSpace: PROCESS_SPACE, task: 'import' };

describe('the turn of an import', () => {
  let graph: Graph;

  beforeAll(async () => {
    graph = await openTestGraph();
  });
  beforeEach(() => emptyGraph(graph));
  afterAll(() => graph?.close());

  it('ends with a Conflict where another has taken its place', async () => {
    await takeImportLock(graph, holder, () => false);
    const turn = { graph, token: 'one', signal: new AbortController().signal };
    const work = async (signal: AbortSignal) => {
      await takeImportLock(graph, { ...holder, token: 'two' }, () => true);
      if (!signal.aborted) await once(signal, 'abort');
    };
    await expect(keepTurn(turn, work, 20)).rejects.toMatchObject({ code: 'Conflict' });
  }, 10_000);

  it('believes a process to be dead only where process ids mean the same', async () => {
    expect(isGone(holder)).toBe(true);
    expect(isGone({ ...holder, processId: process.pid })).toBe(false);
    await takeImportLock(graph, { ...holder, processSpace: `${PROCESS_SPACE} in a container` }, isGone);
    expect(await takeImportLock(graph, { ...holder, token: 'two' }, isGone)).toMatchObject({ token: 'one' });
  });
});
