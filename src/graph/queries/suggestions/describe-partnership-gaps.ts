import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import { carries, lastYearOf, liesInSectors, matchBenefiting } from '../../cypher/carried-activities.ts';
import type { Graph } from '../../open-graph.ts';
import { type Reference, type ReferenceRow, referenceTo, toReference } from '../reference.ts';
import type { GapSearch, PartnershipGapRow } from './find-partnership-gaps.ts';

/** Some of what was counted, in the order of their ids. */
export interface PartnershipGapExamples {
  readonly partners: readonly Reference[];
  /** The activities of the last year. */
  readonly recent: readonly Reference[];
}

/** Binds `activity` to what was counted of the candidate. */
const COUNTED = `
      MATCH (candidate)-[part:PARTICIPATES_IN]->(activity:Activity)
      WHERE ${carries('part')} AND ${liesInSectors('activity')}
      ${matchBenefiting('activity', 'country')} AND country.id IN $countries
      WITH DISTINCT activity`;

const CYPHER = `
  UNWIND $gaps AS gap
  MATCH (candidate:Actor {id: gap.actor})
  RETURN gap.actor AS actor,
    COLLECT {
      ${COUNTED}
      MATCH (activity)<-[theirs:PARTICIPATES_IN]-(partner:Actor)
      WHERE ${carries('theirs')} AND partner.id IN $partners
      WITH DISTINCT partner ORDER BY partner.id LIMIT $most
      RETURN ${referenceTo('partner')}
    } AS partners,
    COLLECT {
      ${COUNTED} WHERE ${lastYearOf('activity')} = gap.lastYear
      WITH activity ORDER BY activity.id LIMIT $most
      RETURN ${referenceTo('activity')}
    } AS recent`;

/** Examples for each of these gaps, in their order; at most `most` for each count. One round trip for a page. */
export async function describePartnershipGaps(
  graph: Graph,
  { countries, sectors, partners }: GapSearch,
  gaps: readonly PartnershipGapRow[],
  most: number,
  signal?: AbortSignal,
): Promise<PartnershipGapExamples[]> {
  const rows = await graph.read<{ actor: string; partners: ReferenceRow[]; recent: ReferenceRow[] }>(
    CYPHER,
    {
      countries,
      sectors,
      partners,
      most,
      basis: DEFAULT_BASIS,
      gaps: gaps.map(({ actor, lastYear }) => ({ actor, lastYear })),
    },
    signal,
  );
  const byActor = new Map(rows.map((row) => [row.actor, row]));
  return gaps.map(({ actor }) => ({
    partners: (byActor.get(actor)?.partners ?? []).map(toReference),
    recent: (byActor.get(actor)?.recent ?? []).map(toReference),
  }));
}
