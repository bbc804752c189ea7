import type { EdgeType } from '../../../domain/model.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { relationsBetween } from '../../cypher/relations-between.ts';
import { isHub, MOST_OF_A_NORMAL_RECORD, type SurroundingsFilter } from '../../cypher/surroundings.ts';
import { walkLevel } from '../../cypher/walk-level.ts';
import type { Graph } from '../../open-graph.ts';
import { type Reference, type ReferenceRow, referenceTo, toReference } from '../reference.ts';

export interface NeighbourhoodCriteria {
  readonly depth: number;
  readonly limit: number;
  readonly filter: SurroundingsFilter;
}

export interface ShownRecord {
  readonly record: Reference;
  readonly distance: number;
  readonly isHub: boolean;
}

export interface RelationRow {
  readonly id: string;
  readonly kind: EdgeType;
  readonly role: string | null;
  readonly from: string;
  readonly to: string;
  readonly basis: Term<'Basis'>;
}

export interface Neighbourhood {
  /** By distance and rank, the centre first. */
  readonly shown: readonly ShownRecord[];
  /** The relations between the records shown, in the order of their ids. */
  readonly relations: readonly RelationRow[];
  /** How many records of the first level for which there was not room enough were left out, by kind. */
  readonly leftOut: readonly { readonly labels: readonly string[]; readonly count: number }[];
  /** True where anything was left out, or lies behind a hub that was not walked through. */
  readonly isCut: boolean;
}

const MOST_RELATIONS = 2_000;

const CENTRE = `
  MATCH (centre:Entity {id: $centre})
  WITH centre, [centre] AS shown, [centre] AS walked, [] AS hubs, [] AS levels, [] AS leftOut, $limit AS room`;

const ANSWER = `
  RETURN ${referenceTo('centre')} AS centre, ${isHub('centre')} AS centreIsHub, relations,
    [level IN levels | [record IN level | {record: ${referenceTo('record')}, isHub: record IN hubs}]] AS levels,
    leftOut`;

interface Row extends Record<string, unknown> {
  readonly centre: ReferenceRow;
  readonly centreIsHub: boolean;
  readonly levels: readonly (readonly { readonly record: ReferenceRow; readonly isHub: boolean }[])[];
  readonly relations: readonly (readonly [
    id: string,
    kind: EdgeType,
    role: string | null,
    basis: Term<'Basis'>,
    from: string,
    to: string,
  ])[];
  readonly leftOut: Neighbourhood['leftOut'];
}

/**
 * The records around one, level by level: those next to the records of the level before, ranked by the number of
 * relations that connect them to what is shown already, as long as there is room; and the relations between them, at most
 * 2,000. The walk ends with the first level that does not find room as a whole. Hubs are shown, but not walked from,
 * unless it is the centre. Null where there is no such record. One read; its cost grows with the relations of the records
 * walked from, and with the pairs of hubs shown.
 */
export async function findNeighbourhood(
  graph: Graph,
  centre: string,
  { depth, limit, filter }: NeighbourhoodCriteria,
  signal?: AbortSignal,
): Promise<Neighbourhood | null> {
  const cypher = [CENTRE, ...Array(depth).fill(walkLevel(filter)), relationsBetween(filter), ANSWER].join('');
  const bounds = { mostRelations: MOST_OF_A_NORMAL_RECORD, most: MOST_RELATIONS + 1 };
  const [row] = await graph.read<Row>(cypher, { centre, limit, ...filter, ...bounds }, signal);
  if (!row) return null;
  const around = row.levels.flatMap((level, index) =>
    level.map((found) => ({ record: toReference(found.record), distance: index + 1, isHub: found.isHub })),
  );
  const endsAtHubs = around.some((shown) => shown.isHub && shown.distance < depth);
  return {
    shown: [{ record: toReference(row.centre), distance: 0, isHub: row.centreIsHub }, ...around],
    relations: row.relations
      .slice(0, MOST_RELATIONS)
      .map(([id, kind, role, basis, from, to]) => ({ id, kind, role, basis, from, to })),
    leftOut: row.leftOut,
    isCut: row.leftOut.length > 0 || endsAtHubs || row.relations.length > MOST_RELATIONS,
  };
}
