import type { Machine } from '../measure/machine.ts';
import type { Effort, MeasuredCase, Timings } from '../measure/measure-case.ts';
import type { CaseSubject, QuestionName } from '../questions/question.ts';

/** All that a run of the benchmark found, as it is kept in results.json. */
export interface Results {
  /** ISO date and time. */
  readonly startedAt: string;
  readonly minutes: number;
  readonly command: string;
  readonly machine: Machine;
  /** Load average of the last minute when the run began and ended. */
  readonly loadBefore: number;
  readonly loadAfter: number;
  /** By name, in words. */
  readonly contestants: Readonly<Record<string, string>>;
  readonly graphs: readonly GraphResults[];
}

export interface GraphResults {
  readonly name: string;
  readonly participations: number;
  readonly largestHub: number;
  readonly loadSeconds: number;
  readonly effort: Effort;
  /** Contestants that did not start, and why. */
  readonly absent: Readonly<Record<string, string>>;
  /** Megabytes of the processes of each contestant, before the first question and after the last. */
  readonly memory: readonly Memory[];
  readonly cases: readonly CaseResults[];
  /** All questions about all subjects in turn, by those who answer all of them. */
  readonly mix: MeasuredCase;
}

export interface Memory {
  readonly contestant: string;
  readonly process: string;
  readonly before: number | null;
  readonly after: number | null;
}

export interface CaseResults {
  readonly question: QuestionName;
  readonly subject: CaseSubject;
  /** Contestants that cannot answer this question. */
  readonly cannot: readonly string[];
  /** Contestants that answered something else than the others, and what; they are not timed. */
  readonly different: Readonly<Record<string, string>>;
  /** Contestants a request of which failed while they were timed, and why: they have no timings. */
  readonly failed: Readonly<Record<string, string>>;
  /** Characters of the answer in its common form. */
  readonly answerSize: number;
  /** By contestant. */
  readonly timings: Readonly<Record<string, Timings>>;
}
