import { createServer } from 'node:net';
import { SetupError } from '../errors.ts';

/** Finds out before anything is started whether the port can be had. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(new SetupError(explain(error, host, port), { cause: error })),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken: stop what listens there, or choose another one with PORT=${port + 1}`;
  if (code === 'EACCES') return `port ${port} may not be used by this user: choose one above 1023 with PORT`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is not an address of this machine`;
  return `cannot listen on ${host}:${port}: ${message}`;
}
