import { isDeepStrictEqual } from 'node:util';
import type { Driver } from 'neo4j-driver';
import type { Contestant, Prepared } from '../contestant.ts';
import { openRecorder, type Recording } from './recorder.ts';
import { openDriver, sendCypher } from './send-cypher.ts';

/** The statements that our own API sends for the question, in the same order, through the bare driver. */
export const CYPHER: Contestant = {
  name: 'cypher',
  title: 'the same Cypher through the driver',
  async start({ neo4j }) {
    const driver = openDriver(neo4j);
    const recorder = await openRecorder(neo4j);
    return {
      prepare: async ({ kazaid }, asked) => {
        const recording = await recorder.record(kazaid, asked);
        return replay(driver, recording, () => kazaid.toCommonForm(recording.data));
      },
      processIds: { database: neo4j.processId },
      stop: async () => {
        await recorder.close();
        await driver.close();
      },
    };
  },
};

/** It gives what our API gave as long as the rows are those that our API got. */
function replay(driver: Driver, { waves }: Recording, toCommonForm: () => unknown): Prepared {
  return {
    async send() {
      const rows: object[][] = [];
      for (const wave of waves)
        rows.push(...(await Promise.all(wave.map(({ cypher, parameters }) => sendCypher(driver, cypher, parameters)))));
      return rows;
    },
    toCommonForm(answer: object[][]) {
      const recorded = waves.flat().map(({ rows }) => rows);
      if (!isDeepStrictEqual(plain(answer), plain(recorded))) throw new Error('other rows than our API was given');
      return toCommonForm();
    },
  };
}

/** The API adds marks of its own to the rows, which no JSON shows. */
function plain(rows: unknown): unknown {
  return JSON.parse(JSON.stringify(rows));
}
