import neo4j, { type RecordShape, type Session } from 'neo4j-driver';
import { DomainError } from '../errors.ts';
import type { CompileOnce } from './compile-once.ts';

/** The database ends a statement at the limit itself; if it says nothing for this much longer, the answer is given up. */
const GRACE = 500;

/**
 * Runs one read by auto-commit, which takes one round trip where a managed transaction takes three, and closes the session.
 * The statement ends with the time limit, or when the signal aborts; a database that has fallen silent is not waited for.
 */
export async function readOnce<Row extends RecordShape>(
  compileOnce: CompileOnce,
  session: Session,
  cypher: string,
  parameters: Readonly<Record<string, unknown>>,
  readTimeout: number,
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  signal?.throwIfAborted();
  const { promise: givenUp, reject: giveUp } = withReject();
  const onAbort = () => giveUp(signal?.reason);
  const timer = setTimeout(() => giveUp(tooLong(readTimeout)), readTimeout + GRACE);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const answer = compileOnce.run(cypher, parameters, givenUp, () =>
      withoutStackTraces(() => session.run<Row>(cypher, withIntegers(parameters), { timeout: readTimeout })),
    );
    const { records } = await Promise.race([answer, givenUp]);
    return records.map((record) => record.toObject());
  } catch (error) {
    throw isTimeLimit(error) ? tooLong(readTimeout, error) : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    // Closing resets the connection, which ends the statement in the database. A silent one is closed in its own time.
    void session.close().catch(() => {});
  }
}

/** The driver writes down a stack trace for every statement, which takes a tenth of a short read; ours tells who asked. */
function withoutStackTraces<Result>(begin: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return begin();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function withReject(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<never>((_, fail) => {
    reject = fail;
  });
  promise.catch(() => {});
  return { promise, reject };
}

/** The driver sends every number as a float; whole ones must be integers for LIMIT and for comparing with stored integers. */
function withIntegers(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      Number.isInteger(value) ? neo4j.int(value as number) : value,
    ]),
  );
}

const TIME_LIMIT = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
  'Neo.TransientError.Transaction.Terminated',
]);

function isTimeLimit(error: unknown): boolean {
  return TIME_LIMIT.has(String((error as { code?: unknown }).code));
}

function tooLong(limit: number, cause?: unknown): DomainError {
  return new DomainError(
    'Timeout',
    `The question took longer than ${limit} ms in the database. Narrow it by filters or a smaller page.`,
    { cause },
  );
}
