import type { FastifyInstance } from 'fastify';
import { readExamples } from './examples.ts';

/**
 * Asks the worked examples once, one after another. The database plans a question when it first comes, which takes a
 * cold one seconds: this way it is not the first user who waits for them. Their answers, errors too, interest nobody.
 * Ends soon after the signal.
 */
export async function warmUp(app: FastifyInstance, signal: AbortSignal): Promise<void> {
  for (const { query } of await readExamples()) {
    if (signal.aborted) return;
    await app.inject({ method: 'POST', url: '/graphql', payload: { query }, signal }).catch(() => {});
  }
}
