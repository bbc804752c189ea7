import type { Graph } from '../../src/graph/open-graph.ts';

/** Larger ones gain nothing more and need more of the server's memory. */
const ROWS_A_BATCH = 5_000;

/** Collects rows for statements that begin with `UNWIND $rows` and end with `RETURN count(*) AS written`. */
export class BatchWriter {
  readonly #rows = new Map<string, object[]>();
  #running: Promise<void> = Promise.resolve();

  constructor(readonly graph: Graph) {}

  /** Gives a promise where a batch is full: to be awaited before the next row, so that at most one batch is under way. */
  add(cypher: string, row: object): Promise<void> | undefined {
    const rows = this.#rows.get(cypher);
    if (rows === undefined) this.#rows.set(cypher, [row]);
    else if (rows.push(row) === ROWS_A_BATCH) return this.#write(cypher, rows);
    return undefined;
  }

  /** Writes what is left. */
  async flush(): Promise<void> {
    for (const [cypher, rows] of this.#rows) await this.#write(cypher, rows);
    await this.#running;
  }

  /** Begins as soon as the batch before is written: the next rows are made while this one is under way. */
  async #write(cypher: string, rows: readonly object[]): Promise<void> {
    this.#rows.delete(cypher);
    await this.#running;
    this.#running = writeBatch(this.graph, cypher, rows);
    this.#running.catch(() => {});
  }
}

async function writeBatch(graph: Graph, cypher: string, rows: readonly object[]): Promise<void> {
  const { records } = await graph.write((transaction) => transaction.run<{ written: number }>(cypher, { rows }));
  const written = records[0]?.get('written') ?? 0;
  if (written !== rows.length) throw new Error(`${written} of ${rows.length} rows were written by: ${cypher}`);
}
