import { DomainError } from '../../errors.ts';

/** How much one question may do before it is refused; counted in whatever its cost grows with. */
export class WorkBudget {
  #left: number;

  constructor(
    readonly most: number,
    /** Names what is counted and what to do: `links between activities; name …`. */
    readonly advice: string,
  ) {
    this.#left = most;
  }

  get left(): number {
    return this.#left;
  }

  spend(amount: number): void {
    this.#left -= amount;
    if (this.#left < 0) throw new DomainError('LimitExceeded', `More than ${this.most} ${this.advice}`);
  }
}
