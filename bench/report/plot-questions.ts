import { LogScale } from './log-scale.ts';
import type { Area } from './plot.ts';
import type { Results } from './results.ts';
import { line, marker, text } from './svg.ts';

/** Colours that people with any colour vision tell apart (Okabe and Ito). */
const COLOURS = ['#000000', '#999999', '#56b4e9', '#d55e00', '#e69f00', '#009e73', '#0072b2', '#cc79a7'];

const PLOTTED = new Set(['probe20', 'names']);

/** p50 of every contestant for every question, on the largest graph, about the actor with 20 projects. */
export function plotQuestions({ graphs, contestants }: Results, area: Area): string {
  const graph = graphs.at(-1);
  if (graph === undefined) return '';
  const cases = graph.cases.filter(({ subject }) => PLOTTED.has(subject));
  const names = Object.keys(contestants).filter((name) => !(name in graph.absent));
  const times = cases.flatMap(({ timings }) => Object.values(timings).map((of) => of[1].p50));
  if (times.length === 0) return '';
  const top = area.y + 92;
  const bottom = area.y + area.height - 30;
  const scale = new LogScale(times, bottom, top);
  const step = area.width / cases.length;
  const points = cases.flatMap(({ question, timings }, place) => {
    const middle = area.x + (place + 0.5) * step;
    const marks = names.flatMap((name, order) => {
      const time = timings[name]?.[1].p50;
      const x = middle + (order - (names.length - 1) / 2) * Math.min(14, (step - 20) / names.length);
      return time === undefined ? [] : [marker(order, x, scale.at(time), colourOf(order))];
    });
    return [...marks, text(middle, bottom + 20, question, { 'text-anchor': 'middle' })];
  });
  const title = `Time of one request (p50, one client), milliseconds: ${graph.name} participations, an actor with 20 projects`;
  return [
    text(area.x, area.y, title, { 'font-size': 15, 'font-weight': 600 }),
    ...legend(names, contestants, area),
    ...grid(scale, area),
    ...points,
  ].join('\n');
}

function colourOf(order: number): string {
  return COLOURS[order % COLOURS.length] ?? '#000000';
}

const LEGEND_COLUMNS = 4;

function legend(names: readonly string[], titles: Results['contestants'], { x, y, width }: Area): string[] {
  return names.flatMap((name, order) => {
    const left = x + (order % LEGEND_COLUMNS) * (width / LEGEND_COLUMNS) + 6;
    const base = y + 26 + Math.floor(order / LEGEND_COLUMNS) * 20;
    return [marker(order, left, base - 4, colourOf(order)), text(left + 12, base, titles[name] ?? name)];
  });
}

/** A line for each power of ten, with its number. */
export function grid(scale: LogScale, { x, width }: Pick<Area, 'x' | 'width'>): string[] {
  return scale.powers.flatMap((power) => [
    line(x, scale.at(power), x + width, scale.at(power), { stroke: '#dddddd' }),
    text(x - 6, scale.at(power) + 4, String(power), { 'text-anchor': 'end', fill: '#666666' }),
  ]);
}
