import type { ManagedTransaction } from 'neo4j-driver';
import type { EdgeFact, Fact, NodeFact } from '../../../domain/fact.ts';
import { EDGES, type EdgeType } from '../../../domain/model.ts';
import { fromStored } from '../from-stored.ts';

/** The organisation, its names and its relations, as the graph holds them: nodes first. */
export async function readFactsOf(transaction: ManagedTransaction, organisation: string): Promise<Fact[]> {
  const [nodes, edges] = await Promise.all([
    readNodes(transaction, organisation),
    readEdges(transaction, organisation),
  ]);
  return [...nodes, ...edges];
}

async function readNodes(transaction: ManagedTransaction, id: string): Promise<NodeFact[]> {
  const { records } = await transaction.run<{ label: 'Organisation' | 'Name'; stored: Record<string, unknown> }>(
    `MATCH (n:Organisation {id: $id}) RETURN 'Organisation' AS label, properties(n) AS stored
     UNION ALL
     MATCH (n:Name)-[:NAME_OF]->(:Organisation {id: $id}) RETURN 'Name' AS label, properties(n) AS stored`,
    { id },
  );
  return records.map((record) => {
    const [label, stored] = [record.get('label'), record.get('stored')];
    const isReference = stored.isPhantom === true || stored.isReference === true;
    const links = label === 'Name' ? { links: [{ type: 'NAME_OF' as const, to: id }] } : {};
    return { ...nodeOf(label, stored), ...links, isReference };
  });
}

function nodeOf(label: NodeFact['label'], stored: Record<string, unknown>): NodeFact {
  return { shape: 'node', label, id: String(stored.id), properties: fromStored(stored), statements: [] };
}

async function readEdges(transaction: ManagedTransaction, id: string): Promise<EdgeFact[]> {
  const { records } = await transaction.run<{
    type: EdgeType;
    from: string;
    to: string;
    stored: Record<string, unknown>;
  }>(
    `MATCH (:Organisation {id: $id})-[r:${Object.keys(EDGES).join('|')}]-()
     WITH DISTINCT r
     RETURN type(r) AS type, startNode(r).id AS from, endNode(r).id AS to, properties(r) AS stored`,
    { id },
  );
  return records.map((record) => {
    const { type, from, to, stored } = record.toObject();
    return {
      shape: 'edge',
      type,
      id: String(stored.id),
      from,
      to,
      properties: fromStored(stored),
      statements: [],
    };
  });
}
