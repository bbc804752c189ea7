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

/** What the ids stand for; those of no record are absent. Nothing is asked of the graph where none is given. */
export async function findIdsMeant(graph: Graph, ids: GivenIds, signal?: AbortSignal): Promise<IdsMeant> {
  const { actors = [], places = [], sectors = [] } = ids;
  const meant = { actors: new Map<string, string[]>(), places: new Map(), sectors: new Map() };
  if (actors.length + places.length + sectors.length === 0) return meant;
  const rows = await graph.read<{ id: string; reading: keyof GivenIds; meant: string[] }>(
    CYPHER,
    { actors, places, sectors },
    signal,
  );
  for (const { id, reading, meant: found } of rows) meant[reading].set(id, found);
  return meant;
}
