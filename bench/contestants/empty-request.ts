import { askOverHttp } from './ask-over-http.ts';
import type { Contestant } from './contestant.ts';
import { forkServer } from './forked-server.ts';

/** What any GraphQL request costs: one that asks nothing of Apollo's stock server. It answers no question. */
export const EMPTY_REQUEST: Contestant = {
  name: 'empty-request',
  title: 'an empty request',
  async start() {
    const { url, processId, stop } = await forkServer('empty-request');
    const text = { document: '{ __typename }', variables: () => ({}), toCommonForm: () => null };
    return {
      prepare: async (_question, asked) => askOverHttp(url, text, asked),
      processIds: { server: processId },
      stop,
    };
  },
};
