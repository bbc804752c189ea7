import type { EdgeFact, Fact, FactRecord, NodeFact } from '../../src/domain/fact.ts';
import { edgeId } from '../../src/domain/identity.ts';
import type { EdgeType, NodeLabel } from '../../src/domain/model.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Statement } from '../../src/domain/statement.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { type WriteResult, writeRecords } from '../../src/graph/write/write-records.ts';

/** Where the facts of the tests come from; not a source of the seed. */
export const TEST_SOURCE: Source = {
  id: 'source:of-the-tests',
  kind: 'DATA_FILE',
  title: 'Facts that tests write and take back',
  publisher: 'The tests',
  licence: 'None needed',
  retrieved: '2026-01-31',
};

export function statement(text: string, more: Partial<Statement> = {}): Statement {
  return { sourceId: TEST_SOURCE.id, locator: 'a test', basis: 'DECLARED', text, ...more };
}

export function node(label: NodeLabel, id: string, more: Partial<NodeFact> = {}): NodeFact {
  return {
    shape: 'node',
    label,
    id,
    properties: { name: id.slice(id.indexOf(':') + 1) },
    statements: [statement(`${id} exists`)],
    ...more,
  };
}

/** A node that the source only refers to. */
export function reference(label: NodeLabel, id: string, more: Partial<NodeFact> = {}): NodeFact {
  return node(label, id, { isReference: true, statements: [statement(`${id} is named`)], ...more });
}

export function edge(
  type: EdgeType,
  from: string,
  to: string,
  more: Partial<EdgeFact> & { role?: string } = {},
): EdgeFact {
  const { role, ...rest } = more;
  const id = role === undefined ? edgeId(type, from, to) : edgeId(type, from, to, role);
  const properties = role === undefined ? {} : { role };
  return { shape: 'edge', type, id, from, to, properties, statements: [statement(`${id} holds`)], ...rest };
}

export function record(id: string, ...facts: Fact[]): FactRecord {
  return { id: `test:${id}`, facts };
}

export function write(graph: Graph, ...records: FactRecord[]): Promise<WriteResult> {
  return writeRecords(graph, { sources: [TEST_SOURCE], records });
}

/** A newer version of the records in which nothing is left. */
export function retract(graph: Graph, ...records: FactRecord[]): Promise<WriteResult> {
  return write(graph, ...records.map(({ id }) => ({ id, facts: [] })));
}
