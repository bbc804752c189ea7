import type { FactRecord } from '../../src/domain/fact.ts';
import { sourceOf } from '../../src/graph/write/changed-records.ts';
import { recordDigest } from '../../src/graph/write/record-digest.ts';
import type { PlainCypher } from '../network/plain-cypher.ts';
import { plainEdge, plainNode, plainStatements } from '../network/plain-rows.ts';

/** Rows that one statement writes in one transaction. */
export interface PlainBatch {
  readonly cypher: string;
  readonly rows: readonly object[];
}

const ROWS_A_BATCH = 5_000;

/**
 * The same rows as the importer writes for the records, in plain batches: nodes, links, relations, evidence.
 * What `known` holds is not referred to again; what the records write is added to it.
 */
export function plainBatches(records: readonly FactRecord[], plain: PlainCypher, known: Set<string>): PlainBatch[] {
  const [nodes, relations, evidence] = [new RowsByCypher(), new RowsByCypher(), new RowsByCypher()];
  for (const record of records) {
    for (const fact of record.facts) {
      if (fact.shape === 'node') {
        if (fact.isReference === true && known.has(fact.id)) continue;
        known.add(fact.id);
        nodes.add(plain.node(fact.label), plainNode(record.id, fact));
        for (const { type, to } of fact.links ?? []) relations.add(plain.link(fact.label, type), { id: fact.id, to });
      } else relations.add(plain.edge(fact.type), plainEdge(record.id, fact));
      for (const row of plainStatements(record.id, fact)) evidence.add(plain.statement, row);
    }
    evidence.add(plain.record, { id: record.id, digest: recordDigest(record), sourceId: sourceOf(record) });
  }
  return [nodes, relations, evidence].flatMap((rows) => rows.batches());
}

class RowsByCypher {
  readonly #rows = new Map<string, object[]>();

  add(cypher: string, row: object): void {
    const rows = this.#rows.get(cypher);
    if (rows === undefined) this.#rows.set(cypher, [row]);
    else rows.push(row);
  }

  batches(): PlainBatch[] {
    return [...this.#rows].flatMap(([cypher, rows]) =>
      Array.from({ length: Math.ceil(rows.length / ROWS_A_BATCH) }, (_, index) => ({
        cypher,
        rows: rows.slice(index * ROWS_A_BATCH, (index + 1) * ROWS_A_BATCH),
      })),
    );
  }
}
