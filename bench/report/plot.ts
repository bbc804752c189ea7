import { plotGrowth } from './plot-growth.ts';
import { plotQuestions } from './plot-questions.ts';
import type { Results } from './results.ts';
import { element, text } from './svg.ts';

const WIDTH = 1160;
const MARGIN = 60;
const QUESTIONS_HEIGHT = 420;
const GROWTH_HEIGHT = 620;
const GAP = 60;

/** The run as one drawing: what everybody needs for each question, and how that grows with the network. */
export function toPlot(results: Results): string {
  const height = QUESTIONS_HEIGHT + GROWTH_HEIGHT + GAP + 2 * MARGIN;
  const width = WIDTH - 2 * MARGIN;
  const content = [
    element('title', {}, 'Benchmark of the partnership graph'),
    element('rect', { width: WIDTH, height, fill: '#ffffff' }),
    plotQuestions(results, { x: MARGIN, y: MARGIN, width, height: QUESTIONS_HEIGHT }),
    plotGrowth(results, { x: MARGIN, y: MARGIN + QUESTIONS_HEIGHT + GAP, width, height: GROWTH_HEIGHT }),
    text(MARGIN, height - 16, `${results.command}, ${results.startedAt.slice(0, 10)}, ${results.machine.cores} cores`, {
      fill: '#666666',
      'font-size': 11,
    }),
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    viewBox: `0 0 ${WIDTH} ${height}`,
    'font-family': 'system-ui, sans-serif',
    'font-size': 12,
    fill: '#222222',
  };
  return `${element('svg', attributes, content.join('\n'))}\n`;
}

/** Where on the drawing a part of it goes. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
