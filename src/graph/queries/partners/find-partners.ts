import type { NodeLabel } from '../../../domain/model.ts';
import type { PartOfSharedWork } from '../../../domain/shared-work.ts';
import { isPartner, matchOurParts, matchTheirParts, type SharedWorkCriteria } from '../../cypher/shared-work.ts';
import { type WorkField, workColumns } from '../../cypher/work-columns.ts';
import type { Graph } from '../../open-graph.ts';
import { type ReferenceRow, referenceTo } from '../reference.ts';

export interface PartnerCriteria extends SharedWorkCriteria {
  /** Labels of the partners wanted; null: any. */
  readonly labels: readonly NodeLabel[] | null;
}

export interface PartnerRow {
  readonly partner: ReferenceRow;
  /** Distinct activities shared with any of those asked about. */
  readonly shared: number;
  /** The same with each of those asked about, in their order. */
  readonly shares: readonly number[];
  /** Of the fields that were asked for; absent where none was. */
  readonly work?: readonly PartOfSharedWork[];
}

export interface PartnerPage {
  /** Where the last row before the page stands; null for the first page. */
  readonly after: { readonly shared: number; readonly id: string } | null;
  readonly limit: number;
}

/**
 * Activities first, each once: an actor with several parts in one shares it once. All partners are described before the
 * page is cut: that costs less than to look for their activities once more.
 */
function matchPartners(criteria: PartnerCriteria, fields: readonly WorkField[]): string {
  const { needsOfRoles, ofActivity, aggregates } = workColumns(fields);
  const roles = needsOfRoles ? 'WITH activity, collect(DISTINCT ours.role) AS ofRoles' : 'WITH DISTINCT activity';
  return `
  ${matchOurParts(criteria)}
  ${roles}
  ${ofActivity}
  ${matchTheirParts(criteria)}
  WITH partner, count(DISTINCT activity) AS shared${aggregates}
  WHERE ${isPartner(criteria)}`;
}

const IS_AFTER = '(shared < $afterShared OR (shared = $afterShared AND partner.id > $afterId))';

/**
 * Actors that take part in the same activities as the one asked about, those with most shared activities first, then by
 * id; with what these activities have in common, of the fields wanted. Cost grows with the participations of the one
 * asked about and of all others in the same activities, not with the graph.
 */
export async function findPartners(
  graph: Graph,
  criteria: PartnerCriteria,
  { after, limit }: PartnerPage,
  fields: readonly WorkField[],
  signal?: AbortSignal,
): Promise<PartnerRow[]> {
  const match = matchPartners(criteria, fields);
  const isAfter = after === null ? '' : `AND ${IS_AFTER}`;
  const work = fields.length === 0 ? '' : `, [${workColumns(fields).map}] AS work`;
  const cypher = `${match} ${isAfter}
  WITH * ORDER BY shared DESC, partner.id LIMIT $limit
  RETURN ${referenceTo('partner')} AS partner, shared${work}`;
  const parameters = { ...criteria, afterShared: after?.shared ?? null, afterId: after?.id ?? '', limit };
  const rows = await graph.read<Omit<PartnerRow, 'shares'> & Record<string, unknown>>(cypher, parameters, signal);
  return rows.map((row) => ({ ...row, shares: [row.shared] }));
}

export async function countPartners(graph: Graph, criteria: PartnerCriteria, signal?: AbortSignal): Promise<number> {
  const match = matchPartners(criteria, []);
  const [row] = await graph.read<{ count: number }>(`${match} RETURN count(partner) AS count`, { ...criteria }, signal);
  return row?.count ?? 0;
}
