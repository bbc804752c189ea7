import { once } from 'node:events';

/** The child's side of `forkServer`: takes the parts, starts, tells the address, and ends when the parent does. */
export async function serve<Parts>(start: (parts: Parts) => Promise<string>): Promise<void> {
  process.once('disconnect', () => process.exit());
  const [parts] = (await once(process, 'message')) as [Parts];
  process.send?.({ url: await start(parts) });
}
