import type { Term } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';
import { findDisagreeingFigures } from './find-disagreeing-figures.ts';
import type { FindingRow } from './finding-row.ts';
import {
  type CheckScope,
  checkParameters,
  IS_IN_SCOPE,
  isRecordCheck,
  RECORD_CHECKS,
  RECORDS_OF,
  type RecordCheck,
} from './record-checks.ts';

export interface FindingPage {
  /** The id of the last record before the page; '' for the first page. */
  readonly after: string;
  readonly limit: number;
}

/** The records with something wrong, in the order of their ids, and what is wrong with each. */
export async function listFindings(
  graph: Graph,
  kind: Term<'FindingKind'>,
  scope: CheckScope,
  page: FindingPage,
  signal?: AbortSignal,
): Promise<FindingRow[]> {
  if (isRecordCheck(kind)) return listRecords(graph, kind, scope, page, signal);
  const { rows } = await findDisagreeingFigures(graph, scope, signal);
  return rows.filter(({ recordId }) => recordId > page.after).slice(0, page.limit);
}

/** How many there are in all. */
export async function countListed(
  graph: Graph,
  kind: Term<'FindingKind'>,
  scope: CheckScope,
  signal?: AbortSignal,
): Promise<number> {
  if (isRecordCheck(kind)) return countRecords(graph, kind, scope, signal);
  return (await findDisagreeingFigures(graph, scope, signal)).rows.length;
}

/** What is wrong with each is in the order of its text. */
async function listRecords(
  graph: Graph,
  kind: RecordCheck,
  { registers, ...scope }: CheckScope,
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
    { ...checkParameters(registers), ...scope, ...page },
    signal,
  );
  return rows.map(({ recordId, found }) => ({ recordId, found: found.toSorted() }));
}

async function countRecords(
  graph: Graph,
  kind: RecordCheck,
  { registers, ...scope }: CheckScope,
  signal?: AbortSignal,
): Promise<number> {
  const cypher = `
    ${RECORDS_OF[kind]}
    CALL (record) {${RECORD_CHECKS[kind]} }
    WITH record, found, checked WHERE checked AND size(found) > 0 AND ${IS_IN_SCOPE}
    RETURN count(record) AS count`;
  const [row] = await graph.read<{ count: number }>(cypher, { ...checkParameters(registers), ...scope }, signal);
  return row?.count ?? 0;
}
