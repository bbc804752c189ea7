import { LRUCache } from 'lru-cache';
import type { QueryResult, RecordShape, Result } from 'neo4j-driver';

/** As many as a Neo4j keeps compiled, unless it is told otherwise. */
const MOST_KNOWN = 1_000;

/**
 * Sends statements, but while the database compiles one for the first time, those like it wait: the largest take seconds
 * to be compiled, and a database that gets the same one ten times at once compiles it ten times.
 */
export class CompileOnce {
  readonly #known = new LRUCache<string, true>({ max: MOST_KNOWN });
  readonly #underWay = new Map<string, Promise<void>>();

  /**
   * `send` sends the statement; what it comes to is its own result. The others are held up no longer than until the first
   * is compiled, has failed or is given up.
   */
  async run<Row extends RecordShape>(
    cypher: string,
    parameters: Readonly<Record<string, unknown>>,
    givenUp: Promise<never>,
    send: () => Result<Row>,
  ): Promise<QueryResult<Row>> {
    const key = `${shapeOf(parameters)} ${cypher}`;
    if (this.#underWay.has(key)) await this.#underWay.get(key);
    const result = send();
    if (this.#known.get(key)) return result;
    // The keys are told as soon as it is compiled, before the first row.
    const compiled = Promise.race([result.keys(), givenUp]).then(
      () => void this.#known.set(key, true),
      () => {},
    );
    this.#underWay.set(
      key,
      compiled.finally(() => this.#underWay.delete(key)),
    );
    return result;
  }
}

/** Neo4j compiles a statement anew for parameters of other types, and for texts and lists ten times as long. */
function shapeOf(parameters: Readonly<Record<string, unknown>>): string {
  return Object.values(parameters).map(shapeOfOne).join();
}

function shapeOfOne(value: unknown): string {
  if (value === null || value === undefined) return '0';
  if (typeof value === 'string') return `s${magnitude(value.length)}`;
  if (Array.isArray(value)) return `l${magnitude(value.length)}`;
  return typeof value;
}

function magnitude(size: number): number {
  return size < 2 ? size : 1 + Math.ceil(Math.log10(size));
}
