import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { buildSchema, type Schemas } from '../../src/api/build-schema.ts';
import { DEFAULT_LIMITS, type Limits } from '../../src/api/limits/limits.ts';
import { createServer, type ServerParts } from '../../src/api/server.ts';
import type { Graph } from '../../src/graph/open-graph.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are whatever the query asks for
export type Answer = any;

export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string } & Record<string, unknown>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly data: Answer;
  readonly errors: readonly ApiError[] | undefined;
  readonly extensions: Answer;
  /** The answer as it was sent. */
  readonly body: string;
  /** The statements that were sent to the database, in their order; but for the graph's version, which requests share. */
  readonly statements: readonly string[];
}

export interface Api {
  readonly app: FastifyInstance;
  ask(query: string, variables?: Record<string, unknown>): Promise<Asked>;
  /** Sends anything to /graphql, which need not be a question. */
  send(request: RawRequest): Promise<Asked>;
  /** What the server has logged at level error, as it was written. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

export interface RawRequest {
  readonly method?: 'GET' | 'POST';
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Built once for all files of a run: it takes seconds, and depends on nothing but schema/. */
let schemas: Promise<Schemas> | undefined;

export function builtOnce(): Promise<Schemas> {
  schemas ??= buildSchema();
  return schemas;
}

/** Who signs in may ask for more, and a busy machine takes its time: most tests are not about that. */
const AMPLE_LIMITS: Limits = { ...DEFAULT_LIMITS, cost: DEFAULT_LIMITS.costSignedIn, requestTime: 60_000 };

/** The server on this graph, in this process; what it asks of the database is counted. It does not close the graph. */
export async function startApi(
  graph: Graph,
  limits: Limits = AMPLE_LIMITS,
  more: Partial<ServerParts> = {},
): Promise<Api> {
  const statements: string[] = [];
  const { log, lines } = recordingLog();
  const app = await createServer({
    graph: counting(graph, statements),
    log,
    corsOrigins: [],
    schemas: more.schemas ?? (await builtOnce()),
    limits,
    ...more,
  });
  await app.ready();

  async function send({ method = 'POST', url = '/graphql', headers = JSON_TYPE, body }: RawRequest): Promise<Asked> {
    statements.length = 0;
    const response = await app.inject({ method, url, headers, ...(body !== undefined && { body }) });
    const answer = parse(response.body);
    return {
      status: response.statusCode,
      headers: response.headers,
      data: answer.data,
      errors: answer.errors,
      extensions: answer.extensions,
      body: response.body,
      statements: [...statements],
    };
  }

  return {
    app,
    send,
    ask: (query, variables = {}) => send({ body: JSON.stringify({ query, variables }) }),
    logged: lines,
    close: () => app.close(),
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** A graph that writes down each statement before it is sent, but for those that read its version. */
export function counting(graph: Graph, statements: string[]): Graph {
  return {
    ...graph,
    read: (cypher, parameters, signal) => {
      if (!cypher.includes(':GraphState')) statements.push(cypher);
      return graph.read(cypher, parameters, signal);
    },
  };
}

function recordingLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trim().split('\n')));
  return { log: pino({ level: 'error' }, stream), lines };
}

function parse(body: string): { data?: Answer; errors?: readonly ApiError[]; extensions?: Answer } {
  if (body === '') return {};
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`the server answered something that is not JSON: ${body.slice(0, 200)}`);
  }
}

/** The rows of a connection. */
export function nodesOf(connection: Answer): Answer[] {
  return connection.edges.map(({ node }: Answer) => node);
}
