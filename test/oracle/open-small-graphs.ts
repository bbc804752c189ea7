import fc from 'fast-check';
import type { Graph } from '../../src/graph/open-graph.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { record, write } from '../support/test-records.ts';
import { factsOf, type SmallGraph, smallGraphs, withNames } from './small-graph.ts';

/** The same graphs at every run, so that a failure can be looked into; ORACLE_SEED and ORACLE_GRAPHS ask for others. */
const SEED = Number(process.env.ORACLE_SEED ?? 20_261_122);
const HOW_MANY = Number(process.env.ORACLE_GRAPHS ?? 6);

/** A database that holds nothing but these random graphs side by side, none touching another; the caller closes it. */
export async function openSmallGraphs(): Promise<{ graph: Graph; smalls: SmallGraph[] }> {
  const graph = await openTestGraph();
  await emptyGraph(graph);
  const smalls = fc
    .sample(smallGraphs, { seed: SEED, numRuns: HOW_MANY })
    .map((small, index) => withNames(small, `r${index}`));
  await write(graph, ...smalls.map((small, index) => record(`small-graph-${index}`, ...factsOf(small))));
  return { graph, smalls };
}
