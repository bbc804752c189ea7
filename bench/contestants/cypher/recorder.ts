import { pino } from 'pino';
import { createServer } from '../../../src/api/server.ts';
import { groupBy } from '../../../src/domain/group-by.ts';
import { type Graph, openGraph, type Parameters } from '../../../src/graph/open-graph.ts';
import type { Answer, Case, GraphqlText } from '../../questions/question.ts';
import type { Stage } from '../contestant.ts';

/** A statement as our API sends it, and what the database answered. */
export interface RecordedStatement {
  readonly cypher: string;
  readonly parameters: Parameters;
  readonly wave: number;
  rows: readonly object[];
}

export interface Recording {
  /** Statements that are under way at the same time; a wave begins when the one before it has been answered. */
  readonly waves: readonly (readonly RecordedStatement[])[];
  /** What our API made of it. */
  readonly data: Answer;
}

export interface Recorder {
  /** Asks our API, in this process, and gives what it sent to the database for it. */
  record(text: GraphqlText, asked: Case): Promise<Recording>;
  close(): Promise<void>;
}

const READ_TIMEOUT = 60_000;

export async function openRecorder({ uri, user, password }: Stage['neo4j']): Promise<Recorder> {
  const graph = await openGraph({ uri, user, password }, { readTimeout: READ_TIMEOUT });
  let statements: RecordedStatement[] = [];
  const recording = noting(graph, (statement) => statements.push(statement));
  const app = await createServer({ graph: recording, log: pino({ level: 'silent' }), corsOrigins: [] });
  const ask = async (payload: object) => {
    statements = [];
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/graphql', payload });
    const { data, errors } = JSON.parse(body);
    if (statusCode !== 200 || errors) throw new Error(`our own API answered ${statusCode}: ${body.slice(0, 300)}`);
    return data;
  };
  return {
    async record({ document, variables }, asked) {
      const payload = { query: document, variables: variables?.(asked) ?? asked.variables };
      // What is read once and then kept is no part of the question.
      await ask(payload);
      const data = await ask(payload);
      return { waves: [...groupBy(statements, ({ wave }) => wave).values()], data };
    },
    async close() {
      await app.close();
      await graph.close();
    },
  };
}

/** Notes each read with its wave: the one after the latest that was answered when it was sent. */
function noting(graph: Graph, note: (statement: RecordedStatement) => number): Graph {
  let answered = 0;
  return {
    ...graph,
    async read<Row extends object>(cypher: string, parameters: Parameters = {}, signal?: AbortSignal) {
      const statement: RecordedStatement = { cypher, parameters, wave: answered + 1, rows: [] };
      if (note(statement) === 1) answered = statement.wave - 1;
      const rows = await graph.read<Row & Record<string, unknown>>(cypher, parameters, signal);
      answered = Math.max(answered, statement.wave);
      statement.rows = rows;
      return rows as never;
    },
  };
}
