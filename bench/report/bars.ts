import type { Clients } from '../measure/measure-case.ts';
import type { Question } from '../questions/question.ts';
import { QUESTIONS } from '../questions/questions.ts';
import type { CaseResults, GraphResults } from './results.ts';

/** What this project's time is divided by, in words. */
export const BAR_KINDS = {
  base: 'the Cypher below it + an empty request',
  other: 'PostGraphile',
  cache: 'from the cache: an empty request',
  growth: 'p95, equal degree: itself at 10 k',
} as const;
export type BarKind = keyof typeof BAR_KINDS;

/** One bar, and what was found. */
export interface Bar {
  readonly graph: string;
  readonly question: string;
  readonly subject: string;
  readonly kind: BarKind;
  readonly clients: Clients;
  readonly limit: number;
  readonly found: number;
  readonly isMet: boolean;
}

const OURS = 'kazaid';
const CACHED = 'kazaid-cached';
const OTHER = 'postgraphile';
const EMPTY = 'empty-request';

/** Of a question's p50: what our API adds to its own Cypher and to any GraphQL request. */
const OVER_BASE = { nested: 1.25, 'two hops': 1.15, 'more hops': 1.15 } as const;
const OVER_POSTGRAPHILE = { nested: 1, 'two hops': 1.5, 'more hops': 1 } as const;
const OVER_EMPTY = 1.25;
const GROWTH = 3;
const GROWTH_FROM = 10_000;
const MUST_NOT_GROW = new Set(['chains', 'partners', 'paths', 'neighbourhood']);

/** The base of a question in milliseconds: its Cypher by the driver and an empty request; null where one was not measured. */
export function baseOf({ timings }: CaseResults, { bar }: Pick<Question, 'bar'>, clients: Clients): number | null {
  const cypher = timings[bar === 'nested' ? 'hand-written-cypher' : 'cypher']?.[clients].p50;
  const empty = timings[EMPTY]?.[clients].p50;
  return cypher === undefined || empty === undefined ? null : cypher + empty;
}

/** All bars that can be told from what was measured. */
export function findBars(graphs: readonly GraphResults[]): Bar[] {
  return [...graphs.flatMap((graph) => graph.cases.flatMap((of) => barsOfCase(graph, of))), ...growthBars(graphs)];
}

function barsOfCase({ name: graph }: GraphResults, result: CaseResults): Bar[] {
  const question = questionOf(result);
  const { timings, subject } = result;
  const p50 = (contestant: string, clients: Clients) => timings[contestant]?.[clients].p50 ?? null;
  const bar = (kind: BarKind, clients: Clients, limit: number, ours: number | null, theirs: number | null): Bar[] => {
    if (ours === null || theirs === null) return [];
    const found = ours / theirs;
    return [{ graph, question: question.name, subject, kind, clients, limit, found, isMet: found <= limit }];
  };
  const both: readonly Clients[] = question.bar === 'nested' ? [1, 16] : [1];
  return both.flatMap((clients) => [
    ...bar('base', clients, OVER_BASE[question.bar], p50(OURS, clients), baseOf(result, question, clients)),
    ...bar('other', clients, OVER_POSTGRAPHILE[question.bar], p50(OURS, clients), p50(OTHER, clients)),
    ...bar('cache', clients, OVER_EMPTY, p50(CACHED, clients), p50(EMPTY, clients)),
  ]);
}

/** For actors of equal degree the largest network may not take much longer than that of 10,000 participations. */
function growthBars(graphs: readonly GraphResults[]): Bar[] {
  const small = graphs.find(({ participations }) => participations === GROWTH_FROM);
  const large = graphs.at(-1);
  if (small === undefined || large === undefined || large.participations <= GROWTH_FROM) return [];
  return large.cases.flatMap((result) => {
    const { question, subject, timings } = result;
    if (!MUST_NOT_GROW.has(question) || subject === 'hub') return [];
    const before = small.cases.find((each) => each.question === question && each.subject === subject);
    const [ours, theirs] = [timings[OURS]?.[1].p95, before?.timings[OURS]?.[1].p95];
    if (ours === undefined || theirs === undefined) return [];
    const found = ours / theirs;
    const kind = 'growth';
    return [{ graph: large.name, question, subject, kind, clients: 1, limit: GROWTH, found, isMet: found <= GROWTH }];
  });
}

export function questionOf({ question }: Pick<CaseResults, 'question'>): Question {
  const found = QUESTIONS.find(({ name }) => name === question);
  if (found === undefined) throw new Error(`there is no question ${question}`);
  return found;
}
