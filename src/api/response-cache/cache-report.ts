import type { AnswerCache, Asked } from './answer-cache.ts';

/** Puts `extensions.cache` into an answer. What is not a JSON object stays as it is. */
export function withReport(payload: unknown, { status, version }: Asked, cache: AnswerCache): unknown {
  const answer = parse(payload);
  if (answer === null) return payload;
  const { hits, misses, store } = cache;
  const hitRate = Math.round((10_000 * hits) / Math.max(1, hits + misses)) / 10_000;
  const report = { status, hits, misses, hitRate, entries: store.entries, bytes: store.bytes, version };
  return JSON.stringify({ ...answer, extensions: { ...answer.extensions, cache: report } });
}

function parse(payload: unknown): { readonly extensions?: object } | null {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return null;
  try {
    const answer = JSON.parse(payload.toString());
    return typeof answer === 'object' && !Array.isArray(answer) ? answer : null;
  } catch {
    return null;
  }
}
