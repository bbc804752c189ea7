import DataLoader from 'dataloader';
import { type PartnershipGapPartKind, scorePartnershipGap } from '../../domain/suggestions/partnership-gap.ts';
import type { Ranked } from '../../domain/suggestions/ranking.ts';
import { MOST_EXAMPLES, type ScorePart, scoreOf } from '../../domain/suggestions/score.ts';
import { DomainError } from '../../errors.ts';
import {
  describePartnershipGaps,
  type PartnershipGapExamples,
} from '../../graph/queries/suggestions/describe-partnership-gaps.ts';
import {
  findPartnershipGaps,
  type GapSearch,
  type PartnershipGapCriteria,
  type PartnershipGapRow,
} from '../../graph/queries/suggestions/find-partnership-gaps.ts';
import type { PageArguments } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import type { Loaders } from '../loaders.ts';
import { toRankedConnection } from '../ranked-connection.ts';
import { requireItems } from './require-items.ts';
import { ACTORS, requireRecords } from './require-records.ts';

interface Arguments extends PageArguments {
  readonly for: string;
  readonly countries?: readonly string[] | null;
  readonly sectors?: readonly string[] | null;
}

interface Gap extends PartnershipGapRow, Ranked {
  readonly parts: readonly ScorePart<PartnershipGapPartKind>[];
  readonly examples: () => Promise<PartnershipGapExamples>;
}

/** More candidates are not ranked at once. */
const MOST_CANDIDATES = 5_000;

async function partnershipGaps(
  _: unknown,
  { for: of, countries, sectors, ...page }: Arguments,
  context: RequestContext,
) {
  const { loaders } = context;
  requireItems({ countries, sectors });
  await Promise.all([
    requireRecords('for', [of], loaders, ACTORS),
    requireRecords('countries', countries ?? [], loaders, ['COUNTRY']),
    requireRecords('sectors', sectors ?? [], loaders, ['SECTOR']),
  ]);
  const criteria = { of, countries: countries ?? null, sectors: sectors ?? null };
  return toRankedConnection(
    page,
    {
      question: 'partnershipGaps',
      criteria,
      findAll: (thisYear) => findGaps(criteria, thisYear, context),
      nodeOf: (gap: Gap) => toNode(gap, loaders),
    },
    context,
  );
}

async function findGaps(criteria: PartnershipGapCriteria, thisYear: number, context: RequestContext): Promise<Gap[]> {
  const { rows, search } = await findPartnershipGaps(context.graph, criteria, MOST_CANDIDATES + 1, context.signal);
  if (rows.length > MOST_CANDIDATES) {
    throw new DomainError(
      'LimitExceeded',
      `for: more than ${MOST_CANDIDATES} actors to rank, at most ${MOST_CANDIDATES} are ranked; narrow them by countries or sectors`,
    );
  }
  const examples = loadExamples(search, context);
  return rows.map((row) => {
    const counts = {
      commonCountries: row.countries.length,
      commonSectors: row.categories.length,
      commonPartners: row.partners,
      lastYear: row.lastYear,
    };
    const parts = scorePartnershipGap(counts, thisYear);
    return { ...row, parts, score: scoreOf(parts), ids: [row.actor], examples: () => examples.load(row) };
  });
}

function loadExamples(search: GapSearch, { graph, signal }: RequestContext) {
  return new DataLoader<PartnershipGapRow, PartnershipGapExamples>((gaps) =>
    describePartnershipGaps(graph, search, gaps, MOST_EXAMPLES, signal),
  );
}

function toNode(gap: Gap, { reference }: Loaders) {
  const examplesOf: Record<PartnershipGapPartKind, () => Promise<unknown>> = {
    COMMON_COUNTRIES: () => reference.loadMany(gap.countries.slice(0, MOST_EXAMPLES)),
    COMMON_SECTORS: () => reference.loadMany(gap.categories.slice(0, MOST_EXAMPLES)),
    COMMON_PARTNERS: async () => (await gap.examples()).partners,
    RECENCY: async () => (await gap.examples()).recent,
  };
  return {
    actor: () => reference.load(gap.actor),
    score: gap.score,
    parts: gap.parts.map((part) => ({ ...part, examples: examplesOf[part.kind] })),
    countries: () => reference.loadMany(gap.countries),
    sectors: () => reference.loadMany(gap.categories),
  };
}

export const PARTNERSHIP_GAP_RESOLVERS = { Query: { partnershipGaps } };
