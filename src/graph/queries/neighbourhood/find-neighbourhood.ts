import type { SurroundingsFilter } from '../../cypher/surroundings.ts';
import type { Graph } from '../../open-graph.ts';
import { type Reference, toReference } from '../reference.ts';
import { findNextRecords, type NextRecords } from './find-next-records.ts';
import { isHub } from './is-hub.ts';

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

export interface Neighbourhood {
  readonly centreIsHub: boolean;
  /** By distance and rank, without the centre. */
  readonly around: readonly ShownRecord[];
  /** How many records of the first level for which there was not room enough were left out, by kind. */
  readonly leftOut: NextRecords['leftOut'];
  /** True where anything was left out, or lies behind a hub that was not walked through. */
  readonly isCut: boolean;
}

/**
 * The records around one, level by level: those next to the records of the level before, ranked by the number of
 * relations that connect them to what is shown already, as long as there is room. The walk ends with the first level
 * that does not find room as a whole. Hubs are shown, but not walked from, unless it is the centre. One read a level.
 */
export async function findNeighbourhood(
  graph: Graph,
  centre: string,
  criteria: NeighbourhoodCriteria,
  signal?: AbortSignal,
): Promise<Neighbourhood> {
  const [centreIsHub, { around, leftOut }] = await Promise.all([
    isHub(graph, centre, signal),
    walkAround(graph, centre, criteria, signal),
  ]);
  const endsAtHubs = around.some((shown) => shown.isHub && shown.distance < criteria.depth);
  return { centreIsHub, around, leftOut, isCut: leftOut.length > 0 || endsAtHubs };
}

async function walkAround(
  graph: Graph,
  centre: string,
  { depth, limit, filter }: NeighbourhoodCriteria,
  signal: AbortSignal | undefined,
): Promise<Pick<Neighbourhood, 'around' | 'leftOut'>> {
  const around: ShownRecord[] = [];
  let walked = [centre];
  let leftOut: NextRecords['leftOut'] = [];
  for (let distance = 1; distance <= depth && walked.length > 0 && leftOut.length === 0; distance++) {
    const level = {
      walked,
      shown: [centre, ...idsOf(around)],
      hubs: idsOf(around.filter((shown) => shown.isHub)),
      room: limit - around.length,
    };
    const next = await findNextRecords(graph, level, filter, signal);
    const found = next.found.map((row) => ({ record: toReference(row.record), distance, isHub: row.isHub }));
    around.push(...found);
    walked = idsOf(found.filter((shown) => !shown.isHub));
    leftOut = next.leftOut;
  }
  return { around, leftOut };
}

function idsOf(shown: readonly ShownRecord[]): string[] {
  return shown.map(({ record }) => record.id);
}
