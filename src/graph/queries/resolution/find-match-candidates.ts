import type { SearchTerms } from '../../../domain/resolution/search-terms.ts';
import type { Graph } from '../../open-graph.ts';

/** As many names are looked at for each name asked about, the best first; common words find many more. */
const NAMES_EACH = 50;

/** Names by the index of folded names, codes by the index of identifiers: nothing is read through. */
const CYPHER = `
  CALL () {
    UNWIND $queries AS query
    CALL db.index.fulltext.queryNodes('names_by_subject', query, {limit: $limit}) YIELD node AS name
    MATCH (name)-[:NAME_OF]->(candidate:Organisation)
    RETURN candidate
    UNION
    UNWIND $codes AS code
    MATCH (identifier:Identifier {value: code})-[:IDENTIFIES]->(candidate:Organisation)
    RETURN candidate
  }
  WITH DISTINCT candidate
  WHERE candidate.id <> $of
  RETURN candidate.id AS id ORDER BY id`;

/** The organisations that share a code, a short form or telling words with this one. */
export async function findMatchCandidates(
  graph: Graph,
  of: string,
  { names, acronyms, codes }: SearchTerms,
  signal?: AbortSignal,
): Promise<string[]> {
  const queries = [
    ...names.map((words) => anyOf(words, SHORTEST_WITH_SLIP.word)),
    ...(acronyms.length > 0 ? [anyOf(acronyms, SHORTEST_WITH_SLIP.acronym)] : []),
  ];
  const rows = await graph.read<{ id: string }>(CYPHER, { of, queries, codes, limit: NAMES_EACH }, signal);
  return rows.map(({ id }) => id);
}

/** In shorter ones a letter makes another word, or another body. */
const SHORTEST_WITH_SLIP = { word: 4, acronym: 6 };

/** Any of the words, longer ones with a slip; the index ranks names that have more of them, and rarer ones, first. Folded words hold no operators. */
function anyOf(words: readonly string[], shortestWithSlip: number): string {
  const terms = words.map((word) => (word.length < shortestWithSlip ? word : `(${word}^2 OR ${word}~1)`));
  return `subject:organisation AND folded:(${terms.join(' OR ')})`;
}
