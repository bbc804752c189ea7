import type { Effort } from './measure/measure-case.ts';
import type { NetworkSize } from './network/network.ts';
import type { Options } from './options.ts';
import type { Case } from './questions/question.ts';

export interface PlannedGraph {
  /** '10 k' */
  readonly name: string;
  readonly size: NetworkSize;
  /** The subjects the questions are asked about. */
  readonly subjects: readonly Case['subject'][];
}

export interface Plan {
  readonly graphs: readonly PlannedGraph[];
  readonly effort: Effort;
}

const ALL: PlannedGraph['subjects'] = ['probe20', 'probe200', 'hub', 'names'];

const EFFORT: Effort = {
  rounds: 3,
  warmUpRounds: 1,
  alone: { milliseconds: 150, fewest: 5, most: 200 },
  together: { milliseconds: 200, fewest: 16, most: 2_000 },
};

const QUICK_EFFORT: Effort = {
  rounds: 2,
  warmUpRounds: 1,
  alone: { milliseconds: 60, fewest: 3, most: 60 },
  together: { milliseconds: 60, fewest: 16, most: 200 },
};

/** Which graphs are built and how long each question is asked. */
export function makePlan({ quick, large }: Pick<Options, 'quick' | 'large'>): Plan {
  if (quick) {
    const graphs = [graph('1 k', 1_000, ['probe20', 'names']), graph('10 k', 10_000, ['probe20', 'hub', 'names'])];
    return { graphs, effort: QUICK_EFFORT };
  }
  const graphs = [graph('1 k', 1_000), graph('10 k', 10_000), graph('100 k', 100_000)];
  return { graphs: large ? [...graphs, graph('1 M', 1_000_000)] : graphs, effort: EFFORT };
}

/** The largest hub has one participation in twenty, but never more than 50,000. */
function graph(name: string, participations: number, subjects = ALL): PlannedGraph {
  return { name, size: { participations, largestHub: Math.min(participations / 20, 50_000) }, subjects };
}
