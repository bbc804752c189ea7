import { NODES } from '../../../domain/model.ts';
import { matchActorsMeant } from '../../cypher/actors-meant.ts';
import type { Graph } from '../../open-graph.ts';

/** Ids as a caller gives them, by how they are read. */
export interface GivenIds {
  /** A country stands for itself and its own organisations. */
  readonly actors?: readonly string[];
  /** A region stands for itself and the countries and regions in it. */
  readonly places?: readonly string[];
  /** A category stands for itself and its purposes. */
  readonly sectors?: readonly string[];
}

/** Each id with all that it stands for, itself among them. */
export type IdsMeant = Readonly<Record<keyof GivenIds, ReadonlyMap<string, readonly string[]>>>;

const READINGS = ['actors', 'places', 'sectors'] as const satisfies readonly (keyof GivenIds)[];

// Countries, regions and sectors are few, and so they are gone through: what lies in a region or a sector may be most of the graph.
const CYPHER = `
  UNWIND $actors AS id
  ${matchActorsMeant('id', 'actor')}
  RETURN id, 'actors' AS reading, collect(actor.id) AS meant
  UNION ALL
  UNWIND $places AS id
  MATCH (named:Entity {id: id})
  RETURN id, 'places' AS reading, [id] + COLLECT {
    MATCH (place:Country|Region)
    WHERE named:Region AND place <> named AND EXISTS { (place)-[:IN_REGION*1..3]->(named) }
    RETURN place.id
  } AS meant
  UNION ALL
  UNWIND $sectors AS id
  MATCH (named:Sector {id: id})
  RETURN id, 'sectors' AS reading, [id] + COLLECT {
    MATCH (purpose:Sector) WHERE EXISTS { (purpose)-[:IN_SECTOR]->(named) } RETURN purpose.id
  } AS meant`;

/** How the ids begin that may stand for more than themselves, as each is read. */
const MAY_MEAN_MORE: Readonly<Record<keyof GivenIds, string>> = {
  actors: `${NODES.Country.prefix}:`,
  places: `${NODES.Region.prefix}:`,
  sectors: `${NODES.Sector.prefix}:`,
};

/**
 * What the ids stand for. The graph is asked only about those that may stand for more than themselves, and where these
 * are of no record they are absent; of the others it is not asked whether they are.
 */
export async function findIdsMeant(graph: Graph, ids: GivenIds, signal?: AbortSignal): Promise<IdsMeant> {
  const meant = { actors: new Map<string, string[]>(), places: new Map(), sectors: new Map() };
  const asked: Record<keyof GivenIds, string[]> = { actors: [], places: [], sectors: [] };
  for (const reading of READINGS) {
    for (const id of ids[reading] ?? []) {
      if (id.startsWith(MAY_MEAN_MORE[reading])) asked[reading].push(id);
      else meant[reading].set(id, [id]);
    }
  }
  if (READINGS.every((reading) => asked[reading].length === 0)) return meant;
  const rows = await graph.read<{ id: string; reading: keyof GivenIds; meant: string[] }>(CYPHER, asked, signal);
  for (const { id, reading, meant: found } of rows) meant[reading].set(id, found);
  return meant;
}
