import { type CursorScope, cursorScope, decodeCursor, encodeCursor } from '../../../domain/cursor.ts';
import { type Term, VOCABULARY } from '../../../domain/vocabulary.ts';
import type { Graph } from '../../../graph/open-graph.ts';
import {
  type CandidateCriteria,
  type CandidateRow,
  findTriangularCandidates,
} from '../../../graph/queries/candidates/find-triangular-candidates.ts';
import type { PageArguments } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import type { Loaders } from '../../loaders.ts';
import { requireItems } from '../require-items.ts';
import { requireRecords } from '../require-records.ts';
import { toDays, type YearRange } from '../year-range.ts';

interface Filter {
  readonly rules?: readonly Term<'CandidateRule'>[] | null;
  readonly countries?: readonly string[] | null;
  readonly years?: YearRange | null;
}

/** Activities of one statement, and of one page: candidates may be far between. */
const CHUNK = 1_000;
const MOST_READ = 10_000;

async function triangularCandidates(
  _: unknown,
  { filter, first, after }: PageArguments & { readonly filter?: Filter | null },
  { graph, loaders, signal }: RequestContext,
) {
  requireItems({ ...filter }, 'filter.');
  const { rules, countries, years } = filter ?? {};
  const criteria: CandidateCriteria = {
    rules: VOCABULARY.CandidateRule.filter((rule) => !rules || rules.includes(rule)),
    countries: countries ?? [],
    ...toDays('filter.years', years),
  };
  await requireRecords('filter.countries', criteria.countries, loaders, ['COUNTRY']);
  const scope = cursorScope('triangularCandidates', criteria);
  const start = after ? String(decodeCursor(scope, after)[0]) : '';
  const { found, read, last, isAtEnd } = await readOn(graph, criteria, start, first, signal);
  const edges = found
    .slice(0, first)
    .map((row) => ({ cursor: encodeCursor(scope, [row.id]), node: toNode(row, loaders) }));
  const isFull = found.length > first;
  return {
    edges,
    activitiesRead: read,
    pageInfo: {
      hasNextPage: isFull || !isAtEnd,
      hasPreviousPage: start !== '',
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: isFull ? (edges.at(-1)?.cursor ?? null) : cursorAt(scope, last),
    },
  };
}

/** Goes on through the activities until the page is full, as many as one page looks at, or the end. */
async function readOn(
  graph: Graph,
  criteria: CandidateCriteria,
  start: string,
  first: number,
  signal: AbortSignal | undefined,
) {
  const found: CandidateRow[] = [];
  let read = 0;
  let last = start;
  for (;;) {
    const chunk = await findTriangularCandidates(graph, criteria, { after: last, limit: CHUNK }, signal);
    found.push(...chunk.candidates);
    read += chunk.read;
    last = chunk.last ?? last;
    const isAtEnd = chunk.read < CHUNK;
    if (isAtEnd || found.length > first || read >= MOST_READ) return { found, read, last, isAtEnd };
  }
}

function cursorAt(scope: CursorScope, id: string): string | null {
  return id === '' ? null : encodeCursor(scope, [id]);
}

function toNode({ id, rules, words, ...countries }: CandidateRow, { reference }: Loaders) {
  const all = (ids: readonly string[]) => () => Promise.all(ids.toSorted().map((each) => reference.load(each)));
  const found: Record<Term<'CandidateRule'>, string> = {
    COLLABORATION_TYPE_8: 'collaboration type 8',
    THREE_COUNTRIES: 'a country supports, another implements, a third one benefits',
    WORDS: [...new Set(words.map((word) => word.trim()))].join(', '),
  };
  return {
    basis: 'INFERRED',
    activity: () => reference.load(id),
    findings: rules.map((rule) => ({ rule, found: found[rule] })),
    supporting: all(countries.supporting),
    implementing: all(countries.implementing),
    benefiting: all(countries.benefiting),
  };
}

export const TRIANGULAR_CANDIDATE_RESOLVERS = { Query: { triangularCandidates } };
