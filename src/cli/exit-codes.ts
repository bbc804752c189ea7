/** How a command ended, for scripts. What is not here ends with 1: a mistake in what was asked, or a failure. */
export const EXIT_CODES = {
  /** A file was not read to its end, or `check` found something. */
  INCOMPLETE: 1,
  /** Somebody else does the same now: try again later (EX_TEMPFAIL). */
  BUSY: 75,
  /** Ctrl-C. What was done until then is kept. */
  STOPPED: 130,
} as const;
