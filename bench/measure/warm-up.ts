import type { Prepared } from '../contestants/contestant.ts';
import { runClients, type Stint } from './clients.ts';

const CLIENTS = 4;

/**
 * Asks every contestant for a while without timing it: a JVM and V8 compile what runs thousands of times. All questions
 * are warmed up before the first is timed, for all share the code below them. What fails here is told when it is timed.
 */
export async function warmUp(contestants: Iterable<Prepared>, stint: Stint): Promise<void> {
  for (const contestant of contestants) await runClients(contestant, CLIENTS, stint).catch(() => {});
}
