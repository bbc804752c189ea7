import { askOverHttp } from './ask-over-http.ts';
import type { Contestant } from './contestant.ts';
import { loadIntoPostgres } from './postgraphile/load.ts';
import { startPostgres } from './postgraphile/postgres.ts';
import { servePostgraphile } from './postgraphile/serve-postgraphile.ts';

/** PostGraphile 5 over PostgreSQL with the same rows, and with an SQL function for each question. */
export const POSTGRAPHILE: Contestant = {
  name: 'postgraphile',
  title: 'PostGraphile 5 on PostgreSQL',
  async start({ network, log }) {
    const postgres = await startPostgres();
    try {
      await loadIntoPostgres(postgres, network, log);
      const { url, processId, stop } = await servePostgraphile(postgres.environment);
      return {
        prepare: async ({ postgraphile }, asked) => postgraphile && askOverHttp(url, postgraphile, asked),
        processIds: { server: processId, database: postgres.processId },
        stop: async () => {
          await stop();
          await postgres.stop();
        },
      };
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  },
};
