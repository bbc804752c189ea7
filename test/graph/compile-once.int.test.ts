import type { Result } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CompileOnce } from '../../src/graph/compile-once.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { openTestGraph } from '../support/seeded-graph.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());

/** Sends statements at the same moment and writes down what happens, in its order. */
async function sendAtOnce(
  compileOnce: CompileOnce,
  statements: readonly (readonly [string, object])[],
  givenUp: Promise<never> = new Promise(() => {}),
) {
  const events: string[] = [];
  const outcomes = await Promise.allSettled(
    statements.map(async ([cypher, parameters], index) => {
      const session = graph.driver.session();
      try {
        return await compileOnce.run(cypher, { ...parameters }, givenUp, () => {
          events.push(`sent ${index}`);
          const result: Result = session.run(cypher, parameters);
          const note = () => void events.push(`compiled ${index}`);
          result.keys().then(note, note);
          return result;
        });
      } finally {
        await session.close();
      }
    }),
  );
  return { events, statuses: outcomes.map(({ status }) => status) };
}

describe('a statement that is new to the database', () => {
  it('is sent once, and those like it when it is compiled: all at once', async () => {
    const once = new CompileOnce();
    const alike = [1, 2, 3].map((value) => ['RETURN $value AS compiled_once', { value }] as const);
    const { events, statuses } = await sendAtOnce(once, alike);
    expect(events.slice(0, 2)).toEqual(['sent 0', 'compiled 0']);
    expect(events.slice(2, 4).sort()).toEqual(['sent 1', 'sent 2']);
    expect(statuses).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);

    const later = await sendAtOnce(once, alike);
    expect(later.events.slice(0, 3)).toEqual(['sent 0', 'sent 1', 'sent 2']);
  });

  it('holds up no other, and none whose parameters make it another one', async () => {
    const { events } = await sendAtOnce(new CompileOnce(), [
      ['RETURN $value AS shape', { value: 'short' }],
      ['RETURN $value AS shape', { value: 'a text that is more than ten times as long as that of the one before it' }],
      ['RETURN $value AS shape', { value: null }],
      ['RETURN $value AS other', { value: 'short' }],
    ]);
    expect(events.slice(0, 4)).toEqual(['sent 0', 'sent 1', 'sent 2', 'sent 3']);
  });

  it('that fails, or is given up, lets the others go, and each is told of its own failure', async () => {
    const wrong = [1, 2, 3].map(() => ['RETURN nothing', {}] as const);
    const { events, statuses } = await sendAtOnce(new CompileOnce(), wrong);
    expect(events.slice(0, 4)).toEqual(['sent 0', 'compiled 0', 'sent 1', 'sent 2']);
    expect(statuses).toEqual(['rejected', 'rejected', 'rejected']);

    const tired = Promise.reject(new Error('the client is gone'));
    const alike = [1, 2].map((value) => ['RETURN $value AS given_up', { value }] as const);
    expect((await sendAtOnce(new CompileOnce(), alike, tired)).events.slice(0, 2)).toEqual(['sent 0', 'sent 1']);
  });
});
