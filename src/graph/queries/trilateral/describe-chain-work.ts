import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';

/** Where, on what and with how much the activities of a chain are done. */
export interface ChainWork {
  readonly regions: readonly ReferenceRow[];
  readonly sectors: readonly ReferenceRow[];
  /** Outgoing commitments of the activities covered: not summed, since amounts are exact decimals. */
  readonly commitments: readonly { readonly amount: string; readonly currency: string }[];
}

const CYPHER = `
  UNWIND $ids AS id
  MATCH (chain:TriangularArrangement {id: id})
  RETURN id,
    COLLECT { MATCH (chain)-[:IN_REGION]->(region:Region) WITH region ORDER BY region.id RETURN ${referenceTo('region')} } AS regions,
    COLLECT {
      MATCH (chain)-[:COVERS*0..1]->()-[:IN_SECTOR]->(sector:Sector)
      WITH DISTINCT sector ORDER BY sector.id RETURN ${referenceTo('sector')}
    } AS sectors,
    COLLECT {
      MATCH (chain)-[:COVERS]->(:Activity)<-[:MADE_IN]-(transaction:Transaction {type: 'OUTGOING_COMMITMENT'})
      RETURN transaction {.amount, .currency}
    } AS commitments`;

/** The work of these arrangements, by id; most lists do without. One round trip for all of them. */
export async function describeChainWork(
  graph: Graph,
  ids: readonly string[],
  _: object,
  signal?: AbortSignal,
): Promise<Map<string, ChainWork>> {
  const rows = await graph.read<ChainWork & { id: string } & Record<string, unknown>>(CYPHER, { ids }, signal);
  return new Map(rows.map(({ id, ...work }) => [id, work]));
}
