import { DomainError } from '../../errors.ts';
import { renewImportLock } from '../../graph/imports/import-lock.ts';
import type { Graph } from '../../graph/open-graph.ts';

const RENEW_MS = 15_000;

export interface Turn {
  readonly graph: Graph;
  /** Of who holds the lock. */
  readonly token: string;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Runs the work and renews the lock all the while. The signal of the work is aborted by Ctrl-C, and where another has
 * taken the place in the meantime: that ends with a Conflict.
 */
export async function keepTurn<Result>(
  { graph, token, signal }: Turn,
  work: (signal: AbortSignal) => Promise<Result>,
  renewEvery = RENEW_MS,
): Promise<Result> {
  const loss = new AbortController();
  const renew = async () => {
    if (!(await renewImportLock(graph, token))) loss.abort();
  };
  const renewing = setInterval(() => void renew().catch(() => {}), renewEvery);
  try {
    const result = await work(AbortSignal.any([signal, loss.signal]));
    if (!loss.signal.aborted) return result;
  } finally {
    clearInterval(renewing);
  }
  throw new DomainError(
    'Conflict',
    'another import has taken the place of this one, which did not answer for a minute: stopped; run it again to go on',
  );
}
