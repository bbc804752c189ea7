import type { Driver } from 'neo4j-driver';
import type { Stage } from '../contestants/contestant.ts';
import { openDriver } from '../contestants/cypher/send-cypher.ts';
import { type Effort, type Measurable, type MeasuredCase, measureCase } from './measure-case.ts';

/** All contestants that answer one question about one subject. */
interface Asked {
  readonly timed: ReadonlyMap<string, Measurable>;
}

/** Longer turns than for one question: each must come round to every one of them. */
const ROUND_MS = 1_500;

const CACHED = 'kazaid-cached';
const CHANGE_MS = 1_000;
const CHANGE =
  "MATCH (state:GraphState {id: 'graph'}) SET state.version = state.version + 1, state.changedAt = datetime({timezone: 'Z'})";

/**
 * What a dashboard asks: all questions about all subjects in turn. Who answers them all is measured, and our server with
 * its cache once more while the graph changes every second, so that each answer kept is good for a second at most.
 */
export async function measureMix(
  asked: readonly Asked[],
  neo4j: Stage['neo4j'],
  effort: Effort,
): Promise<MeasuredCase> {
  const [first] = asked;
  const names = [...(first?.timed.keys() ?? [])].filter((name) => asked.every(({ timed }) => timed.has(name)));
  const mixes = new Map(names.map((name) => [name, inTurn(asked.flatMap(({ timed }) => timed.get(name) ?? []))]));
  const cached = mixes.get(CACHED);
  const driver = openDriver(neo4j);
  try {
    if (cached) mixes.set(`${CACHED}, the graph changing every second`, whileChanging(cached, driver));
    const [alone, together] = [
      { ...effort.alone, milliseconds: ROUND_MS },
      { ...effort.together, milliseconds: ROUND_MS },
    ];
    return await measureCase(mixes, { ...effort, alone: unlimited(alone), together: unlimited(together) });
  } finally {
    await driver.close();
  }
}

const unlimited = (stint: Effort['alone']) => ({ ...stint, most: Number.POSITIVE_INFINITY });

/** Every request is about the next of them, whichever client sends it. */
function inTurn(all: readonly Measurable[]): Measurable {
  let place = 0;
  return {
    send: async () => {
      const next = all[place % all.length] as Measurable;
      place += 1;
      await next.send();
    },
    toCommonForm: () => null,
    processIds: all[0]?.processIds ?? [],
  };
}

/** A second after the last change, the next request changes the graph first. */
function whileChanging(measurable: Measurable, driver: Driver): Measurable {
  let changed = Number.NEGATIVE_INFINITY;
  return {
    ...measurable,
    send: async () => {
      if (performance.now() - changed >= CHANGE_MS) {
        changed = performance.now();
        const { summary } = await driver.executeQuery(CHANGE, {}, { database: 'neo4j' });
        if (!summary.counters.containsUpdates()) throw new Error('the graph has no version to move');
      }
      return measurable.send();
    },
  };
}
