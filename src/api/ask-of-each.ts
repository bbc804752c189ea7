import DataLoader from 'dataloader';
import type { Graph } from '../graph/open-graph.ts';
import { inGroups } from './in-groups.ts';

/** A question about many records at once: what it finds, by the id of the record. */
export type QuestionOfMany<Found, Parameters extends object> = (
  graph: Graph,
  ids: readonly string[],
  parameters: Parameters,
  signal?: AbortSignal,
) => Promise<Map<string, Found>>;

/** Asks such a question about one record; null where it finds nothing. */
export type AskOfEach = <Found, Parameters extends object>(
  question: QuestionOfMany<Found, Parameters>,
  id: string,
  parameters: Parameters,
) => Promise<Found | null>;

interface Key {
  readonly question: QuestionOfMany<unknown, object>;
  readonly id: string;
  readonly parameters: object;
}

/** What is asked at the same time in the same way, of however many records, takes one round trip. */
export function createAskOfEach(graph: Graph, signal: AbortSignal | undefined): AskOfEach {
  const loader = new DataLoader((keys: readonly Key[]) => answer(keys, graph, signal), { cache: false });
  return <Found, Parameters extends object>(
    question: QuestionOfMany<Found, Parameters>,
    id: string,
    parameters: Parameters,
  ) => loader.load({ question: question as Key['question'], id, parameters }) as Promise<Found | null>;
}

function answer(keys: readonly Key[], graph: Graph, signal: AbortSignal | undefined): Promise<unknown[]> {
  return inGroups(
    keys,
    ({ question }) => question,
    (question, asked) =>
      inGroups(
        asked,
        ({ parameters }) => JSON.stringify(parameters),
        async (_, alike) => {
          const answers = await question(graph, [...new Set(alike.map(({ id }) => id))], alike[0].parameters, signal);
          return alike.map(({ id }) => answers.get(id) ?? null);
        },
      ),
  );
}
