import type { EdgeType } from '../../../domain/model.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { FOLLOWED, relationFits, type SurroundingsFilter } from '../../cypher/surroundings.ts';
import type { Graph } from '../../open-graph.ts';

export interface RelationRow {
  readonly id: string;
  readonly kind: EdgeType;
  readonly role: string | null;
  readonly from: string;
  readonly to: string;
  readonly basis: Term<'Basis'>;
}

export interface RelationsBetween {
  readonly relations: readonly RelationRow[];
  readonly isCut: boolean;
}

const MOST_RELATIONS = 2_000;

const RELATION_FITS = relationFits('relation');

/**
 * Hubs are not expanded: their relations to the others are met from there, those to one another are looked up pair by
 * pair and direction by direction, for one of the two has few relations of these types in that direction. The far end
 * has no label, so that nothing but an expansion from the near one can be planned.
 */
const CYPHER = `
  CALL () {
    MATCH (record:Entity) WHERE record.id IN $others
    MATCH (record)-[relation:${FOLLOWED}]-(other)
    WHERE (other.id IN $hubs OR other.id IN $others) AND other <> record AND ${RELATION_FITS}
    RETURN relation
    UNION
    UNWIND $hubs AS hubId
    MATCH (hub:Entity {id: hubId})
    UNWIND $hubs AS otherId
    MATCH (other:Entity {id: otherId}) WHERE other <> hub
    MATCH (hub)-[relation:${FOLLOWED}]->(other)
    WHERE ${RELATION_FITS}
    RETURN relation
  }
  WITH relation ORDER BY relation.id LIMIT $most
  RETURN relation.id AS id, type(relation) AS kind, relation.role AS role, relation.basis AS basis,
    startNode(relation).id AS from, endNode(relation).id AS to`;

/**
 * The relations between these records, in the order of their ids, at most 2,000; none of a record with itself. `hubs` are
 * those with many relations. Cost grows with the relations of the others, and with the pairs of hubs.
 */
export async function findRelationsBetween(
  graph: Graph,
  records: { readonly hubs: readonly string[]; readonly others: readonly string[] },
  filter: SurroundingsFilter,
  signal?: AbortSignal,
): Promise<RelationsBetween> {
  const rows = await graph.read<RelationRow & Record<string, unknown>>(
    CYPHER,
    { ...records, ...filter, most: MOST_RELATIONS + 1 },
    signal,
  );
  return { relations: rows.slice(0, MOST_RELATIONS), isCut: rows.length > MOST_RELATIONS };
}
