/** Places values on a logarithmic axis that covers all of them, from one power of ten to another. */
export class LogScale {
  readonly #from: number;
  readonly #to: number;

  /** `start` and `end` are where the axis begins and ends on the drawing. */
  constructor(
    values: readonly number[],
    readonly start: number,
    readonly end: number,
  ) {
    const positive = values.filter((value) => value > 0);
    this.#from = Math.floor(Math.log10(Math.min(...positive)));
    this.#to = Math.max(this.#from + 1, Math.ceil(Math.log10(Math.max(...positive))));
  }

  at(value: number): number {
    const share = (Math.log10(value) - this.#from) / (this.#to - this.#from);
    return Math.round((this.start + share * (this.end - this.start)) * 10) / 10;
  }

  /** The powers of ten on it. */
  get powers(): number[] {
    return Array.from({ length: this.#to - this.#from + 1 }, (_, step) => 10 ** (this.#from + step));
  }
}
