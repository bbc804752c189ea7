import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueToken } from '../../../src/api/sign-in/issue-token.ts';
import { createTokenVerifier } from '../../../src/api/sign-in/token-verifier.ts';
import { TOKEN_RULES } from '../../support/token-rules.ts';

const SECRET = TOKEN_RULES.key as Uint8Array;
const NOW = Math.floor(Date.now() / 1000);
const GOOD = { iss: 'here', aud: 'api', sub: 'aigerim', roles: ['curator'], exp: NOW + 60 };

function sign(claims: JWTPayload, { algorithm = 'HS256', key = SECRET } = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: algorithm }).sign(key);
}

function without(name: keyof typeof GOOD): JWTPayload {
  const { [name]: _, ...rest } = GOOD;
  return rest;
}

describe('a token by shared secret', () => {
  const verify = createTokenVerifier(TOKEN_RULES);

  it('says who asks, and which of our roles they have', async () => {
    const token = await sign({ ...GOOD, roles: ['curator', 'role of another system', 'admin'] });
    expect(await verify(token)).toEqual({ id: 'aigerim', roles: ['CURATOR', 'ADMIN'] });
  });

  it('is accepted as it is issued here', async () => {
    const token = await issueToken(TOKEN_RULES, { id: 'aigerim', roles: ['ALUMNI_OFFICER'] }, 1);
    expect(await verify(token)).toEqual({ id: 'aigerim', roles: ['ALUMNI_OFFICER'] });
  });

  it('is good for several audiences if we are one of them', async () => {
    expect(await verify(await sign({ ...GOOD, aud: ['other', 'api'] }))).toMatchObject({ id: 'aigerim' });
  });

  it.each<[why: string, token: () => Promise<string> | string, reason: RegExp]>([
    ['nothing', () => '', /not one of ours/],
    ['no token at all', () => 'abc', /not one of ours/],
    ['three parts that are none', () => 'a.b.c', /not one of ours/],
    ['signed with another key', () => sign(GOOD, { key: SECRET.toReversed() }), /not one of ours/],
    ['not signed', () => new UnsecuredJWT(GOOD).encode(), /signed in another way|not one of ours/],
    [
      'signed by HS512',
      () => sign(GOOD, { algorithm: 'HS512', key: new Uint8Array(64).fill(7) }),
      /signed in another way/,
    ],
    ['expired', () => sign({ ...GOOD, exp: NOW - 60 }), /expired/],
    ['not valid yet', () => sign({ ...GOOD, nbf: NOW + 60 }), /"nbf"/],
    ['without an end', () => sign(without('exp')), /"exp"/],
    ['an end that is no number', () => sign({ ...GOOD, exp: 'never' as never }), /"exp"|not one of ours/],
    ['of another issuer', () => sign({ ...GOOD, iss: 'elsewhere' }), /"iss"/],
    ['of no issuer', () => sign(without('iss')), /"iss"/],
    ['for another audience', () => sign({ ...GOOD, aud: 'other' }), /"aud"/],
    ['for no audience', () => sign(without('aud')), /"aud"/],
    ['about nobody', () => sign(without('sub')), /"sub"/],
    ['about an empty name', () => sign({ ...GOOD, sub: '' }), /"sub"/],
    ['about a number', () => sign({ ...GOOD, sub: 123 as never }), /"sub"/],
    ['about an object', () => sign({ ...GOOD, sub: { id: 1 } as never }), /"sub"/],
    ['roles as text', () => sign({ ...GOOD, roles: 'admin' }), /"roles"/],
    ['roles as an object', () => sign({ ...GOOD, roles: { admin: true } }), /"roles"/],
    ['roles that are null', () => sign({ ...GOOD, roles: null }), /"roles"/],
    ['roles that are no texts', () => sign({ ...GOOD, roles: [['admin']] }), /"roles"/],
    ['without roles', () => sign(without('roles')), /"roles"/],
    ['a claim changed afterwards', async () => changed(await sign(GOOD)), /not one of ours/],
  ])('is refused: %s', async (_, token, reason) => {
    await expect(verify(await token())).rejects.toMatchObject({
      code: 'Unauthenticated',
      message: expect.stringMatching(reason),
    });
  });
});

function changed(token: string): string {
  const [head, , signature] = token.split('.');
  const claims = Buffer.from(JSON.stringify({ ...GOOD, roles: ['admin'] })).toString('base64url');
  return [head, claims, signature].join('.');
}

describe('a token by the keys of an issuer', () => {
  let [issuer, url]: [Server?, URL?] = [];
  let published: object = {};
  let fetched = 0;

  beforeAll(async () => {
    issuer = createServer((_request, response) => {
      fetched += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(published));
    });
    await new Promise<void>((resolve) => issuer?.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(issuer.address() as AddressInfo).port}/keys`);
  });
  afterAll(() => issuer?.close());

  async function newKey(kid: string) {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const signed = () => new SignJWT(GOOD).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
    return { signed, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256' } };
  }

  const rules = () => ({ ...TOKEN_RULES, algorithm: 'RS256', key: url as URL });

  it('is checked by keys that are fetched once', async () => {
    const key = await newKey('one');
    published = { keys: [key.jwk] };
    const verify = createTokenVerifier(rules());
    fetched = 0;
    for (let time = 0; time < 3; time += 1) expect(await verify(await key.signed())).toMatchObject({ id: 'aigerim' });
    expect(fetched).toBe(1);
  });

  it('is refused with a key that is not published, and one signed with the public key as if it were a secret', async () => {
    const [key, other] = [await newKey('one'), await newKey('other')];
    published = { keys: [key.jwk] };
    const verify = createTokenVerifier(rules());
    const swapped = await sign(GOOD, { key: new TextEncoder().encode(JSON.stringify(key.jwk)) });
    for (const token of [await other.signed(), swapped])
      await expect(verify(token)).rejects.toMatchObject({ code: 'Unauthenticated' });
  });

  it('cannot be checked while the keys cannot be had: that is no refusal', async () => {
    const key = await newKey('one');
    published = { nothing: true };
    await expect(createTokenVerifier(rules())(await key.signed())).rejects.toMatchObject({ code: 'Unavailable' });
    published = { keys: [{ kty: 'RSA', kid: 'one', alg: 'RS256' }] };
    await expect(createTokenVerifier(rules())(await key.signed())).rejects.toMatchObject({ code: 'Unavailable' });
    const nowhere = { ...rules(), key: new URL('http://127.0.0.1:9/keys') };
    await expect(createTokenVerifier(nowhere)(await key.signed())).rejects.toMatchObject({ code: 'Unavailable' });
  });

  it('is not issued here', async () => {
    await expect(issueToken(rules(), { id: 'aigerim', roles: [] }, 1)).rejects.toMatchObject({ code: 'Forbidden' });
  });
});
