import type { Contestant } from '../contestant.ts';
import { openDriver, sendCypher } from './send-cypher.ts';

/** For each question the one statement that a person would write for it, through the bare driver. */
export const HAND_WRITTEN_CYPHER: Contestant = {
  name: 'hand-written-cypher',
  title: 'one hand-written Cypher statement',
  async start({ neo4j }) {
    const driver = openDriver(neo4j);
    return {
      prepare: async ({ handWrittenCypher: text }, asked) =>
        text && {
          send: () => sendCypher(driver, text.statement, text.parameters(asked)),
          toCommonForm: text.toCommonForm,
        },
      processIds: { database: neo4j.processId },
      stop: () => driver.close(),
    };
  },
};
