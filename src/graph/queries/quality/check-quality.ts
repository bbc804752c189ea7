import type { Term } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../open-graph.ts';
import { countFindings, type FindingCount } from './count-findings.ts';
import { findDisagreeingFigures } from './find-disagreeing-figures.ts';
import { type CheckScope, isRecordCheck } from './record-checks.ts';

export interface QualityCheck {
  readonly kind: Term<'FindingKind'>;
  /** By source and publisher, in the order of their ids and names. Those with nothing to check are absent. */
  readonly groups: readonly FindingCount[];
}

/** Counts what is wrong, kind by kind. One after the other: each reads all records it is about. */
export async function checkQuality(
  graph: Graph,
  kinds: readonly Term<'FindingKind'>[],
  scope: CheckScope,
  signal?: AbortSignal,
): Promise<QualityCheck[]> {
  const checks: QualityCheck[] = [];
  for (const kind of kinds) {
    const groups = isRecordCheck(kind)
      ? await countFindings(graph, kind, scope, signal)
      : (await findDisagreeingFigures(graph, scope, signal)).counts;
    checks.push({ kind, groups });
  }
  return checks;
}
