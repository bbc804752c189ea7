import { cursorScope } from '../../../domain/cursor.ts';
import { EXPECTATIONS } from '../../../domain/quality/expectations.ts';
import { shareOf, totalOf } from '../../../domain/quality/total-of.ts';
import { type Term, VOCABULARY } from '../../../domain/vocabulary.ts';
import { checkQuality, type QualityCheck } from '../../../graph/queries/quality/check-quality.ts';
import type { FindingCount } from '../../../graph/queries/quality/count-findings.ts';
import { findDisagreeingFigures } from '../../../graph/queries/quality/find-disagreeing-figures.ts';
import { countListed, type FindingRow, listFindings } from '../../../graph/queries/quality/list-findings.ts';
import { type CheckScope, isRecordCheck } from '../../../graph/queries/quality/record-checks.ts';
import { type PageArguments, toConnection } from '../../connection.ts';
import type { RequestContext } from '../../context.ts';
import { keptByVersion } from '../../kept-by-version.ts';
import type { Loaders } from '../../loaders.ts';
import { requireItems } from '../require-items.ts';
import { requireRecords } from '../require-records.ts';
import { readRegisters } from './read-registers.ts';

interface Scope {
  readonly source?: string | null;
  readonly publisher?: string | null;
}

type Kinds = readonly Term<'FindingKind'>[];

async function dataQuality(
  _: unknown,
  { filter }: { readonly filter?: (Scope & { readonly kinds?: Kinds | null }) | null },
  { graph, loaders, signal }: RequestContext,
) {
  const kinds = filter?.kinds ?? null;
  requireItems({ kinds }, 'filter.');
  const scope = await toScope('filter.source', filter ?? {}, loaders);
  const checks: QualityCheck[] = [];
  for (const kind of new Set(kinds ?? VOCABULARY.FindingKind)) {
    const { groups } = await countsOf[kind](graph, signal);
    checks.push({ kind, groups: groups.filter(isIn(scope)) });
  }
  return { checks };
}

/** Each kind is counted once for a version of the graph, of all sources and publishers, and then kept. */
const countsOf = Object.fromEntries(
  VOCABULARY.FindingKind.map((kind) => [
    kind,
    keptByVersion(async (graph): Promise<QualityCheck> => {
      const [check] = await checkQuality(graph, [kind], { source: null, publisher: null, registers: readRegisters() });
      return check ?? { kind, groups: [] };
    }),
  ]),
) as Readonly<Record<Term<'FindingKind'>, ReturnType<typeof keptByVersion<QualityCheck>>>>;

function isIn({ source, publisher }: CheckScope): (group: FindingCount) => boolean {
  return (group) =>
    (source === null || group.sourceId === source) && (publisher === null || group.publisher === publisher);
}

async function findings(
  _: unknown,
  { kind, source, publisher, ...page }: Scope & PageArguments & { readonly kind: Term<'FindingKind'> },
  { graph, loaders, signal }: RequestContext,
) {
  const scope = await toScope('source', { source: source ?? null, publisher: publisher ?? null }, loaders);
  const list = isRecordCheck(kind)
    ? {
        rows: (after: string, limit: number) => listFindings(graph, kind, scope, { after, limit }, signal),
        count: () => countListed(graph, kind, scope, signal),
      }
    : {
        rows: async (after: string, limit: number) => (await figures()).filter(isAfter(after)).slice(0, limit),
        count: async () => (await figures()).length,
      };
  const figures = async () => (await findDisagreeingFigures(graph, scope, signal)).rows;
  return toConnection(page, {
    scope: cursorScope('findings', [kind, scope.source, scope.publisher]),
    rows: (after, limit) => list.rows(String(after?.[0] ?? ''), limit),
    keyOf: ({ recordId }) => [recordId],
    edgeOf: (row) => ({ node: toFinding(kind, row, loaders) }),
    count: list.count,
  });
}

function isAfter(id: string): (row: FindingRow) => boolean {
  return ({ recordId }) => recordId > id;
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

async function toScope(argument: string, { source, publisher }: Scope, loaders: Loaders): Promise<CheckScope> {
  if (source !== undefined && source !== null) await requireRecords(argument, [source], loaders, ['SOURCE']);
  return { source: source ?? null, publisher: publisher ?? null, registers: readRegisters() };
}

/** The groups with most findings first. */
function worstFirst(one: FindingCount, other: FindingCount): number {
  return other.found - one.found || (one.sourceId < other.sourceId ? -1 : one.sourceId > other.sourceId ? 1 : 0);
}

export const DATA_QUALITY_RESOLVERS = {
  Query: { dataQuality, findings },
  QualityCheck: {
    checked: ({ groups }: QualityCheck) => totalOf(groups).checked,
    found: ({ groups }: QualityCheck) => totalOf(groups).found,
    share: ({ groups }: QualityCheck) => shareOf(totalOf(groups)),
    expected: ({ kind }: QualityCheck) => EXPECTATIONS[kind],
    groups: ({ groups }: QualityCheck, { first }: PageArguments) => [...groups].sort(worstFirst).slice(0, first),
  },
  QualityGroup: {
    source: ({ sourceId }: FindingCount, _: unknown, { loaders }: RequestContext) => loaders.reference.load(sourceId),
    share: (group: FindingCount) => shareOf(group),
  },
};
