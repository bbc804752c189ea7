import { CLIENTS, type Clients, type Timing } from '../measure/measure-case.ts';
import { type Bar, baseOf, findBars, questionOf } from './bars.ts';
import type { CaseResults, GraphResults, Results } from './results.ts';
import { table } from './table.ts';

/** What the reader needs to know of each subject. */
const SUBJECTS: Readonly<Record<CaseResults['subject'], string>> = {
  probe20: '20 projects',
  probe200: '200 projects',
  hub: 'the hub',
  names: 'names',
};

/** The run as Markdown: what it was measured on, whether the bars are met, and for each graph what everybody needed. */
export function toMarkdown(results: Results): string {
  const { machine, effort } = results;
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# Results',
    '',
    `Written by \`${results.command}\` on ${results.startedAt.slice(0, 10)} in ${results.minutes} minutes. How to read it: [README](README.md).`,
    '',
    `${machine.cores} cores (${machine.processor}), ${machine.memoryMegabytes} MB, ${machine.system}, Node ${machine.node}; ${versions.join(', ')}.`,
    `Load average of the last minute: ${results.loadBefore} before, ${results.loadAfter} after. ${effort.rounds} rounds after ${effort.warmUpRounds} of warming up.`,
    '',
    '![p50 of each contestant, and how p95 grows with the network](plot.svg)',
    '',
    '## Bars',
    '',
    ...barLines(findBars(results.graphs)),
    ...results.graphs.flatMap((graph) => graphLines(graph, results.contestants)),
  ].join('\n');
}

function barLines(bars: readonly Bar[]): string[] {
  const missed = bars.filter(({ isMet }) => !isMet).length;
  const rows = bars.map(({ graph, question, subject, what, clients, limit, found, isMet }) => [
    question,
    subjectInWords(subject),
    graph,
    String(clients),
    what,
    `≤ ${limit}`,
    found.toFixed(2),
    isMet ? 'met' : '**missed**',
  ]);
  const head = ['question', 'about', 'graph', 'clients', 'p50 of this project, divided by', 'bar', 'found', ''];
  return [`${bars.length - missed} of ${bars.length} met.`, '', ...table(head, rows), ''];
}

function graphLines(graph: GraphResults, contestants: Results['contestants']): string[] {
  const { name, participations, largestHub, loadSeconds, absent, memory, cases } = graph;
  return [
    `## ${name} participations`,
    '',
    `${participations} participations beside the planted ones, the largest hub has ${largestHub}; filled in ${loadSeconds.toFixed(1)} s.`,
    ...Object.entries(absent).map(([contestant, reason]) => `\nLeft out: ${contestant} (${reason}).`),
    '',
    ...CLIENTS.flatMap((clients) => timingLines(cases, clients, contestants, absent)),
    '### Memory (MB)',
    '',
    ...table(
      ['contestant', 'process', 'before', 'after'],
      memory.map((each) => [each.contestant, each.process, megabytes(each.before), megabytes(each.after)]),
    ),
    '',
  ];
}

function timingLines(
  cases: readonly CaseResults[],
  clients: Clients,
  contestants: Results['contestants'],
  absent: GraphResults['absent'],
): string[] {
  const names = Object.keys(contestants).filter((name) => !(name in absent));
  const rows = cases.map((result) => {
    const base = baseOf(result, questionOf(result), clients);
    return [result.question, subjectInWords(result.subject), ...names.map((name) => cell(result, name, clients, base))];
  });
  const together = clients === 1 ? 'One client' : `${clients} clients at a time`;
  return [
    `### ${together}: p50 / p95 in ms, requests each second (p50 divided by the base)`,
    '',
    ...table(['question', 'about', ...names], rows),
    '',
  ];
}

function cell(
  { timings, cannot, different, failed }: CaseResults,
  name: string,
  clients: Clients,
  base: number | null,
): string {
  if (name in different) return 'different answer';
  if (name in failed) return 'failed';
  const timing = timings[name]?.[clients];
  if (timing === undefined) return cannot.includes(name) ? 'cannot' : '–';
  const ratio = base === null || name === 'empty-request' ? '' : ` (${(timing.p50 / base).toFixed(2)})`;
  return `${milliseconds(timing.p50)} / ${milliseconds(timing.p95)}, ${perSecond(timing)}${ratio}`;
}

function subjectInWords(subject: string): string {
  return SUBJECTS[subject as CaseResults['subject']] ?? subject;
}

function milliseconds(time: number): string {
  return time < 10 ? time.toFixed(1) : time.toFixed(0);
}

function perSecond({ throughput }: Timing): string {
  return `${throughput < 10 ? throughput.toFixed(1) : throughput.toFixed(0)}/s`;
}

function megabytes(amount: number | null): string {
  return amount === null ? 'not known' : amount.toFixed(0);
}
