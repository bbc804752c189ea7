import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { SetupError } from './errors.ts';

/** A Neo4j server, cluster or Aura that somebody else runs. */
export interface Neo4jServer {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** Which tokens say who asks. */
export interface SignInConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly rolesClaim: string;
  readonly algorithm: string;
  /** Null: the secret is kept in the data folder, or others issue the tokens. */
  readonly secret: string | null;
  /** Where others who issue the tokens publish their keys; null: they are issued here. */
  readonly keysUrl: string | null;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Other origins whose pages may ask: `*` is any, an empty list none but our own pages. */
  readonly corsOrigins: readonly string[];
  /** Null: the embedded Neo4j. */
  readonly neo4j: Neo4jServer | null;
  /** Null: the tests start an embedded Neo4j of their own. */
  readonly testNeo4j: Neo4jServer | null;
  /** Where the embedded Neo4j lives and what it is run with; to be spread into `openEmbeddedNeo4j`. */
  readonly embedded: {
    readonly dataFolder: string;
    readonly javaHome: string | undefined;
    readonly searchPath: string;
  };
  /** Where the command was called from: npm runs its scripts in the project's folder, whatever the caller's. */
  readonly callerFolder: string;
  readonly databaseTimeoutMs: number;
  /** What one address may ask for in a minute; 0: as much as it likes. */
  readonly rateLimits: { readonly requests: number; readonly points: number };
  /** Proxies that are believed to say whom they ask for. */
  readonly trustedProxies: readonly string[];
  /** How much answers that are kept may take together; 0: none is kept. */
  readonly responseCacheBytes: number;
  readonly signIn: SignInConfig;
  /** The file that keeps the keys of alumni. */
  readonly alumniKeys: string;
  readonly logLevel: LogLevel;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const NEO4J_SCHEMES = /^(neo4j|bolt)(\+s|\+ssc)?:$/;

/** By public key; by a shared secret it is always HS256. */
const KEY_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

const FEWEST_SECRET_BYTES = 32;

const SECRET = /_(PASSWORD|SECRET)$/;

const DEFAULT_DATA_FOLDER = fileURLToPath(new URL('../.kazaid', import.meta.url));

/** Each message says what is expected; the rest of the sentence is put in front of it. */
const VARIABLES = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  CORS_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .refine((list) => list.every(isOrigin), 'origins such as https://example.org (no path), separated by commas, or *')
    .default([]),
  KAZAID_DATA: z.string().default(DEFAULT_DATA_FOLDER),
  NEO4J_URI: neo4jUri(),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().default('neo4j'),
  NEO4J_TEST_URI: neo4jUri(),
  NEO4J_TEST_USER: z.string().default('neo4j'),
  NEO4J_TEST_PASSWORD: z.string().optional(),
  DATABASE_TIMEOUT_MS: wholeNumber(1, 600_000).default(5000),
  RATE_LIMIT_REQUESTS: wholeNumber(0, 1_000_000).default(100),
  RATE_LIMIT_POINTS: wholeNumber(0, 1_000_000_000).default(20_000),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((address) => address.trim()))
    .refine((list) => list.every(isAddress), 'addresses such as 10.0.0.1 or 10.0.0.0/8, separated by commas')
    .default([]),
  RESPONSE_CACHE_MB: wholeNumber(0, 16_384).default(64),
  AUTH_ISSUER: z.string().optional(),
  AUTH_AUDIENCE: z.string().optional(),
  AUTH_ROLES_CLAIM: z.string().default('roles'),
  AUTH_SECRET: z
    .string()
    .refine((text) => Buffer.byteLength(text) >= FEWEST_SECRET_BYTES, `at least ${FEWEST_SECRET_BYTES} bytes`)
    .optional(),
  AUTH_JWKS_URL: z
    .string()
    .refine(isKeysUrl, 'an https address without user and password, or http on this machine')
    .optional(),
  AUTH_ALGORITHM: z.enum(KEY_ALGORITHMS, `one of ${KEY_ALGORITHMS.join(', ')}`).optional(),
  ALUMNI_KEYS: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('warn'),
  JAVA_HOME: z.string().optional(),
  INIT_CWD: z.string().optional(),
  PATH: z.string().default(''),
});

/**
 * The configuration, validated and frozen. An empty variable counts as one that is not set. This is the only reader of
 * the environment; a value that makes no sense gives a SetupError that says so, and no default steps in for it.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(
    Object.keys(VARIABLES.shape).map((name) => [name, trimmed(name, environment[name]) || undefined]),
  );
  const { data: variables, error } = VARIABLES.safeParse(given);
  if (error) throw new SetupError(error.issues.map((issue) => explain(issue, given)).join('; '));
  const { NEO4J_TEST_URI, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD } = variables;
  return deepFreeze({
    host: variables.HOST,
    port: variables.PORT,
    corsOrigins: variables.CORS_ORIGINS,
    neo4j: server('NEO4J', variables.NEO4J_URI, {
      user: variables.NEO4J_USER,
      password: variables.NEO4J_PASSWORD,
      database: variables.NEO4J_DATABASE,
    }),
    testNeo4j: server('NEO4J_TEST', NEO4J_TEST_URI, {
      user: NEO4J_TEST_USER,
      password: NEO4J_TEST_PASSWORD,
      database: 'neo4j',
    }),
    embedded: {
      dataFolder: resolve(variables.KAZAID_DATA),
      javaHome: variables.JAVA_HOME,
      searchPath: variables.PATH,
    },
    callerFolder: resolve(variables.INIT_CWD ?? '.'),
    databaseTimeoutMs: variables.DATABASE_TIMEOUT_MS,
    rateLimits: { requests: variables.RATE_LIMIT_REQUESTS, points: variables.RATE_LIMIT_POINTS },
    trustedProxies: variables.TRUSTED_PROXIES,
    responseCacheBytes: variables.RESPONSE_CACHE_MB * 1_000_000,
    signIn: signIn(variables),
    alumniKeys: resolve(variables.ALUMNI_KEYS ?? join(variables.KAZAID_DATA, 'alumni-keys')),
    logLevel: variables.LOG_LEVEL,
  });
}

/** A password may begin or end with a space. */
function trimmed(name: string, value: string | undefined): string | undefined {
  return SECRET.test(name) ? value : value?.trim();
}

function wholeNumber(smallest: number, largest: number) {
  const expected = `a whole number from ${smallest} to ${largest}`;
  return z
    .string()
    .regex(/^\d+$/, expected)
    .transform(Number)
    .refine((value) => value >= smallest && value <= largest, expected);
}

function neo4jUri() {
  const isUri = (text: string) => URL.canParse(text) && NEO4J_SCHEMES.test(new URL(text).protocol);
  const hasNoPassword = (text: string) => !text.includes('@');
  return z
    .string()
    .refine(isUri, 'neo4j://host:port or bolt://host:port, each also with +s or +ssc')
    .refine(hasNoPassword, 'an address without user and password, which have variables of their own')
    .optional();
}

function isOrigin(text: string): boolean {
  return text === '*' || (URL.canParse(text) && new URL(text).origin === text);
}

function isAddress(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  );
}

function explain(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  // Up to the last @, for a password may hold any character.
  const value = SECRET.test(name) ? '…' : given[name]?.replace(/\/\/.*@/s, '//…@');
  return `${name} is "${value}"; expected ${issue.message}`;
}

function server(
  prefix: string,
  uri: string | undefined,
  { user, password, database }: Omit<Neo4jServer, 'uri' | 'password'> & { readonly password: string | undefined },
): Neo4jServer | null {
  if (uri === undefined) return null;
  if (password === undefined) throw new SetupError(`${prefix}_URI is set, but ${prefix}_PASSWORD is not; set both`);
  return { uri, user, password, database };
}

/** Tokens are issued either here, with a shared secret, or by others, whose issuer and audience must then be said. */
function signIn(variables: z.infer<typeof VARIABLES>): SignInConfig {
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS_URL: keysUrl, AUTH_SECRET: secret } = variables;
  const { AUTH_ALGORITHM: algorithm, AUTH_ROLES_CLAIM: rolesClaim } = variables;
  if (keysUrl === undefined) {
    if (algorithm) throw new SetupError('AUTH_ALGORITHM is set, but AUTH_JWKS_URL is not; set both, or neither');
    const defaults = { issuer: issuer ?? 'kazaid', audience: audience ?? 'kazaid' };
    return { ...defaults, rolesClaim, algorithm: 'HS256', secret: secret ?? null, keysUrl: null };
  }
  if (secret) throw new SetupError('AUTH_SECRET and AUTH_JWKS_URL are set; set one of them');
  if (!issuer || !audience)
    throw new SetupError('AUTH_JWKS_URL is set, but AUTH_ISSUER or AUTH_AUDIENCE is not; set all three');
  return { issuer, audience, rolesClaim, algorithm: algorithm ?? 'RS256', secret: null, keysUrl };
}

function isKeysUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  if (username !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function deepFreeze<Value extends object>(value: Value): Readonly<Value> {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
