/** The closed list of what can go wrong in a way the caller can act on. */
export type DomainErrorCode =
  | 'NotFound'
  | 'InvalidInput'
  | 'Conflict'
  | 'Unauthenticated'
  | 'Forbidden'
  | 'LimitExceeded'
  | 'CursorExpired'
  | 'Timeout'
  | 'Unavailable';

/** An error whose message may be shown to the caller: it names what was wrong and what was expected. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: DomainErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Something on this machine stands in the way (no JDK, port taken …). The command line shows the one line and exits with 1. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
