import neo4j, { type Driver, type ManagedTransaction, type RecordShape, type Session } from 'neo4j-driver';
import { DomainError, SetupError } from '../errors.ts';
import { explainDriverError } from './explain-driver-error.ts';

export interface GraphAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database?: string;
}

export interface GraphOptions {
  /** The longest a read may take in the database, in milliseconds. */
  readonly readTimeout: number;
}

export type Parameters = Readonly<Record<string, unknown>>;

/** The graph as the rest of the program sees it: reads by one statement, writes in one transaction. */
export interface Graph {
  /** Runs one read statement and gives its rows; ended by the database after the time limit. Ended early when the signal aborts. */
  read<Row extends RecordShape>(cypher: string, parameters?: Parameters, signal?: AbortSignal): Promise<Row[]>;
  /** Runs the work in one transaction: all of it is kept, or nothing. */
  write<Result>(work: (transaction: ManagedTransaction) => Promise<Result>): Promise<Result>;
  /** Runs one statement that may not stand in a transaction with others (indexes, constraints). */
  administer(cypher: string): Promise<void>;
  readonly driver: Driver;
  readonly database: string;
  close(): Promise<void>;
}

/** The oldest Neo4j whose Cypher the queries are written in. */
const OLDEST_VERSION = [5, 26] as const;

/** The server ends its own transactions at the limit; the client waits this much longer before it gives up on the answer. */
const GRACE = 500;

/** Connects to Neo4j and checks that it answers and is new enough; a SetupError with one clear line otherwise. */
export async function openGraph(address: GraphAddress, options: GraphOptions): Promise<Graph> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
    connectionTimeout: 3_000,
    connectionAcquisitionTimeout: 5_000,
    maxTransactionRetryTime: 5_000,
    telemetryDisabled: true,
    userAgent: 'kazaid-partnership-graph',
  });
  const database = address.database ?? 'neo4j';
  try {
    await requireVersion(driver, database);
  } catch (error) {
    await driver.close();
    throw error instanceof SetupError
      ? error
      : new SetupError(explainDriverError(error, address.uri), {
          cause: error,
        });
  }
  return graphOver(driver, database, options);
}

async function requireVersion(driver: Driver, database: string): Promise<void> {
  const { agent } = await driver.getServerInfo({ database });
  const [major = 0, minor = 0] = (agent?.replace(/^Neo4j\//, '') ?? '').split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_VERSION;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(`${agent} is too old: Neo4j ${OLDEST_VERSION.join('.')} or newer is needed`);
}

function graphOver(driver: Driver, database: string, options: GraphOptions): Graph {
  return {
    driver,
    database,
    read: (cypher, parameters = {}, signal) =>
      retryOnce(() =>
        readOnce(driver.session({ database, defaultAccessMode: 'READ' }), cypher, parameters, options, signal),
      ),
    async write(work) {
      const session = driver.session({ database });
      try {
        return await session.executeWrite(work);
      } finally {
        await session.close();
      }
    },
    async administer(cypher) {
      const session = driver.session({ database });
      try {
        await session.run(cypher);
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
}

/** Reads by auto-commit: one round trip where a managed transaction takes three. */
async function readOnce<Row extends RecordShape>(
  session: Session,
  cypher: string,
  parameters: Parameters,
  { readTimeout }: GraphOptions,
  signal: AbortSignal | undefined,
): Promise<Row[]> {
  signal?.throwIfAborted();
  // Closing the session resets the connection, which ends the statement in the database.
  const stop = () => void session.close().catch(() => {});
  const timer = setTimeout(stop, readTimeout + GRACE);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const { records } = await session.run<Row>(cypher, withIntegers(parameters), {
      timeout: readTimeout,
    });
    return records.map((record) => record.toObject());
  } catch (error) {
    signal?.throwIfAborted();
    throw timedOut(error)
      ? new DomainError('Timeout', timeoutMessage(readTimeout), {
          cause: error,
        })
      : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    await session.close();
  }
}

/** The driver sends every number as a float; whole ones must be integers for LIMIT and for comparing with stored integers. */
function withIntegers(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      Number.isInteger(value) ? neo4j.int(value as number) : value,
    ]),
  );
}

function timedOut(error: unknown): boolean {
  return (
    neo4j.isRetryableError(error) === false &&
    /TransactionTimedOut|terminated|closed session/i.test(
      `${(error as { code?: string }).code} ${(error as Error).message}`,
    )
  );
}

function timeoutMessage(limit: number): string {
  return `The question took longer than ${limit} ms in the database. Narrow it by filters or a smaller page.`;
}

/** Reads are safe to repeat; a lost connection or a transient error is tried once more. */
async function retryOnce<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!neo4j.isRetryableError(error)) throw error;
    return attempt();
  }
}
