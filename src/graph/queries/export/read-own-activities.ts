import { NODES } from '../../../domain/model.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { fitsAll } from '../../cypher/fits-all.ts';
import { identifiersOf, namedActor, officialNames } from '../../cypher/named-actor.ts';
import type { Graph } from '../../open-graph.ts';
import type { ActivitySearch } from '../flows/activity-search.ts';
import type { RelationPage } from '../relation-list.ts';

/** What the graph holds of an activity that an agency may publish; names, dates and shares as they are kept. */
export interface OwnActivityRow {
  readonly activity: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly labels: readonly string[];
  readonly names: readonly NameRow[];
  readonly reporters: readonly { readonly id: string; readonly name: string }[];
  readonly participants: readonly ParticipantRow[];
  readonly regions: readonly (PlaceRow & { readonly id: string; readonly identifiers: readonly IdentifierRow[] })[];
  readonly sectors: readonly (PlaceRow & { readonly vocabulary: string | null })[];
  readonly goals: readonly { readonly number: number; readonly target: string | null }[];
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
  readonly related: readonly {
    readonly id: string;
    readonly kind: Term<'RelatedActivityKind'>;
    readonly iatiIdentifier: string | null;
  }[];
  readonly isTriangular: boolean;
  readonly transactions: readonly TransactionRow[];
  readonly figures: number;
}

export interface ParticipantRow {
  readonly role: Term<'Role'>;
  readonly percentage: string | null;
  readonly actor: ActorRow;
}

/** An official name. */
export interface NameRow {
  readonly value: string;
  readonly language: string | null;
}

interface IdentifierRow {
  readonly scheme: Term<'IdentifierScheme'>;
  readonly value: string;
}

interface PlaceRow {
  readonly code: string | null;
  readonly name: string;
  readonly percentage: string | null;
}

export interface ActorRow {
  readonly id: string;
  readonly code: string | null;
  readonly kind: Term<'OrganisationKind'> | null;
  readonly name: string;
  readonly names: readonly NameRow[];
  readonly identifiers: readonly IdentifierRow[];
}

interface TransactionRow {
  readonly transaction: Readonly<Record<string, unknown>>;
  readonly valueDate: string | null;
  readonly provider: ActorRow | null;
  readonly receiver: ActorRow | null;
}

const OWN = `(EXISTS { MATCH (:Actor {id: $agency})-[own:PARTICIPATES_IN]->(activity) WHERE own.basis IN $basis }
      OR EXISTS { (activity)-[:REPORTED_BY]->(:Actor {id: $agency}) })`;

/** The ids of the activities in which the agency takes part or that it reports, page by page in their order. */
export async function listOwnActivities(
  graph: Graph,
  agency: string,
  { conditions, parameters }: ActivitySearch,
  page: RelationPage,
  signal?: AbortSignal,
): Promise<string[]> {
  const rows = await graph.read<{ id: string }>(
    `MATCH (activity:Activity) WHERE activity.id > $after AND ${OWN}
    AND ${fitsAll(conditions)}
  RETURN activity.id AS id ORDER BY id LIMIT $limit`,
    { ...parameters, ...page, agency },
    signal,
  );
  return rows.map(({ id }) => id);
}

const TRIANGULAR_ROLES = ['FACILITATING', 'PIVOTAL', 'BENEFICIARY']
  .map((role) => `EXISTS { (:Actor)-[play:PLAYS {role: '${role}'}]->(arrangement) WHERE play.basis IN $basis }`)
  .join(' AND ');

const DETAILS = `
  UNWIND $ids AS id
  MATCH (activity:Activity {id: id})
  RETURN activity {.*} AS activity, labels(activity) AS labels,
    ${officialNames('activity')} AS names,
    COLLECT { MATCH (activity)-[:REPORTED_BY]->(reporter:Organisation)
      RETURN {id: reporter.id, name: coalesce(reporter.name, reporter.id)} ORDER BY reporter.id } AS reporters,
    COLLECT { MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis
      WITH actor, part ORDER BY part.id
      RETURN {role: part.role, percentage: part.percentage, actor: ${namedActor('actor')}} } AS participants,
    COLLECT { MATCH (activity)-[lies:IN_REGION]->(region:Region) WHERE lies.basis IN $basis
      WITH region, lies ORDER BY region.id
      RETURN {id: region.id, code: region.code, name: coalesce(region.name, region.id), percentage: lies.percentage,
        identifiers: ${identifiersOf('region')}} } AS regions,
    COLLECT { MATCH (activity)-[lies:IN_SECTOR]->(sector:Sector) WHERE lies.basis IN $basis
      WITH sector, lies ORDER BY sector.id
      RETURN {code: sector.code, name: coalesce(sector.name, sector.id), percentage: lies.percentage,
        vocabulary: coalesce(lies.vocabulary, sector.vocabulary)} } AS sectors,
    COLLECT { MATCH (activity)-[serves:CONTRIBUTES_TO]->(goal:Goal) WHERE serves.basis IN $basis
      WITH goal, serves ORDER BY goal.number, serves.target
      RETURN {number: goal.number, target: serves.target} } AS goals,
    COLLECT { MATCH (activity)-[:PART_OF]->(whole:Activity) RETURN whole.id ORDER BY whole.id } AS wholes,
    COLLECT { MATCH (activity)<-[:PART_OF]-(part:Activity) RETURN part.id ORDER BY part.id } AS parts,
    COLLECT { MATCH (activity)-[relation:RELATED_TO]->(other:Activity)
      WITH relation, other ORDER BY relation.id
      RETURN {id: other.id, kind: relation.kind, iatiIdentifier: other.iatiIdentifier} } AS related,
    EXISTS { MATCH (activity)<-[cover:COVERS]-(arrangement:TriangularArrangement)
      WHERE cover.basis IN $basis AND ${TRIANGULAR_ROLES} } AS isTriangular,
    COLLECT { MATCH (activity)<-[:MADE_IN]-(transaction:Transaction)
      WITH transaction ORDER BY transaction.id
      OPTIONAL MATCH (transaction)-[:PROVIDED_BY]->(provider:Actor)
      OPTIONAL MATCH (transaction)-[:RECEIVED_BY]->(receiver:Actor)
      RETURN {transaction: transaction {.*}, valueDate: toString(transaction.valueDate),
        provider: ${namedActor('provider')},
        receiver: ${namedActor('receiver')}} } AS transactions,
    COUNT { (activity)<-[:ABOUT]-(:Figure) } AS figures`;

/** These activities with all that IATI has a place for, in the order of the ids. */
export async function readOwnActivities(
  graph: Graph,
  ids: readonly string[],
  basis: readonly Term<'Basis'>[],
  signal?: AbortSignal,
): Promise<OwnActivityRow[]> {
  return graph.read<{ -readonly [Key in keyof OwnActivityRow]: OwnActivityRow[Key] }>(DETAILS, { ids, basis }, signal);
}

/** An agency with its official names and codes; null where no organisation has the id. */
export async function readAgency(graph: Graph, id: string, signal?: AbortSignal): Promise<ActorRow | null> {
  const cypher = `MATCH (agency:Organisation {id: $id}) RETURN ${namedActor('agency')} AS row`;
  const [found] = await graph.read<{ row: ActorRow }>(cypher, { id }, signal);
  return found?.row ?? null;
}

/** Ids of countries begin so. */
export const COUNTRY_PREFIX = `${NODES.Country.prefix}:`;
