import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError, type DomainErrorCode } from '../errors.ts';

/** Exhaustive: adding a domain code without choosing its public code does not compile. */
const PUBLIC_CODE: Record<DomainErrorCode, string> = {
  NotFound: 'NOT_FOUND',
  InvalidInput: ApolloServerErrorCode.BAD_USER_INPUT,
  Conflict: 'CONFLICT',
  Unauthenticated: 'UNAUTHENTICATED',
  Forbidden: 'FORBIDDEN',
  LimitExceeded: 'LIMIT_EXCEEDED',
  CursorExpired: 'CURSOR_EXPIRED',
  Timeout: 'TIMEOUT',
  Unavailable: 'UNAVAILABLE',
};

/** Codes that Apollo gives for mistakes of the caller; their messages speak of the request only. */
const CALLERS_MISTAKES: ReadonlySet<string> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_REQUEST,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
]);

export interface Reporting {
  /** The request that is being answered; its id goes with each masked error, so that the caller can name it. */
  readonly requestId: () => string | undefined;
  readonly report: (error: unknown, requestId: string | undefined) => void;
}

/** Shows domain errors and the caller's own mistakes; hides everything else and reports it, each cause once a request. */
export function createFormatError({ requestId, report }: Reporting) {
  const reported = new WeakMap<object, string | undefined>();
  const reportOnce = (cause: unknown, request: string | undefined) => {
    if (typeof cause === 'object' && cause !== null) {
      if (reported.has(cause) && reported.get(cause) === request) return;
      reported.set(cause, request);
    }
    report(cause, request);
  };
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const { locations, path, extensions } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const cause = causeOf(thrown);
    if (cause instanceof DomainError)
      return { message: cause.message, ...place, extensions: { code: PUBLIC_CODE[cause.code] } };
    const code = String(extensions?.code ?? '');
    if (CALLERS_MISTAKES.has(code) && !wrapsAnother(thrown))
      return { message: formatted.message, ...place, extensions: { code } };
    if (isAbort(cause)) return { message: 'The request was cancelled.', ...place, extensions: { code: 'CANCELLED' } };
    const request = requestId();
    reportOnce(cause, request);
    const away = isUnavailable(cause);
    return {
      message: away ? 'The database does not answer at the moment. Try again shortly.' : 'Internal server error',
      ...place,
      extensions: {
        code: away ? PUBLIC_CODE.Unavailable : ApolloServerErrorCode.INTERNAL_SERVER_ERROR,
        ...(request !== undefined && { requestId: request }),
      },
    };
  };
}

/** Answers with 503 where nothing could be answered because the database was away: what stands before us may try another. */
export function unavailablePlugin<Context extends object>(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body, http } }) => {
        if (body.kind === 'single' && isAllUnavailable(body.singleResult)) http.status = 503;
      },
    }),
  };
}

function isAllUnavailable({ data, errors = [] }: FormattedExecutionResult): boolean {
  return (
    errors.length > 0 &&
    errors.every(({ extensions }) => extensions?.code === PUBLIC_CODE.Unavailable) &&
    Object.values(data ?? {}).every((value) => value === null)
  );
}

/** Apollo unwraps errors of resolvers only; one thrown while the context is built keeps its cause deeper inside. */
function causeOf(thrown: unknown): unknown {
  const unwrapped = unwrapResolverError(thrown);
  return unwrapped instanceof GraphQLError && unwrapped.originalError ? unwrapped.originalError : unwrapped;
}

/** True for a GraphQL error that some other error caused: its message may hold that error's text. */
function wrapsAnother(thrown: unknown): boolean {
  const cause = causeOf(thrown);
  return !(cause instanceof GraphQLError);
}

function isAbort(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}

const AWAY = new Set(['ServiceUnavailable', 'SessionExpired', 'Neo.TransientError.General.DatabaseUnavailable']);

function isUnavailable(cause: unknown): boolean {
  return AWAY.has(String((cause as { code?: unknown } | undefined)?.code));
}
