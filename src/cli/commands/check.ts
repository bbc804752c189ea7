import { readRegisters } from '../../api/resolvers/quality/read-registers.ts';
import { readConfig } from '../../config.ts';
import { EXPECTATIONS } from '../../domain/quality/expectations.ts';
import { type Checked, shareOf, totalOf } from '../../domain/quality/total-of.ts';
import { VOCABULARY } from '../../domain/vocabulary.ts';
import { checkQuality, type QualityCheck } from '../../graph/queries/quality/check-quality.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { withConfiguredGraph } from '../with-configured-graph.ts';

/**
 * Counts what is wrong in the graph, by kind, source and publisher: lines for people, or with --json an array.
 * Ends with 0 where nothing was found, and with `INCOMPLETE` where something was.
 */
export async function check({ json }: { readonly json: boolean }): Promise<void> {
  const scope = { source: null, publisher: null, registers: readRegisters() };
  const checks = await withConfiguredGraph(readConfig(), (graph) => checkQuality(graph, VOCABULARY.FindingKind, scope));
  console.log(json ? JSON.stringify(checks.map(toJson), null, 2) : checks.map(toLines).join('\n\n'));
  if (checks.some(({ groups }) => totalOf(groups).found > 0)) process.exitCode = EXIT_CODES.INCOMPLETE;
}

function toJson({ kind, groups }: QualityCheck) {
  const total = totalOf(groups);
  return { kind, ...total, share: shareOf(total), expected: EXPECTATIONS[kind], groups };
}

/** As many sources and publishers of one kind are printed, those with most findings. */
const MOST_GROUPS = 20;

function toLines({ kind, groups }: QualityCheck): string {
  const worst = groups.filter(({ found }) => found > 0).sort((one, other) => other.found - one.found);
  const more = worst.length - MOST_GROUPS;
  return [
    `${kind}  ${counted(totalOf(groups))}`,
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
