import type { ManagedTransaction } from 'neo4j-driver';
import { edgeTypeOf } from '../../../domain/curation/fact-kind.ts';
import type { EdgeFact, Fact, Link, NodeFact } from '../../../domain/fact.ts';
import { EDGES, type EdgeType, LINKS, type LinkType, NODES, type NodeLabel } from '../../../domain/model.ts';
import { fromStored } from '../from-stored.ts';

interface NodeRow {
  readonly labels: readonly string[];
  readonly properties: Record<string, unknown>;
  readonly links: readonly { readonly type: LinkType; readonly to: string; readonly insteadOf: string | null }[];
}

interface EdgeRow {
  readonly from: string;
  readonly to: string;
  readonly properties: Record<string, unknown>;
}

/** The fact as it stands in the graph, without its statements; null where there is none with this id. */
export async function readFact(transaction: ManagedTransaction, id: string): Promise<Fact | null> {
  const type = edgeTypeOf(id);
  return type === null ? readNode(transaction, id) : readEdge(transaction, type, id);
}

async function readEdge(transaction: ManagedTransaction, type: EdgeType, id: string): Promise<EdgeFact | null> {
  const { records } = await transaction.run<EdgeRow>(
    `MATCH (from:${EDGES[type].from})-[fact:${type} {id: $id}]->(to)
     RETURN from.id AS from, to.id AS to, properties(fact) AS properties`,
    { id },
  );
  const [row] = records.map((record) => record.toObject());
  if (row === undefined) return null;
  const { from, to, properties } = row;
  return { shape: 'edge', type, id, from, to, properties: fromStored(properties), statements: [] };
}

/** Links of a record belong to what hangs on it; only names, codes and figures hang on something themselves. */
async function readNode(transaction: ManagedTransaction, id: string): Promise<NodeFact | null> {
  const { records } = await transaction.run<NodeRow>(
    `CALL () {
       MATCH (n:Entity {id: $id}) RETURN n
       UNION
       MATCH (n:Name {id: $id}) RETURN n
       UNION
       MATCH (n:Identifier {id: $id}) RETURN n
       UNION
       MATCH (n:Transaction {id: $id}) RETURN n
     }
     RETURN labels(n) AS labels, properties(n) AS properties,
       COLLECT {
         MATCH (n)-[link:${Object.keys(LINKS).join('|')}]->(end:Entity)
         RETURN {type: type(link), to: end.id, insteadOf: link.insteadOf}
       } AS links`,
    { id },
  );
  const [row] = records.map((record) => record.toObject());
  const label = row && labelOf(row.labels);
  if (row === undefined || label === undefined) return null;
  const { properties } = row;
  const links = row.links.map(({ insteadOf, ...link }): Link => (insteadOf === null ? link : { ...link, insteadOf }));
  const isReference = properties.isReference === true;
  return { shape: 'node', label, id, properties: fromStored(properties), links, isReference, statements: [] };
}

function labelOf(labels: readonly string[]): NodeLabel | undefined {
  return (Object.keys(NODES) as NodeLabel[]).find((label) => labels.includes(label));
}
