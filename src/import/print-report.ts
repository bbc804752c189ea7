import type { Counts, ImportReport } from './report.ts';

/** More elements than this are summed up in one line. */
const MAX_LOSS_LINES = 15;

/** The report for people, as lines of plain text. `problemsFile`: where all problems were written, if anywhere. */
export function printReport(report: ImportReport, problemsFile?: string): string {
  const { records } = report;
  const seconds = (report.milliseconds / 1000).toFixed(1);
  return [
    `${report.file}: ${number(records.read)} records in ${seconds} s${report.isDryRun ? ', nothing written (dry run)' : ''}`,
    ended(report),
    `source        ${report.source.id}, ${report.source.publisher}`,
    report.isDryRun ? '' : `written       ${number(records.written)}, unchanged ${number(records.unchanged)}`,
    `left out      ${number(records.skipped)}`,
    ...section('Facts', report.facts),
    ...Object.entries(report.tallies).flatMap(([group, counts]) => section(capital(group), counts)),
    ...problems(report, problemsFile),
    ...Object.entries(report.loss).flatMap(([group, counts]) => section(capital(group), shortened(counts))),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function ended({ isComplete, isStopped }: ImportReport): string {
  if (isStopped) return 'STOPPED: what was read until then is kept; import the file again to go on.';
  return isComplete ? '' : 'THE FILE WAS NOT READ TO ITS END: what was complete before the problem is kept.';
}

function problems(report: ImportReport, file: string | undefined): string[] {
  const kinds = Object.entries(report.problems);
  if (kinds.length === 0) return ['Problems: none'];
  const isCut = kinds.some(([, { count, examples }]) => count > examples.length);
  return [
    'Problems',
    ...kinds.flatMap(([kind, { count, examples }]) => [
      `  ${kind.padEnd(34)}${number(count).padStart(9)}`,
      ...examples.map((example) => `      ${example.file}:${example.line}: ${example.message}`),
    ]),
    ...(isCut ? [`  These are the first of each kind: ${file ?? '--problems <file>'} has all of them`] : []),
  ];
}

function section(title: string, counts: Counts): string[] {
  return [title, ...Object.entries(counts).map(([key, count]) => `  ${key.padEnd(34)}${number(count).padStart(9)}`)];
}

function shortened(counts: Counts): Counts {
  const entries = Object.entries(counts);
  if (entries.length <= MAX_LOSS_LINES) return counts;
  const rest = entries.slice(MAX_LOSS_LINES);
  const sum = rest.reduce((total, [, count]) => total + count, 0);
  return { ...Object.fromEntries(entries.slice(0, MAX_LOSS_LINES)), [`${rest.length} more kinds (see --json)`]: sum };
}

function number(value: number): string {
  return value.toLocaleString('en-GB');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
