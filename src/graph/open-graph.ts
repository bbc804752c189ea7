import { setTimeout } from 'node:timers/promises';
import neo4j, { type Driver, type ManagedTransaction, type RecordShape, type SessionConfig } from 'neo4j-driver';
import { DomainError, SetupError } from '../errors.ts';
import { CompileOnce } from './compile-once.ts';
import { explainDriverError } from './explain-driver-error.ts';
import { readOnce } from './read-once.ts';

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
  /** Runs one statement that may not stand in a transaction with others (indexes, constraints) and is safe to repeat. */
  administer(cypher: string): Promise<void>;
  /** The same graph with another limit on the time of reads, in milliseconds. */
  withReadTimeout(readTimeout: number): Graph;
  /** How many writes of this process have ended, whether they were kept or not: what was read before may be out of date. */
  readonly writes: { readonly ended: number };
  readonly driver: Driver;
  readonly database: string;
  close(): Promise<void>;
}

/** The oldest Neo4j whose Cypher the queries are written in. */
const OLDEST_VERSION = [5, 26] as const;

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
  // The members of a cluster do not change at the same time: a read must not meet an older graph than the one before it.
  const isRouted = address.uri.startsWith('neo4j');
  const session = { database, ...(isRouted && { bookmarkManager: driver.executeQueryBookmarkManager }) };
  return graphOver({ driver, session, compileOnce: new CompileOnce(), writes: { ended: 0 } }, options);
}

async function requireVersion(driver: Driver, database: string): Promise<void> {
  const { agent } = await driver.getServerInfo({ database });
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(agent ?? '') ?? []).map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_VERSION;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(`${agent} is too old: Neo4j ${OLDEST_VERSION.join('.')} or newer is needed`);
}

interface Connected {
  readonly driver: Driver;
  readonly session: SessionConfig & { readonly database: string };
  readonly compileOnce: CompileOnce;
  readonly writes: { ended: number };
}

function graphOver(connected: Connected, options: GraphOptions): Graph {
  const { driver, session: config, compileOnce, writes } = connected;
  return {
    driver,
    database: config.database,
    writes,
    read: (cypher, parameters = {}, signal) =>
      retryOnce(() =>
        readOnce(
          compileOnce,
          driver.session({ ...config, defaultAccessMode: 'READ' }),
          cypher,
          parameters,
          options.readTimeout,
          signal,
        ),
      ),
    async write(work) {
      const session = driver.session(config);
      try {
        return await session.executeWrite(work);
      } finally {
        writes.ended++;
        await session.close();
      }
    },
    async administer(cypher) {
      const session = driver.session(config);
      try {
        await retryWhileOthersWrite(() => session.run(cypher));
      } finally {
        writes.ended++;
        await session.close();
      }
    },
    withReadTimeout: (readTimeout) => graphOver(connected, { readTimeout }),
    close: () => driver.close(),
  };
}

const MOST_ATTEMPTS = 5;

/** Two commands that begin at the same time on an empty graph stand in each other's way: the database ends one of the two. */
async function retryWhileOthersWrite(attempt: () => Promise<unknown>): Promise<void> {
  for (let attempts = 1; ; attempts++) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (attempts === MOST_ATTEMPTS || !neo4j.isRetryableError(error)) throw error;
      await setTimeout(attempts * 200);
    }
  }
}

/** Reads are safe to repeat; a lost connection or a transient error is tried once more. */
async function retryOnce<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (isPoolExhausted(error))
      throw new DomainError('Unavailable', 'Too many questions at once. Try again shortly.', { cause: error });
    if (isOutOfMemory(error))
      throw new DomainError(
        'Unavailable',
        'The database has no memory left for this question at the moment. Try again shortly, or ask for less at once.',
        { cause: error },
      );
    if (!neo4j.isRetryableError(error)) throw error;
    return attempt();
  }
}

/** All questions under way share the memory; the driver would ask the same again at once, when there is as little. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof neo4j.Neo4jError && error.code.endsWith('MemoryPoolOutOfMemoryError');
}

/** The driver gives this error no code of its own. */
function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Connection acquisition timed out');
}
