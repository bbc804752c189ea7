import { foldText } from '../../domain/fold-text.ts';
import { NODES, type NodeLabel } from '../../domain/model.ts';
import type { Graph } from '../open-graph.ts';

/** Names with these very words are among the first, as the index ranks short names before long ones. */
const DEPTH = 200;
const MOST_WORDS = 30;

const CYPHER = `
  UNWIND $wanted AS row
  CALL (row) {
    CALL db.index.fulltext.queryNodes('names_by_subject', row.query, {limit: $depth}) YIELD node AS name
    WHERE name.folded = row.folded
    MATCH (name)-[:NAME_OF]->(entity:Entity)
    WHERE any(label IN labels(entity) WHERE label IN $labels)
    RETURN collect(DISTINCT entity.id) AS ids
  }
  RETURN row.text AS text, ids`;

/** Records of these kinds that are called exactly so, whatever the script, case and accents. By text; absent: none. */
export async function findByExactName(
  graph: Graph,
  labels: readonly NodeLabel[],
  texts: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const subjects = [...new Set(labels.map((label) => NODES[label].prefix))].join(' OR ');
  const wanted = texts.flatMap((text) => {
    const folded = foldText(text);
    const words = folded.split(' ').slice(0, MOST_WORDS);
    return folded === '' ? [] : { text, folded, query: `subject:(${subjects}) AND folded:(${words.join(' AND ')})` };
  });
  const rows = await graph.read<{ text: string; ids: string[] }>(CYPHER, { wanted, labels, depth: DEPTH });
  return new Map(rows.filter(({ ids }) => ids.length > 0).map(({ text, ids }) => [text, ids]));
}
