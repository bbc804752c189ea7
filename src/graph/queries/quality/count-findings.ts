import type { OriginCount } from '../../../domain/quality/origin.ts';
import type { Graph } from '../../open-graph.ts';
import { checkParameters, ORIGINS, RECORD_CHECKS, RECORDS_OF, type RecordCheck } from './record-checks.ts';

/** How many records were checked and how many were found wrong, by where they come from. Reads every record of the kind once. */
export function countFindings(
  graph: Graph,
  kind: RecordCheck,
  registers: readonly string[],
  signal?: AbortSignal,
): Promise<OriginCount[]> {
  const cypher = `
    ${RECORDS_OF[kind]}
    CALL (record) {${RECORD_CHECKS[kind]} }
    WITH record, found, checked WHERE checked
    ${ORIGINS}
    RETURN origins, count(record) AS checked, sum(CASE WHEN size(found) > 0 THEN 1 ELSE 0 END) AS found`;
  return graph.read<{ -readonly [Key in keyof OriginCount]: OriginCount[Key] }>(
    cypher,
    checkParameters(registers),
    signal,
  );
}
