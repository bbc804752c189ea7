import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Api, startApi } from '../../support/api.ts';
import { readXml } from '../../support/read-xml.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

let graph: Graph;
let api: Api;
let port: number;
/** Called before each read of statements: a table that has many pages. */
let hold: (cypher: string, signal: AbortSignal | undefined) => Promise<void>;
/** Appended to the text of each statement. */
let longer = '';
const LIMITS = { atOnce: 2, perAddress: 2, rows: 7_000, time: 60_000 };

beforeAll(async () => {
  graph = await openSeededGraph();
  const held: Graph = {
    ...graph,
    read: async (cypher, parameters, signal) => {
      if (!cypher.includes('statement.id > $after')) return graph.read(cypher, parameters, signal);
      await hold(cypher, signal);
      return (await graph.read<Record<string, unknown>>(cypher, parameters, signal)).map(lengthen) as never[];
    },
  };
  api = await startApi(held, undefined, { exportLimits: LIMITS });
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const [address] = api.app.addresses();
  port = typeof address === 'object' ? address.port : 0;
});
afterAll(async () => {
  await api.close();
  await graph.close();
});
beforeEach(() => {
  hold = async () => {};
  longer = '';
});

const lengthen = ({ row }: Record<string, unknown>) => {
  const statement = row as { readonly text: string };
  return { row: { ...statement, text: statement.text + longer } };
};
const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  api.app.inject({ method, url, headers });
const filtered = (file: string, filter: object) =>
  `/export/${file}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** A request over a real connection, up to its first bytes. */
async function begin(path: string): Promise<{ request: ClientRequest; response: IncomingMessage }> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path }, (response) => resolve({ request, response }));
    request.once('error', reject);
  });
}

describe('GET /export', () => {
  it('answers a table as a file with its type and name', async () => {
    const response = await ask(filtered('partners.csv', { of: 'organisation:kazaid' }));
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="kazaid-partners.csv"',
      'cache-control': 'public, no-cache',
    });
    expect(response.body.split('\r\n')[0]).toMatch(/^actor_id,actor_kind,actor_name,/);
    expect(response.body).toContain('country:TJ');
  });

  it.each([
    ['organisations.jsonl', 'application/x-ndjson; charset=utf-8'],
    ['network.graphml', 'application/graphml+xml; charset=utf-8'],
    ['network.gexf', 'application/gexf+xml; charset=utf-8'],
    ['iati.xml?publisherRef=KZ-BIN-000000000000', 'application/xml; charset=utf-8'],
  ])('answers %s as %s', async (file, type) => {
    const response = await ask(`/export/${file}`);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe(type);
    if (type.includes('xml')) expect(readXml(response.body).length).toBeGreaterThan(5);
  });

  it('begins with the mark of UTF-8 for Excel', async () => {
    expect((await ask('/export/goals.csv?bom=true')).body.startsWith('\uFEFFid,')).toBe(true);
  });

  it.each([
    ['%3B', ';'],
    [';', ';'],
    ['tab', '\t'],
    ['%09', '\t'],
    [',', ','],
  ])('has between its cells what delimiter=%s means', async (given, delimiter) => {
    const { body } = await ask(`/export/goals.csv?delimiter=${given}`);
    expect(body.split('\r\n')[0]).toMatch(new RegExp(`^id${delimiter}[a-z_]+${delimiter}`));
  });

  it.each([
    [filtered('partners.csv', {}), 400, 'BAD_USER_INPUT', /^filter\.of: missing; expected ID! \(/],
    [filtered('partners.csv', { of: 'organisation:nobody' }), 400, 'NOT_FOUND', /organisation:nobody/],
    [filtered('participations.csv', { roles: ['BOSS'] }), 400, 'BAD_USER_INPUT', /BOSS/],
    ['/export/partners.csv?filter={', 400, 'BAD_USER_INPUT', /filter: expected a JSON object/],
    ['/export/partners.csv?filter=[1]', 400, 'BAD_USER_INPUT', /filter: got \[1\]/],
    ['/export/goals.csv?filtre={}', 400, 'BAD_USER_INPUT', /filtre: not known/],
    ['/export/goals.csv?bom=true&bom=true', 400, 'BAD_USER_INPUT', /bom: given more than once/],
    ['/export/goals.csv?delimiter=%7C', 400, 'BAD_USER_INPUT', /delimiter: got "\|", expected "," or ";" or tab/],
    ['/export/goals.jsonl?delimiter=%3B', 400, 'BAD_USER_INPUT', /delimiter: given for jsonl, .*only csv/],
    ['/export/goals.gexf', 400, 'BAD_USER_INPUT', /format: got "gexf"/],
    ['/export/iati.xml', 400, 'BAD_USER_INPUT', /publisherRef: missing/],
    ['/export/alumni.csv', 404, 'NOT_FOUND', /"alumni", expected one of/],
    ['/export/auditEvents.csv', 404, 'NOT_FOUND', /expected one of/],
    ['/export/goals', 404, 'NOT_FOUND', /partners\.csv/],
  ])('refuses %s with %i and says why', async (url, status, code, message) => {
    const response = await ask(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(response.headers).not.toHaveProperty('content-disposition');
    expect(response.json()).toEqual({ errors: [{ message: expect.stringMatching(message), extensions: { code } }] });
  });

  it('sends no body for HEAD, and reads no further than the first page', async () => {
    let pages = 0;
    hold = async () => {
      pages += 1;
    };
    const response = await ask('/export/statements.csv', {}, 'HEAD');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toMatch(/^text\/csv/);
    expect(response.body).toBe('');
    expect(pages).toBe(1);
    expect((await ask('/export/nothing.csv', {}, 'HEAD')).statusCode).toBe(404);
  });

  it('is not sent again until the graph changes', async () => {
    const first = await ask('/export/goals.csv');
    const tag = String(first.headers.etag);
    const again = await ask('/export/goals.csv', { 'if-none-match': tag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await ask('/export/goals.jsonl', { 'if-none-match': tag })).statusCode).toBe(200);
  });

  it('takes no token that is not in order', async () => {
    expect((await ask('/export/goals.csv', { authorization: 'Bearer nonsense' })).statusCode).toBe(401);
  });

  it('refuses more at once than it may serve, and serves again afterwards', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    hold = () => gate;
    const both = [ask('/export/statements.csv'), ask('/export/statements.csv')];
    await new Promise((resolve) => setTimeout(resolve, 200));
    const third = await ask('/export/goals.csv');
    expect(third.statusCode).toBe(503);
    expect(third.headers['retry-after']).toBe('10');
    expect(third.json().errors[0]).toMatchObject({
      message: expect.stringContaining('2 exports'),
      extensions: { code: 'UNAVAILABLE' },
    });
    open();
    for (const response of await Promise.all(both)) expect(response.statusCode).toBe(200);
    expect((await ask('/export/goals.csv')).statusCode).toBe(200);
  });

  it('ends what it asks of the database when the client goes away', async () => {
    const signals: AbortSignal[] = [];
    let pages = 0;
    hold = async (_, signal) => {
      pages += 1;
      if (signal) signals.push(signal);
      if (pages === 3)
        await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    };
    const { request, response } = await begin('/export/statements.csv');
    response.on('error', () => {});
    response.resume();
    await expect.poll(() => pages).toBe(3);
    request.destroy();
    await expect.poll(() => signals.at(-1)?.aborted).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(pages).toBe(3);
    hold = async () => {};
    expect((await ask('/export/goals.csv')).statusCode).toBe(200);
  });

  it.each([
    ['an error of the database', 4],
    ['more rows than it may have', 0],
  ])('breaks the connection off after %s, so that a part does not look like the whole', async (_, failing) => {
    let pages = 0;
    hold = async () => {
      pages += 1;
      if (pages === failing) throw new Error('the database fell over');
    };
    const rows = LIMITS.rows;
    if (failing === 0) Object.assign(LIMITS, { rows: 1_000 });
    try {
      const { response } = await begin('/export/statements.csv');
      expect(response.statusCode).toBe(200);
      let body = '';
      const ended = new Promise<string>((resolve) => {
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.once('end', () => resolve('complete'));
        response.once('error', () => resolve('broken off'));
      });
      expect(await ended).toBe('broken off');
      expect(body).toMatch(/^id,fact_id/);
      expect(body).not.toContain('the database fell over');
    } finally {
      Object.assign(LIMITS, { rows });
    }
  });

  it('refuses one address more than its share', async () => {
    Object.assign(LIMITS, { perAddress: 1 });
    try {
      hold = () => new Promise((resolve) => setTimeout(resolve, 1_500));
      const first = begin('/export/statements.jsonl');
      await new Promise((resolve) => setTimeout(resolve, 300));
      const refused = await ask('/export/goals.csv');
      expect(refused.statusCode).toBe(429);
      expect(refused.body).toContain('1 exports of this address are under way');
      (await first).request.destroy();
    } finally {
      Object.assign(LIMITS, { perAddress: 2 });
    }
  });

  it('gives up on a client that takes nothing, when no buffer takes any more', async () => {
    longer = 'x'.repeat(50_000);
    let pages = 0;
    hold = async () => {
      pages += 1;
    };
    Object.assign(LIMITS, { time: 4_000, atOnce: 1 });
    const socket = connect({ host: '127.0.0.1', port });
    try {
      socket.pause().write('GET /export/statements.jsonl HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
      await expect.poll(() => pages, { timeout: 5_000 }).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      const whileFull = pages;
      expect((await ask('/export/goals.csv')).statusCode).toBe(503);
      await expect.poll(async () => (await ask('/export/goals.csv')).statusCode, { timeout: 10_000 }).toBe(200);
      expect(pages).toBe(whileFull);
    } finally {
      socket.destroy();
      Object.assign(LIMITS, { time: 60_000, atOnce: 2 });
    }
  });

  it('waits for a client that takes its time', async () => {
    let pages = 0;
    hold = async () => {
      pages += 1;
    };
    // Without a socket, whose buffers may take the whole table.
    const response = await api.app.inject({ url: '/export/statements.jsonl', payloadAsStream: true });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const whilePaused = pages;
    let size = 0;
    for await (const chunk of response.stream()) size += chunk.length;
    expect(size).toBeGreaterThan(1_000_000);
    expect(whilePaused).toBeLessThan(pages / 2);
  });
});
