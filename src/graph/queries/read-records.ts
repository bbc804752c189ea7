import type { NodeLabel } from '../../domain/model.ts';
import type { RecordSelection } from '../cypher/record-selection.ts';
import { recordValues } from '../cypher/record-values.ts';
import type { Graph } from '../open-graph.ts';

export type FoundRecord = Record<string, unknown>;

/**
 * Reads records of one label by their ids, with related records at any depth, in one statement; those that are not
 * there are absent. Lists are cut before anything is read of their records, so that the cost is that of what is given,
 * and for a sorted list that of sorting it.
 */
export async function readRecords(
  graph: Graph,
  label: NodeLabel,
  ids: readonly string[],
  selection: RecordSelection,
  signal?: AbortSignal,
): Promise<FoundRecord[]> {
  const parameters: Record<string, number> = {};
  const cypher = `UNWIND $ids AS id MATCH (r:${label} {id: id}) RETURN ${recordValues('r', selection, parameters)} AS record`;
  const rows = await graph.read<{ record: Values }>(cypher, { ...parameters, ids }, signal);
  return rows.map(({ record }) => toRecord(record, selection));
}

/** The values of a record in the order of its selection: its properties, then its lists. */
type Values = readonly unknown[];

function toRecord(values: Values, { properties, relations }: RecordSelection): FoundRecord {
  const record: FoundRecord = {};
  let next = 0;
  for (const { key } of properties) record[key] = values[next++];
  for (const { key, selection } of relations) {
    record[key] = (values[next++] as readonly Values[]).map((related) => toRecord(related, selection));
  }
  return record;
}
