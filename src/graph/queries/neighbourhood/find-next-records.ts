import {
  FOLLOWED,
  MOST_OF_A_NORMAL_RECORD,
  recordFits,
  relationCount,
  relationFits,
  type SurroundingsFilter,
} from '../../cypher/surroundings.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';

export interface Level {
  /** Ids of the records to walk from. */
  readonly walked: readonly string[];
  /** Ids of all records shown already. */
  readonly shown: readonly string[];
  /** Those of them that are hubs and were not walked from: relations to them count for the rank. */
  readonly hubs: readonly string[];
  /** How many records there is room for. */
  readonly room: number;
}

export interface NextRecords {
  /** In the order of their rank. */
  readonly found: readonly { readonly record: ReferenceRow; readonly isHub: boolean }[];
  /** How many more there are, by kind. */
  readonly leftOut: readonly { readonly labels: readonly string[]; readonly count: number }[];
}

const RELATION_FITS = relationFits('relation');
const RECORD_FITS = recordFits('record');
const RELATIONS = relationCount('record');

/**
 * Hubs have not been walked from: relations to them are met from the other side, which has fewer. Between two hubs each
 * direction is looked up by itself, for one of the two has few relations of these types in that direction.
 */
const TO_HUBS = `
  CALL (record) {
    CALL (record) {
      WITH record WHERE ${RELATIONS} <= $mostRelations
      MATCH (record)-[relation:${FOLLOWED}]-(hub)
      WHERE hub.id IN $hubs AND ${RELATION_FITS}
      RETURN relation
      UNION ALL
      WITH record WHERE ${RELATIONS} > $mostRelations
      UNWIND $hubs AS hubId
      MATCH (hub:Entity {id: hubId})
      MATCH (record)-[relation:${FOLLOWED}]->(hub)
      WHERE ${RELATION_FITS}
      RETURN relation
      UNION ALL
      WITH record WHERE ${RELATIONS} > $mostRelations
      UNWIND $hubs AS hubId
      MATCH (hub:Entity {id: hubId})
      MATCH (record)<-[relation:${FOLLOWED}]-(hub)
      WHERE ${RELATION_FITS}
      RETURN relation
    }
    RETURN count(relation) AS toHubs
  }
  WITH record, relations + toHubs AS relations`;

const WALK = `
  MATCH (walked:Entity) WHERE walked.id IN $walked
  MATCH (walked)-[relation:${FOLLOWED}]-(record)
  WHERE ${RELATION_FITS}
  WITH record, count(relation) AS relations
  WHERE NOT record.id IN $shown AND ${RECORD_FITS}`;

/** Each relation is met once: of its two ends only one is shown already. */
const RANKED = `
  WITH record ORDER BY relations DESC, record.id
  WITH collect(record) AS records
  RETURN COLLECT {
      UNWIND records[..$room] AS record
      RETURN {record: ${referenceTo('record')}, isHub: ${RELATIONS} > $mostRelations}
    } AS found,
    COLLECT {
      UNWIND records[$room..] AS record
      WITH labels(record) AS labels, count(*) AS count
      RETURN {labels: labels, count: count}
    } AS leftOut`;

const WITHOUT_HUBS = `${WALK} ${RANKED}`;
const WITH_HUBS = `${WALK} ${TO_HUBS} ${RANKED}`;

/**
 * The records next to those walked from that are not shown yet: those first that most relations connect to what is shown,
 * then by id. Ranked and cut in the database; cost grows with the relations of the records walked from.
 */
export async function findNextRecords(
  graph: Graph,
  level: Level,
  filter: SurroundingsFilter,
  signal?: AbortSignal,
): Promise<NextRecords> {
  const cypher = level.hubs.length === 0 ? WITHOUT_HUBS : WITH_HUBS;
  const parameters = { ...level, ...filter, mostRelations: MOST_OF_A_NORMAL_RECORD };
  const [row] = await graph.read<NextRecords & Record<string, unknown>>(cypher, parameters, signal);
  return row ?? { found: [], leftOut: [] };
}
