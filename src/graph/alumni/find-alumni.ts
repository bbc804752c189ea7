import type { AlumniCriteria } from './alumni-criteria.ts';
import type { AlumniStore } from './alumni-store.ts';
import { hasWords, isAgreed, MATCH_LEAST_FILED } from './match-alumni.ts';
import { type WantedAlumni, wantedAlumni } from './wanted-alumni.ts';

export interface AlumniPage {
  /** The id of the last one before the page; null for the first page. */
  readonly after: string | null;
  readonly limit: number;
  /** So many that the fulltext index finds are put in order by id; where there are more, the next ones are met soon by going through all. */
  readonly mostPutInOrder?: number;
}

const MOST_PUT_IN_ORDER = 1_000;

/**
 * Ids of alumni, in their order. One condition is read in the order of its index; several together are asked of the
 * fulltext index, which meets them all at once: cost grows with the page, not with how many alumni there are. More words
 * than that takes are looked for in each record of the least filed list.
 */
export async function findAlumni(
  { graph, keys }: AlumniStore,
  criteria: AlumniCriteria,
  { after, limit, mostPutInOrder = MOST_PUT_IN_ORDER }: AlumniPage,
  signal?: AbortSignal,
): Promise<string[]> {
  const wanted = await wantedAlumni(criteria, keys);
  if (wanted.isNobody) return [];
  const parameters = { ...wanted, depth: mostPutInOrder, after: after ?? '', limit };
  if (areSeveral(wanted) && wanted.query !== null) {
    const [found] = await graph.read<{ size: number; ids: string[] }>(putInOrder(wanted), parameters, signal);
    if (found && found.size < mostPutInOrder) return found.ids;
  }
  const rows = await graph.read<{ id: string }>(inOrder(wanted), parameters, signal);
  return rows.map(({ id }) => id);
}

/** How many alumni there are in all. But for one condition with one value, cost grows with how many there are. */
export async function countAlumni(
  { graph, keys }: AlumniStore,
  criteria: AlumniCriteria,
  signal?: AbortSignal,
): Promise<number> {
  const wanted = await wantedAlumni(criteria, keys);
  if (wanted.isNobody) return 0;
  const [row] = await graph.read<{ count: number }>(countOf(wanted), { ...wanted }, signal);
  return row?.count ?? 0;
}

function areSeveral({ lists, nameWords }: WantedAlumni): boolean {
  return lists.length > 1 || nameWords.length > 0;
}

/** All whom the fulltext index finds, up to the depth; the page of them is right only where there are fewer. */
function putInOrder(wanted: WantedAlumni): string {
  return `
  CALL db.index.fulltext.queryNodes('alumni_by_words', $query, {limit: $depth}) YIELD node
  WITH collect(node) AS found
  RETURN size(found) AS size, COLLECT {
    UNWIND found AS person
    WITH person WHERE person.id > $after
    WITH person ORDER BY person.id
    WHERE ${isAgreed(wanted)}
    RETURN person.id LIMIT $limit
  } AS ids`;
}

/** In the order of an index, until there are enough: of each drawer of the least filed list, or of all alumni. */
function inOrder(wanted: WantedAlumni): string {
  if (wanted.lists.length === 0) {
    return `
    MATCH (person:Alumnus)
    WHERE person.id > $after
    WITH person ORDER BY person.id
    WHERE person.nameWords IS NOT NULL AND ${hasWords(wanted)}
    RETURN person.id AS id LIMIT $limit`;
  }
  // The drawer is the same for all: with it, the order is that of the index.
  return `
  ${MATCH_LEAST_FILED}
  CALL (name) {
    MATCH (person)-[filed:FILED_UNDER]->()
    WHERE filed.drawer = name AND filed.alumnus > $after
    WITH person, filed ORDER BY filed.drawer, filed.alumnus
    WHERE ${hasWords(wanted)} AND ${isAgreed(wanted)}
    RETURN filed.alumnus AS id LIMIT $limit
  }
  RETURN DISTINCT id ORDER BY id LIMIT $limit`;
}

function countOf(wanted: WantedAlumni): string {
  if (areSeveral(wanted) && wanted.query !== null) {
    return `
    CALL db.index.fulltext.queryNodes('alumni_by_words', $query) YIELD node AS person
    WITH person WHERE ${isAgreed(wanted)}
    RETURN count(person) AS count`;
  }
  if (wanted.lists.length === 0)
    return `MATCH (person:Alumnus) WHERE person.nameWords IS NOT NULL AND ${hasWords(wanted)} RETURN count(person) AS count`;
  // How many lie in one drawer, the drawer knows.
  if (!areSeveral(wanted) && wanted.lists[0]?.length === 1 && wanted.consent === null) {
    return `
    UNWIND $lists[0] AS name
    MATCH (drawer:AlumniDrawer {id: name})
    RETURN sum(COUNT { (drawer)<-[:FILED_UNDER]-() }) AS count`;
  }
  return `
  ${MATCH_LEAST_FILED}
  MATCH (person)-[filed:FILED_UNDER]->()
  WHERE filed.drawer = name AND ${hasWords(wanted)} AND ${isAgreed(wanted)}
  RETURN count(DISTINCT filed.alumnus) AS count`;
}
