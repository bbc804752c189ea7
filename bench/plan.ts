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
  /** How long each question is asked. */
  readonly effort: Effort;
}

const ALL: PlannedGraph['subjects'] = ['probe20', 'probe200', 'hub', 'names'];

const EFFORT: Effort = {
  rounds: 3,
  alone: { milliseconds: 200, fewest: 5, most: 200 },
  together: { milliseconds: 200, fewest: 16, most: 2_000 },
  warmUp: { milliseconds: 1_500, fewest: 5, most: 4_000 },
};

const QUICK_EFFORT: Effort = {
  rounds: 2,
  alone: { milliseconds: 60, fewest: 3, most: 60 },
  together: { milliseconds: 60, fewest: 16, most: 200 },
  warmUp: { milliseconds: 250, fewest: 4, most: 1_000 },
};

/** The hub of a million takes seconds: a few of its answers must do. */
const LARGE_EFFORT: Effort = {
  rounds: 2,
  alone: { milliseconds: 200, fewest: 3, most: 200 },
  together: { milliseconds: 200, fewest: 16, most: 2_000 },
  warmUp: { milliseconds: 1_500, fewest: 4, most: 4_000 },
};

/** Which graphs are built, what about and how long each is asked. A large run is about growth: it begins at 10 k. */
export function planGraphs({ quick, large }: Pick<Options, 'quick' | 'large'>): PlannedGraph[] {
  if (quick) return [graph('10 k', 10_000, QUICK_EFFORT, ['probe20', 'hub', 'names'])];
  if (large) return [graph('10 k', 10_000, EFFORT), graph('1 M', 1_000_000, LARGE_EFFORT)];
  return [graph('1 k', 1_000, EFFORT), graph('10 k', 10_000, EFFORT), graph('100 k', 100_000, EFFORT)];
}

/** The largest hub has one participation in twenty, but never more than 50,000. */
function graph(
  name: string,
  participations: number,
  effort: Effort,
  subjects: PlannedGraph['subjects'] = ALL,
): PlannedGraph {
  return { name, size: { participations, largestHub: Math.min(participations / 20, 50_000) }, subjects, effort };
}
