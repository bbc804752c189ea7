import { currentVersion } from '../../graph/graph-version.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { type Answer, type AnswerStore, createAnswerStore } from './answer-store.ts';
import { createUnderWay } from './under-way.ts';
import { usableUntil } from './usable-until.ts';

/** HIT: answered by the cache. MISS: it had no answer. BYPASS: it was not asked for one. */
export type CacheStatus = 'HIT' | 'MISS' | 'BYPASS';

export interface Asked {
  readonly status: CacheStatus;
  /** The version of the graph that was known when the question came; null where it was not asked for. */
  readonly version: string | null;
  /** Null: to be computed. */
  readonly answer: Answer | null;
  /** Takes what was computed; null where it is not for others. Only the first call counts for those who wait. */
  readonly settle: (computed: Answer | null) => void;
}

export interface AnswerCache {
  ask(key: string, mayUseKept: boolean): Promise<Asked>;
  /** Since the start of the process. */
  readonly hits: number;
  readonly misses: number;
  readonly store: AnswerStore;
}

/** The cache has nothing to do with the question. */
export const BYPASSED: Asked = { status: 'BYPASS', version: null, answer: null, settle: () => {} };

/** A database that does not tell its version by then is asked for the answer itself, in milliseconds. */
const VERSION_TIME = 1_000;

/**
 * Keeps answers for as long as the graph does not change. Of many that ask the same at a time one computes, and the
 * others wait for it; if its answer is not for them they compute too, all at once.
 */
export function createAnswerCache(given: Graph, maxBytes: number): AnswerCache {
  const graph = given.withReadTimeout(VERSION_TIME);
  const store = createAnswerStore(maxBytes);
  const underWay = createUnderWay<Answer>();
  const tally = { hits: 0, misses: 0 };

  async function ask(key: string, mayUseKept: boolean): Promise<Asked> {
    const begun = Date.now();
    const kept = mayUseKept ? store.find(key) : undefined;
    // What was read while the graph changed belongs to no version: it must still be there after the answer was complete.
    const version = await currentVersion(graph, { since: kept?.completeAt }).catch(() => null);
    if (version === null) return BYPASSED;
    store.moveTo(version);
    const keep = (answer: Answer) =>
      store.keep(key, { ...answer, version, completeAt: performance.now(), usableUntil: usableUntil(begun) });
    if (!mayUseKept) return { ...BYPASSED, version, settle: (computed) => computed && keep(computed) };
    if (kept?.version === version && begun < kept.usableUntil) return hit(version, kept);

    const question = `${version} ${key}`;
    const running = underWay.join(question);
    const shared = running ? await running : null;
    if (shared) return hit(version, shared);
    tally.misses++;
    const end = running ? () => {} : underWay.begin(question);
    const settle = (computed: Answer | null) => {
      if (computed) keep(computed);
      end(computed);
    };
    return { status: 'MISS', version, answer: null, settle };
  }

  function hit(version: string, answer: Answer): Asked {
    tally.hits++;
    return { ...BYPASSED, status: 'HIT', version, answer };
  }

  return {
    ask,
    store,
    get hits() {
      return tally.hits;
    },
    get misses() {
      return tally.misses;
    },
  };
}
