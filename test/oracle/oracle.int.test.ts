import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openRandomGraphs, type RandomGraphs } from './open-random-graphs.ts';
import type { Oracle } from './oracle.ts';
import { smallGraphs } from './small-graph.ts';

const ORACLES = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.oracle.ts'));

describe('the answers on random graphs are those of an obvious computation', () => {
  let opened: RandomGraphs;

  beforeAll(async () => {
    opened = await openRandomGraphs({ graphs: smallGraphs, prefix: 'r' });
  });

  afterAll(() => opened?.close());

  it.each(ORACLES)('%s', { timeout: 300_000 }, async (file) => {
    const { oracle } = (await import(new URL(file, import.meta.url).pathname)) as { readonly oracle: Oracle };
    for (const small of opened.graphs) await oracle(small, opened.ask, opened.graphs);
  });
});
