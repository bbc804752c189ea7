import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { addSignIn, viewerOf } from '../../../src/api/sign-in/add-sign-in.ts';
import { DomainError } from '../../../src/errors.ts';

/** Knows the tokens 'good' and 'away'. */
async function verify(token: string) {
  if (token === 'good') return { id: 'aigerim', roles: ['ADMIN'] as const };
  throw token === 'away'
    ? new DomainError('Unavailable', 'later', { cause: new Error('the keys did not come') })
    : new DomainError('Unauthenticated', 'not this one');
}

const logged: string[] = [];

async function ask(authorization?: string) {
  logged.length = 0;
  const app = Fastify({ logger: { level: 'error', stream: { write: (line: string) => logged.push(line) } } });
  addSignIn(app, verify);
  app.post('/', async (request) => viewerOf(request) ?? 'nobody');
  return app.inject({ method: 'POST', url: '/', headers: authorization === undefined ? {} : { authorization } });
}

describe('signing in', () => {
  it.each(['Bearer good', 'bearer  good'])('takes the token from the header: %s', async (header) => {
    expect((await ask(header)).json()).toEqual({ id: 'aigerim', roles: ['ADMIN'] });
  });

  it('leaves who shows no token anonymous', async () => {
    expect((await ask()).body).toBe('nobody');
  });

  it.each([
    '',
    'good',
    'Bearer',
    'Bearer ',
    'Basic good',
    'Bearer good good',
    'Bearer bad',
    'Bearer good, Bearer good',
  ])('answers 401 to anything else: "%s"', async (header) => {
    const { statusCode, headers, body } = await ask(header);
    expect([statusCode, headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"']);
    expect(JSON.parse(body).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('answers 503 where the token cannot be checked', async () => {
    const { statusCode, body } = await ask('Bearer away');
    expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([503, 'UNAVAILABLE']);
    expect(logged).toEqual([expect.stringContaining('the keys did not come')]);
  });
});
