import type { Graph } from '../../open-graph.ts';
import {
  type CheckScope,
  checkParameters,
  IS_IN_SCOPE,
  RECORD_CHECKS,
  RECORDS_OF,
  type RecordCheck,
} from './record-checks.ts';

export interface FindingRow {
  readonly recordId: string;
  readonly found: readonly string[];
}

export interface FindingPage {
  /** The id of the last record before the page; '' for the first page. */
  readonly after: string;
  readonly limit: number;
}

/** The records with something wrong, in the order of their ids, and what is wrong with each in the order of its text. */
export async function listFindings(
  graph: Graph,
  kind: RecordCheck,
  scope: CheckScope,
  page: FindingPage,
  signal?: AbortSignal,
): Promise<FindingRow[]> {
  const cypher = `
    ${RECORDS_OF[kind]}
    AND record.id > $after
    WITH record ORDER BY record.id
    CALL (record) {${RECORD_CHECKS[kind]} }
    WITH record, found, checked WHERE checked AND size(found) > 0 AND ${IS_IN_SCOPE}
    RETURN record.id AS recordId, found ORDER BY recordId LIMIT $limit`;
  const rows = await graph.read<FindingRow & Record<string, unknown>>(
    cypher,
    { ...checkParameters(scope), ...page },
    signal,
  );
  return rows.map(({ recordId, found }) => ({ recordId, found: found.toSorted() }));
}

/** How many there are in all. */
export async function countListed(
  graph: Graph,
  kind: RecordCheck,
  scope: CheckScope,
  signal?: AbortSignal,
): Promise<number> {
  const cypher = `
    ${RECORDS_OF[kind]}
    CALL (record) {${RECORD_CHECKS[kind]} }
    WITH record, found, checked WHERE checked AND size(found) > 0 AND ${IS_IN_SCOPE}
    RETURN count(record) AS count`;
  const [row] = await graph.read<{ count: number }>(cypher, checkParameters(scope), signal);
  return row?.count ?? 0;
}
