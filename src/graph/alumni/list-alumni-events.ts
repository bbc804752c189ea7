import type { AlumniEvent } from '../../domain/alumni/alumni-event.ts';
import type { Term } from '../../domain/vocabulary.ts';
import type { Graph } from '../open-graph.ts';

export interface AlumniEventCriteria {
  readonly by: string | null;
  readonly actions: readonly Term<'AlumniAction'>[] | null;
  /** Events that are about one of these records. */
  readonly subjects: readonly string[] | null;
  /** ISO 8601. */
  readonly since: string | null;
  /** ISO 8601. */
  readonly until: string | null;
}

const EVERY = 'MATCH (event:AlumniEvent)';
const ABOUT =
  "CALL db.index.fulltext.queryNodes('alumni_event_subjects', $words) YIELD node WITH node AS event WHERE any(subject IN event.subjects WHERE subject IN $subjects)";

const CONDITIONS = `($by IS NULL OR event.by = $by) AND ($actions IS NULL OR event.action IN $actions)
  AND ($since IS NULL OR event.at >= datetime($since)) AND ($until IS NULL OR event.at < datetime($until))`;

const PAGE = `AND ($before IS NULL OR event.id < $before)
  WITH event ORDER BY event.id DESC LIMIT $limit
  RETURN event {.id, .by, .action, .subjects, .purpose, .detail, at: toString(event.at)} AS event
  ORDER BY event.id DESC`;

/** Events before the one with the id `before`, the last first. Those about somebody are looked up; all others are looked through. */
export async function listAlumniEvents(
  graph: Graph,
  criteria: AlumniEventCriteria,
  { before, limit }: { readonly before: string | null; readonly limit: number },
  signal?: AbortSignal,
): Promise<AlumniEvent[]> {
  const parameters = { ...criteria, words: wordsOf(criteria), before, limit };
  const rows = await graph.read<{ event: AlumniEvent }>(`${matching(criteria)} ${PAGE}`, parameters, signal);
  return rows.map(({ event }) => event);
}

export async function countAlumniEvents(
  graph: Graph,
  criteria: AlumniEventCriteria,
  signal?: AbortSignal,
): Promise<number> {
  const parameters = { ...criteria, words: wordsOf(criteria) };
  const cypher = `${matching(criteria)} RETURN count(event) AS count`;
  const [row] = await graph.read<{ count: number }>(cypher, parameters, signal);
  return row?.count ?? 0;
}

function matching({ subjects }: AlumniEventCriteria): string {
  return subjects === null ? `${EVERY} WHERE ${CONDITIONS}` : `${ABOUT} AND ${CONDITIONS}`;
}

/** Each id as one word of the index, whatever characters it is made of. */
function wordsOf({ subjects }: AlumniEventCriteria): string | null {
  return subjects?.map((id) => `"${id.replaceAll(/["\\]/g, '\\$&')}"`).join(' OR ') ?? null;
}
