import { readRegisters } from '../../api/resolvers/quality/read-registers.ts';
import { readConfig } from '../../config.ts';
import { type Checked, shareOf } from '../../domain/quality/checked.ts';
import { EXPECTATIONS } from '../../domain/quality/expectations.ts';
import { type QualityCheck, sumCounts } from '../../domain/quality/sum-counts.ts';
import { type Term, VOCABULARY } from '../../domain/vocabulary.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { checkQuality } from '../../graph/queries/quality/check-quality.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { printFindings } from '../print-findings.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

export interface CheckOptions {
  /** Instead of counts, the records of which this was found. */
  readonly list?: Term<'FindingKind'>;
  readonly json: boolean;
}

/**
 * Counts what is wrong in the graph, by kind, source and publisher, or lists it: lines for people, or with --json an array.
 * Ends with 0 where nothing was found, and with `INCOMPLETE` where something was.
 */
export async function check({ list, json }: CheckOptions): Promise<void> {
  const found = await withConfiguredGraph(readConfig(), (graph) =>
    list === undefined ? printCounts(graph, json) : printFindings(graph, list, json),
  );
  if (found > 0) process.exitCode = EXIT_CODES.INCOMPLETE;
}

/** How many findings were counted. */
async function printCounts(graph: Graph, json: boolean): Promise<number> {
  const checks: QualityCheck[] = [];
  // One after the other: each reads all records it is about.
  for (const kind of VOCABULARY.FindingKind) {
    const counts = await checkQuality(graph, kind, readRegisters());
    checks.push({ kind, ...sumCounts(counts, { source: null, publisher: null }) });
  }
  const wrong = checks.filter(({ found }) => found > 0);
  const hint = wrong[0] === undefined ? [] : [`kazaid check --list ${wrong[0].kind}  lists the records, of each kind.`];
  console.log(json ? JSON.stringify(checks.map(toJson), null, 2) : [...checks.map(toLines), ...hint].join('\n\n'));
  return wrong.length;
}

function toJson({ kind, checked, found, groups }: QualityCheck) {
  return { kind, checked, found, share: shareOf({ checked, found }), expected: EXPECTATIONS[kind], groups };
}

/** As many sources and publishers of one kind are printed, those with most findings. */
const MOST_GROUPS = 20;

function toLines({ kind, groups, ...total }: QualityCheck): string {
  const worst = groups.filter(({ found }) => found > 0).sort((one, other) => other.found - one.found);
  const more = worst.length - MOST_GROUPS;
  return [
    `${kind}  ${counted(total)}`,
    `  expected ${EXPECTATIONS[kind]}`,
    ...worst
      .slice(0, MOST_GROUPS)
      .map((group) => `  ${counted(group).padEnd(28)}  ${group.publisher}, ${group.sourceId}`),
    ...(more > 0 ? [`  and ${more} more publishers and sources; --json has all`] : []),
  ].join('\n');
}

function counted(total: Checked): string {
  const share = shareOf(total);
  if (share === null) return 'nothing to check';
  return `${total.found} of ${total.checked} (${(100 * share).toFixed(1)} %)`;
}
