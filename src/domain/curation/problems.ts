import type { Term } from '../vocabulary.ts';

/** Where in what was sent: ['input', 'plays', '0', 'actor']. */
export type InputPath = readonly string[];

/** A mistake that whoever sent it can put right. Nothing is written where there is one. */
export interface CurationProblem {
  readonly code: Term<'CurationProblemCode'>;
  readonly path: InputPath;
  /** What came and what was expected. */
  readonly message: string;
  /** Ids that may have been meant. */
  readonly suggestions: readonly string[];
}

/** Gathers all mistakes of an input, so that they can be put right at once. */
export class CurationProblems {
  readonly all: CurationProblem[] = [];

  add(
    code: CurationProblem['code'],
    path: InputPath,
    message: string,
    suggestions: CurationProblem['suggestions'] = [],
  ): void {
    this.all.push({ code, path, message, suggestions });
  }
}

const LONGEST_QUOTE = 100;

/** What came, for a message: cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}
