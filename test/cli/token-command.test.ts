import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../src/api/sign-in/token-verifier.ts';
import { tokenRules } from '../../src/cli/token-rules.ts';
import { readConfig } from '../../src/config.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const BIN = fileURLToPath(new URL('../../bin/kazaid.mjs', import.meta.url));
const USUAL = ['--role', 'curator', '--for', 'Айгерім'];
const SECRET = 's'.repeat(32);

function token(options: readonly string[], environment: NodeJS.ProcessEnv) {
  const env = { PATH: process.env.PATH, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'token', ...options], { env, encoding: 'utf8' });
  return { status, token: stdout.trim(), said: stderr.trim() };
}

async function verify(text: string, environment: NodeJS.ProcessEnv) {
  const rules = tokenRules(readConfig(environment));
  if (!rules) throw new Error('no token is accepted');
  return createTokenVerifier(rules)(text);
}

describe('kazaid token', () => {
  it('issues one that the server of the same data folder accepts, and no other', async () => {
    const [here, elsewhere] = [{ KAZAID_DATA: createTemporaryFolder() }, { KAZAID_DATA: createTemporaryFolder() }];
    const issued = token([...USUAL, '--role', 'admin'], here);
    expect(issued.status).toBe(0);
    expect(issued.said).toBe(
      'For Айгерім, as curator, admin, for 12 hours. Send it as the header "Authorization: Bearer <token>".',
    );
    expect(await verify(issued.token, here)).toEqual({ id: 'Айгерім', roles: ['CURATOR', 'ADMIN'] });
    await expect(verify(issued.token, elsewhere)).rejects.toMatchObject({ code: 'Unauthenticated' });
  });

  it('issues one by AUTH_SECRET, also for a server with a Neo4j of somebody else', async () => {
    const environment = { AUTH_SECRET: SECRET, NEO4J_URI: 'bolt://localhost', NEO4J_PASSWORD: 'x' };
    expect(await verify(token(USUAL, environment).token, environment)).toMatchObject({ roles: ['CURATOR'] });
  });

  it.each<[options: string[], environment: NodeJS.ProcessEnv, said: RegExp]>([
    [['--role', 'boss', '--for', 'x'], {}, /Expected one of analyst, alumni_officer, curator, admin, alumnus/],
    [['--for', 'x'], {}, /--role/],
    [['--role', 'admin'], {}, /--for/],
    [['--role', 'admin', '--for', ' '], {}, /Expected a name/],
    [[...USUAL, '--hours', '0'], {}, /Expected a whole number from 1 to 8784/],
    [USUAL, { NEO4J_URI: 'bolt://localhost', NEO4J_PASSWORD: 'x' }, /AUTH_SECRET is not/],
    [
      USUAL,
      {
        AUTH_JWKS_URL: 'https://login.example.org/keys',
        AUTH_ISSUER: 'https://login.example.org',
        AUTH_AUDIENCE: 'us',
      },
      /tokens are issued by https:\/\/login.example.org, not here/,
    ],
  ])('refuses %o with %o', (options, environment, said) => {
    const refused = token(options, { KAZAID_DATA: createTemporaryFolder(), ...environment });
    expect([refused.status, refused.token]).toEqual([1, '']);
    expect(refused.said).toMatch(said);
  });
});
