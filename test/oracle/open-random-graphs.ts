import fc from 'fast-check';
import type { Graph } from '../../src/graph/open-graph.ts';
import { startApi } from '../support/api.ts';
import { emptyGraph, openTestGraph } from '../support/seeded-graph.ts';
import { record, write } from '../support/test-records.ts';
import type { Ask } from './oracle.ts';
import { factsOf, type SmallGraph, withNames } from './small-graph.ts';

/** The same graphs at every run, so that a failure can be looked into; ORACLE_SEED and ORACLE_GRAPHS ask for others. */
const SEED = Number(process.env.ORACLE_SEED ?? 20_261_122);
const HOW_MANY = Number(process.env.ORACLE_GRAPHS ?? 4);

export interface RandomGraphs {
  readonly graph: Graph;
  readonly graphs: readonly SmallGraph[];
  readonly ask: Ask;
  close(): Promise<void>;
}

export interface Sample {
  readonly graphs: fc.Arbitrary<SmallGraph>;
  /** How their names begin. */
  readonly prefix: string;
  /** Larger graphs take longer: of these, only one of so many is asked about. */
  readonly oneOf?: number;
}

/** A server on a database that holds nothing but these random graphs side by side, none touching another. */
export async function openRandomGraphs({ graphs: arbitrary, prefix, oneOf = 1 }: Sample): Promise<RandomGraphs> {
  const graph = await openTestGraph();
  await emptyGraph(graph);
  const graphs = fc
    .sample(arbitrary, { seed: SEED, numRuns: Math.ceil(HOW_MANY / oneOf) })
    .map((each, index) => withNames(each, `${prefix}${index}`));
  await write(graph, ...graphs.map((each, index) => record(`random-graph-${prefix}${index}`, ...factsOf(each))));
  const api = await startApi(graph);
  return {
    graph,
    graphs,
    ask: async (query, variables) => {
      const { data, errors } = await api.ask(query, variables);
      if (errors) throw new Error(`${JSON.stringify(errors)} to ${query} with ${JSON.stringify(variables)}`);
      return data;
    },
    close: async () => {
      await api.close();
      await graph.close();
    },
  };
}
