import DataLoader from 'dataloader';
import { type PotentialChainPartKind, scorePotentialChain } from '../../domain/suggestions/potential-chain.ts';
import type { Ranked } from '../../domain/suggestions/ranking.ts';
import { MOST_EXAMPLES, type ScorePart, scoreOf } from '../../domain/suggestions/score.ts';
import { DomainError } from '../../errors.ts';
import {
  describePotentialChains,
  type PotentialChainExamples,
} from '../../graph/queries/suggestions/describe-potential-chains.ts';
import {
  findPotentialChains,
  type PotentialChainCriteria,
  type PotentialChainRow,
} from '../../graph/queries/suggestions/find-potential-chains.ts';
import type { PageArguments } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import type { Loaders } from '../loaders.ts';
import { toRankedConnection } from '../ranked-connection.ts';
import { requireItems } from './require-items.ts';
import { ACTORS, requireRecords } from './require-records.ts';
import { toDays, type YearRange } from './year-range.ts';

type Filter = Partial<Omit<PotentialChainCriteria, 'pivot' | 'from' | 'to'>> & { readonly years?: YearRange | null };

interface Arguments extends PageArguments {
  readonly pivot: string;
  readonly filter?: Filter | null;
}

interface Suggestion extends PotentialChainRow, Ranked {
  readonly parts: readonly ScorePart<PotentialChainPartKind>[];
}

type Examples = DataLoader<Suggestion, PotentialChainExamples>;

/** More pairs of a facilitator and a country are not ranked at once. */
const MOST_PAIRS = 5_000;

async function potentialChains(_: unknown, { pivot, filter, ...page }: Arguments, context: RequestContext) {
  const { graph, loaders, signal } = context;
  requireItems(filter ?? {}, 'filter.');
  const criteria = toCriteria(pivot, filter ?? {});
  await requireAll(criteria, loaders);
  const examples: Examples = new DataLoader((suggestions) =>
    describePotentialChains(graph, criteria, suggestions, MOST_EXAMPLES, signal),
  );
  return toRankedConnection(
    page,
    {
      question: 'potentialChains',
      criteria,
      findAll: (thisYear) => findSuggestions(criteria, thisYear, context),
      nodeOf: (suggestion: Suggestion) => toNode(suggestion, pivot, loaders, examples),
    },
    context,
  );
}

function toCriteria(pivot: string, { years, ...filter }: Filter): PotentialChainCriteria {
  return {
    pivot,
    facilitators: filter.facilitators ?? null,
    beneficiaries: filter.beneficiaries ?? null,
    regions: filter.regions ?? null,
    sectors: filter.sectors ?? null,
    ...toDays('filter.years', years),
  };
}

async function requireAll(criteria: PotentialChainCriteria, loaders: Loaders): Promise<void> {
  await Promise.all([
    requireRecords('pivot', [criteria.pivot], loaders, ACTORS),
    requireRecords('filter.facilitators', criteria.facilitators ?? [], loaders, ACTORS),
    requireRecords('filter.beneficiaries', criteria.beneficiaries ?? [], loaders, ['COUNTRY']),
    requireRecords('filter.regions', criteria.regions ?? [], loaders, ['REGION']),
    requireRecords('filter.sectors', criteria.sectors ?? [], loaders, ['SECTOR']),
  ]);
}

async function findSuggestions(
  criteria: PotentialChainCriteria,
  thisYear: number,
  { graph, signal }: RequestContext,
): Promise<Suggestion[]> {
  const rows = await findPotentialChains(graph, criteria, MOST_PAIRS + 1, signal);
  if (rows.length > MOST_PAIRS) {
    throw new DomainError(
      'LimitExceeded',
      `pivot: more than ${MOST_PAIRS} pairs of a facilitator and a country, at most ${MOST_PAIRS} are ranked; narrow them by filter.beneficiaries, regions, facilitators, sectors or years`,
    );
  }
  return rows.map((row) => {
    const parts = scorePotentialChain(row, thisYear);
    return { ...row, parts, score: scoreOf(parts), ids: [row.facilitator, row.beneficiary] };
  });
}

function toNode(suggestion: Suggestion, pivot: string, { reference }: Loaders, examples: Examples) {
  const some = (field: keyof PotentialChainExamples) => async () => (await examples.load(suggestion))[field];
  const examplesOf: Record<PotentialChainPartKind, () => Promise<unknown>> = {
    ACTIVITIES_WITH_PIVOT: some('activitiesWithPivot'),
    FACILITATOR_ACTIVITIES_IN_COUNTRY: some('facilitatorActivities'),
    PIVOT_ACTIVITIES_IN_COUNTRY: some('pivotActivities'),
    COMMON_SECTORS: () => reference.loadMany(suggestion.categories.slice(0, MOST_EXAMPLES)),
    RECENCY: some('recent'),
  };
  return {
    basis: 'INFERRED',
    facilitator: () => reference.load(suggestion.facilitator),
    pivot: () => reference.load(pivot),
    beneficiary: () => reference.load(suggestion.beneficiary),
    score: suggestion.score,
    parts: suggestion.parts.map((part) => ({ ...part, examples: examplesOf[part.kind] })),
  };
}

export const POTENTIAL_CHAIN_RESOLVERS = { Query: { potentialChains } };
