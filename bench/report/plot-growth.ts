import { LogScale } from './log-scale.ts';
import type { Area } from './plot.ts';
import { grid } from './plot-questions.ts';
import type { CaseResults, Results } from './results.ts';
import { element, line, marker, text } from './svg.ts';

const SERIES = [
  { contestant: 'kazaid', subject: 'probe20', words: 'this project, an actor with 20 projects' },
  { contestant: 'kazaid', subject: 'probe200', words: 'this project, an actor with 200 projects' },
  { contestant: 'kazaid', subject: 'hub', words: 'this project, the hub (one participation in 20)' },
  { contestant: 'postgraphile', subject: 'probe20', words: 'PostGraphile, an actor with 20 projects' },
  { contestant: 'postgraphile', subject: 'hub', words: 'PostGraphile, the hub' },
] as const;

const COLOURS: Readonly<Record<string, string>> = { kazaid: '#d55e00', postgraphile: '#0072b2' };
const SHAPES: Readonly<Record<string, number>> = { probe20: 0, probe200: 2, hub: 3 };
const COLUMNS = 4;

/** How p95 of each question grows with the network: flat for actors of equal degree, rising for the hub, which grows too. */
export function plotGrowth({ graphs }: Results, area: Area): string {
  const cases = graphs.flatMap((graph) =>
    graph.cases.map((of) => ({ ...of, participations: graph.participations, subject: plottedAs(of.subject) })),
  );
  const questions = [...new Set(cases.map(({ question }) => question))];
  const times = cases.flatMap(({ timings }) => SERIES.flatMap(({ contestant }) => timings[contestant]?.[1].p95 ?? []));
  if (graphs.length < 2 || times.length === 0) return '';
  const rows = Math.ceil(questions.length / COLUMNS);
  const [width, height] = [area.width / COLUMNS, (area.height - 80) / rows];
  const small = questions.map((question, place) => {
    const box = { x: area.x + (place % COLUMNS) * width, y: area.y + 84 + Math.floor(place / COLUMNS) * height };
    const own = cases.filter((each) => each.question === question);
    return oneQuestion(question, own, times, { ...box, width: width - 44, height: height - 56 });
  });
  const title =
    'Growth: 95 of 100 requests are answered within (one client), milliseconds, by participations in the network';
  return [text(area.x, area.y, title, { 'font-size': 15, 'font-weight': 600 }), ...legend(area), ...small].join('\n');
}

/** A search is about names, not about an actor. */
function plottedAs(subject: string): string {
  return subject === 'names' ? 'probe20' : subject;
}

interface Point extends Pick<CaseResults, 'timings'> {
  readonly participations: number;
  readonly subject: string;
}

function oneQuestion(question: string, points: readonly Point[], times: readonly number[], box: Area): string {
  const bottom = box.y + box.height;
  const y = new LogScale(times, bottom, box.y + 12);
  const x = new LogScale(
    points.map(({ participations }) => participations),
    box.x + 10,
    box.x + box.width - 10,
  );
  const ticks = x.powers.map((power) =>
    text(x.at(power), bottom + 16, inWords(power), { 'text-anchor': 'middle', fill: '#666666' }),
  );
  const lines = SERIES.map(({ contestant, subject }) => {
    const own = points.filter((point) => point.subject === subject && point.timings[contestant] !== undefined);
    const places = own.map(({ participations, timings }) => ({
      x: x.at(participations),
      y: y.at(timings[contestant]?.[1].p95 ?? 1),
    }));
    return series(places, COLOURS[contestant] ?? '#000000', SHAPES[subject] ?? 0);
  });
  const title = text(box.x, box.y, question, { 'font-weight': 600 });
  const axis = line(box.x, bottom, box.x + box.width, bottom, { stroke: '#888888' });
  return [title, ...grid(y, box), axis, ...ticks, ...lines].join('\n');
}

function series(places: readonly { x: number; y: number }[], stroke: string, shape: number): string {
  const points = places.map(({ x, y }) => `${x},${y}`).join(' ');
  const drawn = element('polyline', { points, fill: 'none', stroke, 'stroke-width': 1.5 });
  return [drawn, ...places.map(({ x, y }) => marker(shape, x, y, stroke))].join('\n');
}

function legend({ x, y, width }: Area): string[] {
  return SERIES.flatMap(({ contestant, subject, words }, order) => {
    const left = x + (order % 3) * (width / 3) + 6;
    const base = y + 26 + Math.floor(order / 3) * 20;
    return [marker(SHAPES[subject] ?? 0, left, base - 4, COLOURS[contestant] ?? ''), text(left + 12, base, words)];
  });
}

function inWords(participations: number): string {
  if (participations >= 1_000_000) return `${participations / 1_000_000} M`;
  return participations >= 1_000 ? `${participations / 1_000} k` : String(participations);
}
