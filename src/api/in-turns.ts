import { setImmediate } from 'node:timers/promises';

/** How long other requests may be kept waiting, in milliseconds. */
const TURN = 20;

/** Does the work item by item and lets others have their turn in between; ends when the signal aborts. */
export async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < TURN) continue;
    await setImmediate();
    signal?.throwIfAborted();
    began = performance.now();
  }
}
