/** Who decides, and when. */
export interface Curator {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}
