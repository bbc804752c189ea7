import type { FastifyRequest } from 'fastify';

/** What of a request the cache needs to know. */
export interface Question {
  /** Equal only for requests that must be answered alike as long as the graph stays as it is; null: not for the cache. */
  readonly key: string | null;
  /** Whether the client asks by `extensions: {cache: true}` how the cache fares. */
  readonly wantsReport: boolean;
}

interface Parts {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** Reads a question that came by POST or GET. Whatever is unusual about it is left to Apollo, which knows what to say. */
export function readQuestion(request: FastifyRequest, role: string | null): Question {
  const parts = partsOf(request);
  if (parts === null) return { key: null, wantsReport: false };
  const { query, operationName = null, variables = null, extensions = null } = parts;
  const wantsReport = isRecord(extensions) && extensions.cache === true;
  const isUsual =
    typeof query === 'string' &&
    (operationName === null || typeof operationName === 'string') &&
    (extensions === null || (isRecord(extensions) && Object.keys(extensions).every((name) => name === 'cache')));
  if (!isUsual || role === null) return { key: null, wantsReport };
  const { method, headers } = request;
  // The media type of the answer follows from the header; by GET, variables are text.
  const key = JSON.stringify([role, method, headers.accept ?? null, operationName, query, variables]);
  return { key, wantsReport };
}

function partsOf(request: FastifyRequest): Parts | null {
  if (request.method === 'GET') return request.headers['content-type'] === undefined ? partsOfUrl(request.url) : null;
  if (request.method !== 'POST' || !isRecord(request.body)) return null;
  const { variables = null } = request.body;
  if (variables === null) return request.body;
  if (!isRecord(variables)) return null;
  // Many clients always send them.
  return Object.keys(variables).length === 0 ? { ...request.body, variables: null } : request.body;
}

/** As Apollo reads it; null where a name stands twice or what should be JSON is not. */
function partsOfUrl(url: string): Parts | null {
  const start = url.indexOf('?');
  if (start < 0) return null;
  const search = new URLSearchParams(url.slice(start));
  if (NAMES.some((name) => search.getAll(name).length > 1)) return null;
  const [query, operationName, variables, extensions] = NAMES.map((name) => search.get(name));
  try {
    return { query, operationName, variables, extensions: extensions == null ? null : JSON.parse(extensions) };
  } catch {
    return null;
  }
}

const NAMES = ['query', 'operationName', 'variables', 'extensions'] as const;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
