import { cursorScope } from '../../../domain/cursor.ts';
import { shareOf } from '../../../domain/quality/checked.ts';
import { EXPECTATIONS } from '../../../domain/quality/expectations.ts';
import type { OriginCount } from '../../../domain/quality/origin.ts';
import { type QualityCheck, type QualityGroup, sumCounts } from '../../../domain/quality/sum-counts.ts';
import { type Term, VOCABULARY } from '../../../domain/vocabulary.ts';
import { checkQuality } from '../../../graph/queries/quality/check-quality.ts';
import type { FindingRow } from '../../../graph/queries/quality/finding-row.ts';
import { countListed, listFindings } from '../../../graph/queries/quality/list-findings.ts';
import type { CheckScope } from '../../../graph/queries/quality/record-checks.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { keptByVersion } from '../../kept-by-version.ts';
import type { Loaders } from '../../loaders.ts';
import { requireItems } from '../require-items.ts';
import { requireRecords } from '../require-records.ts';
import { readRegisters } from './read-registers.ts';
import { requirePublisher } from './require-publisher.ts';

interface Scope {
  readonly source?: string | null;
  readonly publisher?: string | null;
}

type Kinds = readonly Term<'FindingKind'>[];

async function dataQuality(
  _: unknown,
  { filter }: { readonly filter?: (Scope & { readonly kinds?: Kinds | null }) | null },
  context: RequestContext,
) {
  const kinds = filter?.kinds ?? null;
  requireItems({ kinds }, 'filter.');
  const scope = await toScope('filter.', filter ?? {}, context);
  const checks: QualityCheck[] = [];
  for (const kind of new Set(kinds ?? VOCABULARY.FindingKind)) {
    const counts = await countsOf[kind](context.graph, context.signal);
    checks.push({ kind, ...sumCounts(counts, scope) });
  }
  return { checks };
}

/** Each kind is counted once for a version of the graph, of all sources and publishers, and then kept. */
const countsOf = Object.fromEntries(
  VOCABULARY.FindingKind.map((kind) => [kind, keptByVersion((graph) => checkQuality(graph, kind, readRegisters()))]),
) as Readonly<Record<Term<'FindingKind'>, ReturnType<typeof keptByVersion<OriginCount[]>>>>;

async function findings(
  _: unknown,
  { kind, source, publisher, ...page }: Scope & PageArguments & { readonly kind: Term<'FindingKind'> },
  context: RequestContext,
) {
  const { graph, loaders, signal } = context;
  const scope = await toScope('', { source: source ?? null, publisher: publisher ?? null }, context);
  return toConnection(page, {
    scope: cursorScope('findings', [kind, scope.source, scope.publisher]),
    rows: (after, limit) => listFindings(graph, kind, scope, { after: String(after?.[0] ?? ''), limit }, signal),
    keyOf: ({ recordId }) => [recordId],
    edgeOf: (row) => ({ node: toFinding(kind, row, loaders) }),
    count: () => countListed(graph, kind, scope, signal),
  });
}

/** As many details of one record are told. */
const MOST_DETAILS = 20;

function toFinding(kind: Term<'FindingKind'>, { recordId, found }: FindingRow, loaders: Loaders) {
  return {
    kind,
    record: () => loaders.reference.load(recordId),
    found: [...new Set(found)].slice(0, MOST_DETAILS),
    expected: EXPECTATIONS[kind],
  };
}

/** `place` is where the arguments stand: `filter.`, or nowhere. */
async function toScope(
  place: string,
  { source = null, publisher = null }: Scope,
  { graph, loaders, signal }: RequestContext,
): Promise<CheckScope> {
  if (source !== null) await requireRecords(`${place}source`, [source], loaders, ['SOURCE']);
  if (publisher !== null) await requirePublisher(`${place}publisher`, publisher, graph, signal);
  return { source, publisher, registers: readRegisters() };
}

/** The groups with most findings first. */
function worstFirst(one: QualityGroup, other: QualityGroup): number {
  return other.found - one.found || (one.sourceId < other.sourceId ? -1 : one.sourceId > other.sourceId ? 1 : 0);
}

export const DATA_QUALITY_RESOLVERS = {
  Query: { dataQuality, findings },
  QualityCheck: {
    share: (check: QualityCheck) => shareOf(check),
    expected: ({ kind }: QualityCheck) => EXPECTATIONS[kind],
    groups: ({ groups }: QualityCheck, { first }: PageArguments) => [...groups].sort(worstFirst).slice(0, first),
  },
  QualityGroup: {
    source: ({ sourceId }: QualityGroup, _: unknown, { loaders }: RequestContext) => loaders.reference.load(sourceId),
    share: (group: QualityGroup) => shareOf(group),
  },
};
