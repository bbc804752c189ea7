import type { Graph } from '../../open-graph.ts';
import {
  ATTRIBUTED,
  type CheckScope,
  checkParameters,
  RECORD_CHECKS,
  RECORDS_OF,
  type RecordCheck,
} from './record-checks.ts';

export interface FindingCount {
  readonly sourceId: string;
  readonly publisher: string;
  /** Records that had what is checked. */
  readonly checked: number;
  /** Those of them with something wrong. */
  readonly found: number;
}

/** How many records were checked and how many were found wrong, by source and publisher. Reads every record of the kind once. */
export function countFindings(
  graph: Graph,
  kind: RecordCheck,
  scope: CheckScope,
  signal?: AbortSignal,
): Promise<FindingCount[]> {
  const cypher = `
    ${RECORDS_OF[kind]}
    CALL (record) {${RECORD_CHECKS[kind]} }
    WITH record, found, checked WHERE checked
    ${ATTRIBUTED}
    RETURN source.id AS sourceId, publisher, count(record) AS checked,
      sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found
    ORDER BY sourceId, publisher`;
  return graph.read<FindingCount>(cypher, checkParameters(scope), signal);
}
