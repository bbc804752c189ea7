import type { OriginCount } from '../../../domain/quality/origin.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';
import { countFindings } from './count-findings.ts';
import { findDisagreeingFigures } from './find-disagreeing-figures.ts';
import { isRecordCheck } from './record-checks.ts';

/**
 * Counts what one kind of check finds wrong, by where the records come from. Reads all records that it is about;
 * `registers` are the codes of the list of registration agencies.
 */
export async function checkQuality(
  graph: Graph,
  kind: Term<'FindingKind'>,
  registers: readonly string[],
  signal?: AbortSignal,
): Promise<OriginCount[]> {
  if (isRecordCheck(kind)) return countFindings(graph, kind, registers, signal);
  return (await findDisagreeingFigures(graph, { source: null, publisher: null }, signal)).counts;
}
