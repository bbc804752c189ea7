import type { FactRecord, NodeFact } from '../../src/domain/fact.ts';
import { groupBy } from '../../src/domain/group-by.ts';
import type { Source } from '../../src/domain/source.ts';
import { applyConstraints } from '../../src/graph/constraints.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { sourceOf } from '../../src/graph/write/changed-records.ts';
import { keyLabel } from '../../src/graph/write/node-row.ts';
import { recordDigest } from '../../src/graph/write/record-digest.ts';
import { writeSources } from '../../src/graph/write/write-sources.ts';
import { BatchWriter } from './batch-writer.ts';
import { CREATE } from './plain-cypher.ts';
import { plainEdge, plainNode, plainStatements } from './plain-rows.ts';

/**
 * Writes the records into an empty graph by plain batches: what `writeRecords` would leave if it were given all of them
 * at once, without its promises about failures, changes and other writers.
 *
 * The records are gone through twice, so they may be made anew each time but not by a generator that is used up. Each
 * fact that is more than a reference must be in one record only. Nothing is kept in memory but the references.
 */
export async function loadIntoNeo4j(
  graph: Graph,
  sources: readonly Source[],
  records: Iterable<FactRecord>,
  onProgress: (facts: number) => void = () => {},
): Promise<void> {
  await requireEmpty(graph);
  await applyConstraints(graph);
  await graph.write((transaction) => writeSources(transaction, sources));
  const references = await loadNodes(graph, records);
  await loadTheRest(graph, records, references, onProgress);
  await graph.administer(
    "MERGE (s:GraphState {id: 'graph'}) SET s.version = 1, s.lockedAt = timestamp(), s.changedAt = datetime({timezone: 'Z'})",
  );
}

async function requireEmpty(graph: Graph): Promise<void> {
  const found = await graph.read('MATCH (n:Entity|Statement|Record) RETURN 1 AS one LIMIT 1');
  if (found.length > 0) throw new Error('the fast loader expects an empty graph; found one that holds facts');
}

/** A node that is only referred to, and the record that was the first to do so. */
interface Reference {
  readonly recordId: string;
  readonly fact: NodeFact;
}

/** By the id of the node: those that nobody describes. */
type References = ReadonlyMap<string, Reference>;

async function loadNodes(graph: Graph, records: Iterable<FactRecord>): Promise<References> {
  const writer = new BatchWriter(graph);
  const references = new Map<string, Reference>();
  for (const { id: recordId, facts } of records) {
    for (const fact of facts) {
      if (fact.shape === 'edge') continue;
      if (fact.isReference !== true) await writer.add(CREATE.node(fact.label), plainNode(recordId, fact));
      else if (!references.has(fact.id)) references.set(fact.id, { recordId, fact });
    }
  }
  await writer.flush();
  for (const id of await described(graph, references)) references.delete(id);
  for (const { recordId, fact } of references.values())
    await writer.add(CREATE.node(fact.label), plainNode(recordId, fact));
  await writer.flush();
  return references;
}

async function described(graph: Graph, references: References): Promise<string[]> {
  const byLabel = groupBy([...references.values()], ({ fact }) => keyLabel(fact.label));
  const found: string[] = [];
  for (const [label, group] of byLabel) {
    const rows = await graph.read<{ id: string }>(`UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n.id AS id`, {
      ids: group.map(({ fact }) => fact.id),
    });
    for (const { id } of rows) found.push(id);
  }
  return found;
}

async function loadTheRest(
  graph: Graph,
  records: Iterable<FactRecord>,
  references: References,
  onProgress: (facts: number) => void,
): Promise<void> {
  const writer = new BatchWriter(graph);
  let count = 0;
  for (const record of records) {
    for (const fact of record.facts) {
      if (fact.shape === 'edge') await writer.add(CREATE.edge(fact.type), plainEdge(record.id, fact));
      else if (fact.isReference === true && references.get(fact.id)?.recordId !== record.id) continue;
      else
        for (const { type, to } of fact.links ?? [])
          await writer.add(CREATE.link(fact.label, type), { id: fact.id, to });
      for (const row of plainStatements(record.id, fact)) await writer.add(CREATE.statement, row);
    }
    await writer.add(CREATE.record, { id: record.id, digest: recordDigest(record), sourceId: sourceOf(record) });
    count += record.facts.length;
    onProgress(count);
  }
  await writer.flush();
}
