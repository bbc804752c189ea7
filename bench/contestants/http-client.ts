import { Agent, request } from 'node:http';

const AGENT = new Agent({ keepAlive: true, maxSockets: 64, noDelay: true });

/** Longer than the limit of any server: one that hangs must not hang the benchmark. */
const TIME_LIMIT_MS = 120_000;

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Posts JSON over a connection that is kept for the next request, and gives the whole answer as text. A kept connection
 * that the server has closed in the meantime is no failure: the request is sent again over another one.
 */
export function postJson(url: URL, body: Buffer, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
  const { promise, resolve, reject } = withResolvers<HttpAnswer>();
  const options = {
    agent: AGENT,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length, ...headers },
    timeout: TIME_LIMIT_MS,
  };
  const sent = request(url, options, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
    );
    response.on('error', reject);
  });
  sent.on('timeout', () => sent.destroy(new Error(`no answer from ${url.href} within ${TIME_LIMIT_MS} ms`)));
  sent.on('error', (error: NodeJS.ErrnoException) => {
    if (sent.reusedSocket && error.code === 'ECONNRESET') postJson(url, body, headers).then(resolve, reject);
    else reject(error);
  });
  sent.end(body);
  return promise;
}

/** Promise.withResolvers, which Node 20 lacks. */
function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((succeed, fail) => {
    resolve = succeed;
    reject = fail;
  });
  return { promise, resolve, reject };
}
