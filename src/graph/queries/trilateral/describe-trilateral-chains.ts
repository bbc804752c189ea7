import type { Term } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';

export interface ChainActorRow {
  readonly id: string;
  readonly role: Term<'TriangularRole'>;
  readonly basis: Term<'Basis'>;
  readonly actor: ReferenceRow;
  readonly country: ReferenceRow | null;
}

export interface TrilateralChainRow {
  readonly id: string;
  readonly name: string;
  readonly nameKk: string | null;
  readonly nameRu: string | null;
  readonly status: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly actors: readonly ChainActorRow[];
  readonly activities: readonly ReferenceRow[];
  readonly regions: readonly ReferenceRow[];
  readonly sectors: readonly ReferenceRow[];
  /** Outgoing commitments of the activities covered: not summed, since amounts are exact decimals. */
  readonly commitments: readonly { readonly amount: string; readonly currency: string }[];
}

const CYPHER = `
  UNWIND $ids AS id
  MATCH (chain:TriangularArrangement {id: id})
  RETURN chain {.id, .name, .nameKk, .nameRu, .status, .start, .end,
    actors: COLLECT {
      MATCH (actor:Actor)-[play:PLAYS]->(chain)
      WITH play, actor, COLLECT { MATCH (actor)-[:BELONGS_TO]->(own:Country) RETURN own ORDER BY own.id } AS owners
      WITH play, actor, CASE WHEN actor:Country THEN actor ELSE head(owners) END AS country
      ORDER BY play.id
      RETURN play {.id, .role, .basis, actor: ${referenceTo('actor')}, country: ${referenceTo('country')}}
    },
    activities: COLLECT { MATCH (chain)-[:COVERS]->(activity:Activity) WITH activity ORDER BY activity.id RETURN ${referenceTo('activity')} },
    regions: COLLECT { MATCH (chain)-[:IN_REGION]->(region:Region) WITH region ORDER BY region.id RETURN ${referenceTo('region')} },
    sectors: COLLECT {
      MATCH (chain)-[:COVERS*0..1]->()-[:IN_SECTOR]->(sector:Sector)
      WITH DISTINCT sector ORDER BY sector.id RETURN ${referenceTo('sector')}
    },
    commitments: COLLECT {
      MATCH (chain)-[:COVERS]->(:Activity)<-[:MADE_IN]-(transaction:Transaction {type: 'OUTGOING_COMMITMENT'})
      RETURN transaction {.amount, .currency}
    }
  } AS chain`;

/** Everything that is shown of these arrangements, by id. One round trip for a page. */
export async function describeTrilateralChains(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, TrilateralChainRow>> {
  const rows = await graph.read<{ chain: TrilateralChainRow }>(CYPHER, { ids }, signal);
  return new Map(rows.map(({ chain }) => [chain.id, chain]));
}
