import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { SetupError } from '../src/errors.ts';

const EXAMPLE = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

function expectRefusal(environment: NodeJS.ProcessEnv) {
  return expect(() => readConfig(environment));
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      corsOrigins: [],
      neo4j: null,
      testNeo4j: null,
      embedded: { dataFolder: resolve(import.meta.dirname, '../.kazaid'), javaHome: undefined, searchPath: '' },
      callerFolder: process.cwd(),
      databaseTimeoutMs: 5000,
      rateLimits: { requests: 100, points: 20_000 },
      trustedProxies: [],
      responseCacheBytes: 64_000_000,
      signIn: {
        issuer: 'kazaid',
        audience: 'kazaid',
        rolesClaim: 'roles',
        algorithm: 'HS256',
        secret: null,
        keysUrl: null,
      },
      alumniKeys: resolve(import.meta.dirname, '../.kazaid/alumni-keys'),
      logLevel: 'warn',
    });
  });

  it('takes what is set, without the spaces around it', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: ' 0 ',
      CORS_ORIGINS: 'https://example.org, http://localhost:5173',
      KAZAID_DATA: 'some/folder',
      NEO4J_URI: 'neo4j+s://graph.example.org:7687',
      NEO4J_USER: 'reader',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'partnerships',
      NEO4J_TEST_URI: 'bolt://localhost',
      NEO4J_TEST_PASSWORD: 'test-secret',
      DATABASE_TIMEOUT_MS: '250',
      RATE_LIMIT_REQUESTS: '0',
      RATE_LIMIT_POINTS: '5000',
      TRUSTED_PROXIES: '10.0.0.1, fd00::/8',
      RESPONSE_CACHE_MB: '16',
      AUTH_ISSUER: 'https://login.example.org',
      AUTH_AUDIENCE: 'partnerships',
      AUTH_ROLES_CLAIM: 'groups',
      AUTH_JWKS_URL: 'https://login.example.org/keys',
      AUTH_ALGORITHM: 'ES256',
      ALUMNI_KEYS: 'keys/of-alumni',
      LOG_LEVEL: 'debug',
      JAVA_HOME: '/opt/jdk',
      INIT_CWD: '/home/of/the/caller',
      PATH: '/usr/bin:/bin',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 0,
      corsOrigins: ['https://example.org', 'http://localhost:5173'],
      neo4j: {
        uri: 'neo4j+s://graph.example.org:7687',
        user: 'reader',
        password: 'secret',
        database: 'partnerships',
      },
      testNeo4j: { uri: 'bolt://localhost', user: 'neo4j', password: 'test-secret', database: 'neo4j' },
      embedded: { dataFolder: resolve('some/folder'), javaHome: '/opt/jdk', searchPath: '/usr/bin:/bin' },
      callerFolder: '/home/of/the/caller',
      databaseTimeoutMs: 250,
      rateLimits: { requests: 0, points: 5000 },
      trustedProxies: ['10.0.0.1', 'fd00::/8'],
      responseCacheBytes: 16_000_000,
      signIn: {
        issuer: 'https://login.example.org',
        audience: 'partnerships',
        rolesClaim: 'groups',
        algorithm: 'ES256',
        secret: null,
        keysUrl: 'https://login.example.org/keys',
      },
      alumniKeys: resolve('keys/of-alumni'),
      logLevel: 'debug',
    });
  });

  it('cannot be changed, down to its last part', () => {
    const config = readConfig({ CORS_ORIGINS: '*' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.embedded)).toBe(true);
    expect(Object.isFrozen(config.corsOrigins)).toBe(true);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', NEO4J_URI: ' ', JAVA_HOME: '' })).toEqual(readConfig({}));
  });

  it.each([
    [
      { TRUSTED_PROXIES: '10.0.0.1/33' },
      'TRUSTED_PROXIES is "10.0.0.1/33"; expected addresses such as 10.0.0.1 or 10.0.0.0/8, separated by commas',
    ],
    [{ PORT: 'abc' }, 'PORT is "abc"; expected a whole number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT is "65536"; expected a whole number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT is "-1"; expected a whole number from 0 to 65535'],
    [{ PORT: '4e3' }, 'PORT is "4e3"; expected a whole number from 0 to 65535'],
    [{ DATABASE_TIMEOUT_MS: '0' }, 'DATABASE_TIMEOUT_MS is "0"; expected a whole number from 1 to 600000'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; expected one of fatal, error, warn, info, debug, trace, silent'],
    [
      { CORS_ORIGINS: 'https://example.org/page' },
      'CORS_ORIGINS is "https://example.org/page"; expected origins such as https://example.org (no path), separated by commas, or *',
    ],
    [
      { NEO4J_URI: 'http://localhost:7474' },
      'NEO4J_URI is "http://localhost:7474"; expected neo4j://host:port or bolt://host:port, each also with +s or +ssc',
    ],
    [{ NEO4J_URI: 'localhost' }, 'NEO4J_URI is "localhost"; expected neo4j://host:port'],
    [{ NEO4J_URI: 'bolt+x://localhost' }, 'NEO4J_URI is "bolt+x://localhost"; expected neo4j://host:port'],
    [{ NEO4J_URI: 'bolt://localhost' }, 'NEO4J_URI is set, but NEO4J_PASSWORD is not; set both'],
    [{ AUTH_SECRET: 'too short' }, 'AUTH_SECRET is "…"; expected at least 32 bytes'],
    [{ AUTH_JWKS_URL: 'http://example.org' }, 'AUTH_JWKS_URL is "http://example.org"; expected an https address'],
    [{ AUTH_JWKS_URL: 'https://user:top-secret@example.org' }, 'AUTH_JWKS_URL is "https://…@example.org"; expected'],
    [{ AUTH_JWKS_URL: 'keys' }, 'AUTH_JWKS_URL is "keys"; expected an https address'],
    [{ AUTH_JWKS_URL: 'https://example.org', AUTH_ISSUER: 'one' }, 'set all three'],
    [{ AUTH_JWKS_URL: 'https://example.org', AUTH_AUDIENCE: 'one' }, 'set all three'],
    [{ AUTH_JWKS_URL: 'https://example.org', AUTH_SECRET: 'x'.repeat(32) }, 'set one of them'],
    [{ AUTH_ALGORITHM: 'HS256' }, 'AUTH_ALGORITHM is "HS256"; expected one of RS256, PS256, ES256, EdDSA'],
    [{ AUTH_ALGORITHM: 'RS256' }, 'AUTH_ALGORITHM is set, but AUTH_JWKS_URL is not; set both, or neither'],
    [{ NEO4J_TEST_URI: 'bolt://localhost' }, 'NEO4J_TEST_URI is set, but NEO4J_TEST_PASSWORD is not; set both'],
  ])('refuses %o', (environment, message) => {
    expectRefusal(environment).toThrow(SetupError);
    expectRefusal(environment).toThrow(message);
  });

  it('names every wrong variable at once', () => {
    expectRefusal({ PORT: 'abc', LOG_LEVEL: 'loud' }).toThrow(/PORT is "abc".*; LOG_LEVEL is "loud"/);
  });

  it('takes a password as it is', () => {
    const config = readConfig({ NEO4J_URI: 'bolt://localhost', NEO4J_PASSWORD: ' secret ' });
    expect(config.neo4j?.password).toBe(' secret ');
  });

  it.each(['neo4j://u:p/top-secret@h', 'neo4j://u:p@top-secret@h', 'neo4j://u:p\ntop-secret@h'])(
    'never shows a password with odd characters in it: %s',
    (uri) => {
      expectRefusal({ NEO4J_URI: uri }).toThrow('NEO4J_URI is "neo4j://…@h"');
      expectRefusal({ NEO4J_URI: uri }).not.toThrow('top-secret');
    },
  );

  it('never shows a password', () => {
    expectRefusal({ NEO4J_URI: 'bolt://neo4j:top-secret@localhost' }).toThrow('NEO4J_URI is "bolt://…@localhost"');
    expectRefusal({ NEO4J_URI: 'bolt://neo4j:top-secret@localhost' }).not.toThrow('top-secret');
  });

  it('takes a secret as it is, and never shows it', () => {
    const secret = ` ${'s'.repeat(40)} `;
    expect(readConfig({ AUTH_SECRET: secret }).signIn.secret).toBe(secret);
    expectRefusal({ AUTH_SECRET: 'top-secret', PORT: 'x' }).not.toThrow('top-secret');
  });

  it.each(['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'])('accepts %s://', (scheme) => {
    const uri = `${scheme}://localhost:7687`;
    expect(readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: 'secret' }).neo4j?.uri).toBe(uri);
  });
});

describe('.env.example', () => {
  it('lists exactly the variables that are read, but for what every shell and npm set', () => {
    const listed = [...EXAMPLE.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect([...listed, 'INIT_CWD', 'PATH'].sort()).toEqual([...readVariables()].sort());
  });

  it('holds the defaults', () => {
    const lines = EXAMPLE.matchAll(/^([A-Z0-9_]+)=(.*)$/gm);
    const environment = Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
    expect(readConfig(environment)).toEqual(readConfig({}));
  });

  it('explains every variable or group of variables', () => {
    for (const block of EXAMPLE.trim().split('\n\n')) expect(block).toMatch(/^# \S/);
  });
});

/** The names that readConfig asks its environment for. */
function readVariables(): Set<string> {
  const names = new Set<string>();
  const environment = new Proxy<NodeJS.ProcessEnv>(
    {},
    {
      get: (_, name) => {
        names.add(String(name));
        return undefined;
      },
    },
  );
  readConfig(environment);
  return names;
}
