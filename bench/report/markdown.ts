import { groupBy } from '../../src/domain/group-by.ts';
import { CLIENTS, type Clients, type MeasuredCase, type Timing } from '../measure/measure-case.ts';
import { BAR_KINDS, type Bar, type BarKind, baseOf, findBars, questionOf } from './bars.ts';
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
  const { machine } = results;
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return [
    '# Results',
    '',
    `Written by \`${results.command}\` on ${results.startedAt.slice(0, 10)} in ${results.minutes} minutes. How to read it: [README](README.md).`,
    '',
    `${machine.cores} cores (${machine.processor}), ${machine.memoryMegabytes} MB, ${machine.system}, Node ${machine.node}; ${versions.join(', ')}.`,
    `Load average of the last minute: ${results.loadBefore} before, ${results.loadAfter} after.`,
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
  const kinds = Object.keys(BAR_KINDS) as BarKind[];
  const counts = kinds.flatMap((kind) => {
    const own = bars.filter((bar) => bar.kind === kind);
    const met = own.filter(({ isMet }) => isMet).length;
    return own.length === 0 ? [] : [[BAR_KINDS[kind], String(met), String(own.length - met)]];
  });
  const rows = [...groupBy(bars, placeOf).values()].map((group) => {
    const [{ question, subject, graph, clients }] = group as [Bar];
    const found = kinds.map((kind) => barInWords(group.find((bar) => bar.kind === kind)));
    return [question, subjectInWords(subject), graph, String(clients), ...found];
  });
  return [
    'This project divided by others: p50 unless said otherwise, in brackets the most that the bar allows, **fat** where it is missed.',
    '',
    ...table(['divided by', 'bars met', 'missed'], counts),
    '',
    ...table(['question', 'about', 'graph', 'clients', ...kinds.map((kind) => BAR_KINDS[kind])], rows),
    '',
  ];
}

function placeOf({ question, subject, graph, clients }: Bar): string {
  return [graph, question, subject, clients].join(' ');
}

function barInWords(bar: Bar | undefined): string {
  if (!bar) return '';
  const found = `${bar.found.toFixed(2)} (${bar.limit})`;
  return bar.isMet ? found : `**${found}**`;
}

function graphLines(graph: GraphResults, contestants: Results['contestants']): string[] {
  const { name, participations, largestHub, loadSeconds, effort, absent, memory, cases, mix } = graph;
  return [
    `## ${name} participations`,
    '',
    `${participations} participations beside the planted ones, the largest hub has ${largestHub}; filled in ${loadSeconds.toFixed(1)} s.`,
    `${effort.rounds} rounds, after ${effort.warmUp.milliseconds / 1000} s of warming up for each contestant and question.`,
    ...Object.entries(absent).map(([contestant, reason]) => `\nLeft out: ${contestant} (${reason}).`),
    '',
    ...CLIENTS.flatMap((clients) => timingLines(cases, clients, contestants, absent)),
    ...mixLines(mix),
    '### Memory (MB)',
    '',
    ...table(
      ['contestant', 'process', 'before', 'after'],
      memory.map((each) => [each.contestant, each.process, megabytes(each.before), megabytes(each.after)]),
    ),
    '',
  ];
}

/** What a dashboard that asks all of it may ask for each second. */
function mixLines({ timings }: MeasuredCase): string[] {
  const rows = Object.entries(timings).map(([name, by]) => [
    name,
    ...CLIENTS.flatMap((clients) => [
      `${milliseconds(by[clients].p50)} / ${milliseconds(by[clients].p95)}`,
      perSecond(by[clients]),
    ]),
    by[16].cpu === null ? 'not known' : milliseconds(by[16].cpu),
  ]);
  const head = CLIENTS.flatMap((clients) => [`${inWords(clients)}: p50 / p95 in ms`, 'requests each second']);
  return [
    '### All questions about all subjects, in turn',
    '',
    ...table(['contestant', ...head, 'processor time of a request in ms'], rows),
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
  return [
    `### ${inWords(clients)}: p50 / p95 in ms, requests each second, processor time of a request in ms (p50 divided by the base)`,
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
  const cpu = timing.cpu === null ? '' : `, ${milliseconds(timing.cpu)}`;
  return `${milliseconds(timing.p50)} / ${milliseconds(timing.p95)}, ${perSecond(timing)}${cpu}${ratio}`;
}

function inWords(clients: Clients): string {
  return clients === 1 ? 'One client' : `${clients} clients at a time`;
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
