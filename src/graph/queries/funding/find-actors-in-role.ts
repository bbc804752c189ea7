import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import type { Graph } from '../../open-graph.ts';
import { type Reference, type ReferenceRow, referenceTo, toReference } from '../reference.ts';

/** BENEFICIARY: countries only. */
export type RoleOfEnd = 'FUNDING' | 'IMPLEMENTING' | 'BENEFICIARY';

/** An activity is not understood better by more of them. */
const MOST_ACTORS = 100;

const CYPHER = `
  UNWIND $ids AS id
  RETURN id, COLLECT {
    MATCH (:Activity {id: id})<-[part:PARTICIPATES_IN {role: $role}]-(actor:Actor)
    WHERE part.basis IN $basis AND ($role <> 'BENEFICIARY' OR actor:Country)
    WITH DISTINCT actor ORDER BY actor.id LIMIT $limit
    RETURN ${referenceTo('actor')}
  } AS actors`;

/** Who takes part in each activity in the role, DECLARED or CURATED: the first 100 by id. One round trip for all. */
export async function findActorsInRole(
  graph: Graph,
  ids: readonly string[],
  { role }: { readonly role: RoleOfEnd },
  signal?: AbortSignal,
): Promise<Map<string, Reference[]>> {
  const parameters = { ids, role, basis: DEFAULT_BASIS, limit: MOST_ACTORS };
  const rows = await graph.read<{ id: string; actors: ReferenceRow[] }>(CYPHER, parameters, signal);
  return new Map(rows.map(({ id, actors }) => [id, actors.map(toReference)]));
}
