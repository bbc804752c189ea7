import { LRUCache } from 'lru-cache';

/** An answer as it is sent. */
export interface Answer {
  readonly body: Buffer;
  readonly contentType: string;
  readonly cacheControl: string;
  /** Null where the client cannot ask whether it still holds: by POST. */
  readonly tag: string | null;
}

export interface KeptAnswer extends Answer {
  /** The graph's, known before the answer was computed. It is the answer's own only if it still was the graph's afterwards. */
  readonly version: string;
  /** When the answer was complete, by `performance.now()`. */
  readonly completeAt: number;
  /** In milliseconds since 1970. */
  readonly usableUntil: number;
}

export interface AnswerStore {
  find(key: string): KeptAnswer | undefined;
  /** Keeps the answer, unless it is too large or of another version than the others. */
  keep(key: string, answer: KeptAnswer): void;
  /** Drops all answers of other versions. */
  moveTo(version: string): void;
  readonly entries: number;
  /** What the answers and their keys take. */
  readonly bytes: number;
}

/** One answer may not push out many others. */
const LARGEST_ANSWER = 1_000_000;

/** About what an entry takes beside its key and body, in bytes. */
const OVERHEAD = 500;

/** Answers of one version of the graph, at most so many bytes of them; who was not asked for longest goes first. */
export function createAnswerStore(maxBytes: number): AnswerStore {
  let current: string | undefined;
  const answers = new LRUCache<string, KeptAnswer>({
    maxSize: maxBytes,
    maxEntrySize: Math.min(LARGEST_ANSWER, maxBytes),
    // Characters of a key may take two bytes.
    sizeCalculation: ({ body }, key) => OVERHEAD + 2 * key.length + body.length,
  });
  return {
    find: (key) => answers.get(key),
    keep: (key, answer) => {
      if (answer.version === current) answers.set(key, answer);
    },
    moveTo: (version) => {
      if (version !== current) answers.clear();
      current = version;
    },
    get entries() {
      return answers.size;
    },
    get bytes() {
      return answers.calculatedSize;
    },
  };
}
