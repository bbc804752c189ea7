import { foldText } from '../../domain/fold-text.ts';
import { NODES, type NodeLabel } from '../../domain/model.ts';
import type { Graph } from '../open-graph.ts';
import { type ReferenceRow, referenceTo } from './reference.ts';

export interface SearchRow {
  readonly reference: ReferenceRow;
  readonly score: number;
  readonly matchedName: string;
}

export interface SearchPage {
  /** Labels to include; null for all. */
  readonly labels: readonly NodeLabel[] | null;
  /** The score and id of the last row before the page; null for the first page. */
  readonly after: { readonly score: number; readonly id: string } | null;
  readonly limit: number;
}

/** How many names are looked at before they are ranked as records. */
const SEARCH_DEPTH = 1_000;

/** Whole words that the text consists of, in the spelling the index has them in. At most eight. */
function wordsOf(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8);
}

/**
 * Each word as it is, as a beginning, or with a slip or two; all words must be there. Folded words hold no operators.
 * The kinds asked for narrow the search before it is cut; a look at the labels afterwards tells activities apart.
 */
function luceneQuery(words: readonly string[], labels: SearchPage['labels']): string {
  const terms = words.map((word) => `(${[`${word}^4`, `${word}*^2`, ...slips(word)].join(' OR ')})`);
  const wanted = `folded:(${terms.join(' AND ')})`;
  const subjects = new Set(labels?.map((label) => NODES[label].prefix));
  return labels === null ? wanted : `${wanted} AND subject:(${[...subjects].join(' OR ')})`;
}

function slips(word: string): string[] {
  if (word.length < 4) return [];
  return [word.length < 8 ? `${word}~1` : `${word}~2`];
}

/** The same name counts most, then a name that begins so; what is only referred to counts a little less. */
const RANKED = `
  CALL db.index.fulltext.queryNodes('names_by_subject', $query, {limit: $depth}) YIELD node AS name, score
  MATCH (name)-[:NAME_OF]->(entity:Entity)
  WHERE $labels IS NULL OR any(label IN labels(entity) WHERE label IN $labels)
  WITH entity, name,
    round(score + CASE WHEN name.folded = $folded THEN 20 WHEN name.folded STARTS WITH $folded THEN 5 ELSE 0 END
      - CASE WHEN entity.isPhantom THEN 1 ELSE 0 END, 4) AS score
  ORDER BY score DESC, name.value <> $text, name.value
  WITH entity, max(score) AS score, head(collect(name.value)) AS matchedName`;

const PAGE = `${RANKED}
  WHERE $afterScore IS NULL OR score < $afterScore OR (score = $afterScore AND entity.id > $afterId)
  WITH entity, score, matchedName ORDER BY score DESC, entity.id LIMIT $limit
  RETURN ${referenceTo('entity')} AS reference, score, matchedName`;

const COUNT = `${RANKED} RETURN count(entity) AS count`;

/** Records by any of their names, the best match first. Nothing where the text holds no letter or digit. */
export async function searchNames(
  graph: Graph,
  text: string,
  page: SearchPage,
  signal?: AbortSignal,
): Promise<SearchRow[]> {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const parameters = {
    ...searchParameters(text, words, page.labels),
    afterScore: page.after?.score ?? null,
    afterId: page.after?.id ?? '',
    limit: page.limit,
  };
  return graph.read<{ reference: ReferenceRow; score: number; matchedName: string }>(PAGE, parameters, signal);
}

export async function countNames(
  graph: Graph,
  text: string,
  labels: SearchPage['labels'],
  signal?: AbortSignal,
): Promise<number> {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  const [row] = await graph.read<{ count: number }>(COUNT, searchParameters(text, words, labels), signal);
  return row?.count ?? 0;
}

function searchParameters(text: string, words: readonly string[], labels: SearchPage['labels']) {
  return { text, query: luceneQuery(words, labels), folded: words.join(' '), depth: SEARCH_DEPTH, labels };
}
