import type { Term } from '../vocabulary.ts';

/** A mistake that whoever sent it can put right. Nothing is changed where there is one. */
export interface AlumniProblem {
  readonly code: Term<'AlumniProblemCode'>;
  /** Where in what was sent, such as input.contacts.0.value. */
  readonly path: string;
  /** What was expected; never what came, which may be a datum of a person. */
  readonly message: string;
}

/** Gathers all mistakes of an input, so that they can be put right at once. */
export class AlumniProblems {
  readonly all: AlumniProblem[] = [];

  add(code: AlumniProblem['code'], path: string, message: string): void {
    this.all.push({ code, path, message });
  }
}
