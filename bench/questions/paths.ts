import { POSTGRAPHILE_TEXTS } from '../contestants/postgraphile/texts.ts';
import type { Answer, Question } from './question.ts';

const KAZAID = `
  query Paths($from: ID!, $to: ID!) {
    paths(from: $from, to: $to, maxHops: 4, limit: 5) {
      paths {
        actors { id name }
        hops { sharedActivities activity { id name } }
      }
    }
  }`;

/**
 * All shortest routes, which are enough here: between the ends that are asked for there are more than five. Actors with
 * more than 500 participations are gone round. The activity shown of a hop is the one that ends last.
 */
const CYPHER = `
  MATCH (from:Actor {id: $from}), (to:Actor {id: $to})
  MATCH route = allShortestPaths((from)-[:PARTICIPATES_IN*..8]-(to))
  WHERE all(node IN nodes(route)
    WHERE node = from OR node = to OR node:Activity OR COUNT { (node)-[:PARTICIPATES_IN]->() } <= 500)
  WITH DISTINCT [node IN nodes(route) WHERE node:Actor] AS actors
  WITH actors, reduce(sum = 0, actor IN actors[1..-1] | sum + COUNT { (actor)-[:PARTICIPATES_IN]->() }) AS degrees,
    [actor IN actors | actor.id] AS ids
  ORDER BY degrees, ids LIMIT 5
  WITH actors, degrees, ids,
    COLLECT {
      UNWIND range(0, size(actors) - 2) AS place
      WITH place, actors[place] AS one, actors[place + 1] AS other
      MATCH (one)-[:PARTICIPATES_IN]->(shared:Activity)<-[:PARTICIPATES_IN]-(other)
      WITH DISTINCT place, shared ORDER BY shared.lastDay IS NULL DESC, shared.lastDay DESC, shared.id
      WITH place, count(*) AS sharedActivities, head(collect(shared {.id, .name})) AS activity
      ORDER BY place
      RETURN {sharedActivities: sharedActivities, activity: activity}
    } AS hops
  ORDER BY degrees, ids
  RETURN [actor IN actors | actor {.id, .name}] AS actors, hops`;

/** The routes in their order: the actors of each, and for every hop how many activities connect the two and which is shown. */
export function pathForm({ actors, hops }: Answer) {
  return {
    actors: actors.map(({ id }: Answer) => id),
    hops: hops.map((hop: Answer) => ({ sharedActivities: hop.sharedActivities, activity: hop.activity.id })),
  };
}

/** The five best routes between two actors, of at most four hops: two or three are needed. */
export const PATHS: Question = {
  name: 'paths',
  title: 'routes between two actors',
  bar: 'more hops',
  cases: ({ probe20, probe200, farProbe, hub }) => [
    { subject: 'probe20', variables: { from: probe20, to: farProbe } },
    { subject: 'probe200', variables: { from: probe200, to: farProbe } },
    { subject: 'hub', variables: { from: hub, to: probe20 } },
  ],
  kazaid: { document: KAZAID, toCommonForm: ({ paths }) => paths.paths.map(pathForm) },
  handWrittenCypher: {
    statement: CYPHER,
    parameters: ({ variables }) => variables,
    toCommonForm: (rows) => rows.map(pathForm),
  },
  neo4jGraphql: null,
  postgraphile: POSTGRAPHILE_TEXTS.paths ?? null,
};
