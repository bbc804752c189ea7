import { DRAWERS } from '../../domain/alumni/drawers.ts';
import { type AlumniDimension, DRAWER_OF } from '../../domain/alumni/statistics/alumni-dimension.ts';
import type { AlumniCell, AlumniCount } from '../../domain/alumni/statistics/publish-table.ts';
import type { Graph } from '../open-graph.ts';

interface Row {
  readonly drawers: readonly string[];
  readonly persons: number;
}

/** A drawer knows how many it holds. */
const BY_ONE = `MATCH (drawer:AlumniDrawer) WHERE drawer.id STARTS WITH $prefixes[0]
  RETURN [drawer.id] AS drawers, COUNT { (drawer)<-[:FILED_UNDER]-() } AS persons`;

/** Both sides are read from their drawers and joined: going on from each person would pass all its other drawers. */
const BY_TWO = `MATCH (one:AlumniDrawer)<-[:FILED_UNDER]-(person), (person)-[:FILED_UNDER]->(other:AlumniDrawer)
  USING JOIN ON person
  WHERE one.id STARTS WITH $prefixes[0] AND other.id STARTS WITH $prefixes[1]
  WITH one, other, count(*) AS persons
  RETURN [one.id, other.id] AS drawers, persons`;

/** Everybody has one home: those drawers hold all, each once. */
const ALL = `OPTIONAL MATCH (drawer:AlumniDrawer) WHERE drawer.id STARTS WITH $home
  RETURN sum(COUNT { (drawer)<-[:FILED_UNDER]-() }) AS persons,
         EXISTS { (:AlumniDrawer {id: $synthetic})<-[:FILED_UNDER]-() } AS hasSynthetic`;

/** Counts persons by one or two dimensions. Nothing of it is hidden yet. */
export async function countByDimensions(graph: Graph, dimensions: readonly AlumniDimension[]): Promise<AlumniCount> {
  const prefixes = dimensions.map((dimension) => DRAWER_OF[dimension]);
  const [rows, [all]] = await Promise.all([
    graph.read<Row>(prefixes.length === 1 ? BY_ONE : BY_TWO, { prefixes }),
    graph.read<{ persons: number; hasSynthetic: boolean }>(ALL, {
      home: DRAWER_OF.HOME_COUNTRY,
      synthetic: DRAWERS.synthetic(true),
    }),
  ]);
  const cells = rows.map(
    ({ drawers, persons }): AlumniCell => ({
      values: drawers.map((drawer, index) => drawer.slice(prefixes[index]?.length)),
      persons,
    }),
  );
  return { dimensions, cells, persons: all?.persons ?? 0, hasSynthetic: all?.hasSynthetic ?? false };
}
