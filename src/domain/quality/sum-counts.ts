import { groupBy } from '../group-by.ts';
import type { Term } from '../vocabulary.ts';
import type { Checked } from './checked.ts';
import type { Origin, OriginCount } from './origin.ts';

/** The records of one source and publisher. */
export type QualityGroup = Origin & Checked;

/** Each record counted once; in the groups, one of several sources counts for each. */
export interface QualitySum extends Checked {
  /** In the order of the sources' ids, then of the publishers' names. */
  readonly groups: readonly QualityGroup[];
}

/** What one kind of check comes to. */
export interface QualityCheck extends QualitySum {
  readonly kind: Term<'FindingKind'>;
}

/** Which records count; null for those of all sources, or of all publishers. */
export interface OriginFilter {
  readonly source: string | null;
  readonly publisher: string | null;
}

/** What the counts come to for the records of one source, one publisher, or all. */
export function sumCounts(counts: readonly OriginCount[], { source, publisher }: OriginFilter): QualitySum {
  const isMeant = ({ sourceId, publisher: name }: Origin) =>
    (source === null || sourceId === source) && (publisher === null || name === publisher);
  const meant = counts
    .map((count) => ({ ...count, origins: count.origins.filter(isMeant) }))
    .filter(({ origins }) => origins.length > 0);
  const each = meant.flatMap(({ origins, checked, found }) => origins.map((origin) => ({ ...origin, checked, found })));
  const groups = [...groupBy(each, ({ sourceId, publisher: name }) => JSON.stringify([sourceId, name])).values()];
  return { ...totalOf(meant), groups: groups.flatMap(toGroup).sort(inOrder) };
}

function toGroup(members: readonly QualityGroup[]): QualityGroup[] {
  const [first] = members;
  return first === undefined ? [] : [{ ...first, ...totalOf(members) }];
}

function inOrder(one: QualityGroup, other: QualityGroup): number {
  return compare(one.sourceId, other.sourceId) || compare(one.publisher, other.publisher);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function totalOf(counts: readonly Checked[]): Checked {
  return {
    checked: counts.reduce((sum, { checked }) => sum + checked, 0),
    found: counts.reduce((sum, { found }) => sum + found, 0),
  };
}
