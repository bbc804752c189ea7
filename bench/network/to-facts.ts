import type { EdgeFact, Fact, FactRecord, NodeFact, Properties } from '../../src/domain/fact.ts';
import { edgeId } from '../../src/domain/identity.ts';
import type { EdgeType, NodeLabel } from '../../src/domain/model.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Statement } from '../../src/domain/statement.ts';
import { officialName } from './make-rows.ts';
import type {
  ActivityRows,
  ArrangementRows,
  CountryRow,
  Network,
  OrganisationRow,
  SectorRow,
  TransactionRow,
} from './network.ts';

/** What all statements of a generated network come from. */
export const NETWORK_SOURCE: Source = {
  id: 'source:generated-network',
  kind: 'DATA_FILE',
  title: 'A generated network',
  publisher: 'This project',
  licence: 'CC0-1.0',
  retrieved: '2026-01-01',
};

/** One record at a time is in memory. */
const ORGANISATIONS_PER_RECORD = 500;

/**
 * The network as our writers take it, each fact with one statement, in the order it must be written. To be walked any
 * number of times, as the network is.
 */
export function toFacts(network: Network): Iterable<FactRecord> {
  return { [Symbol.iterator]: () => recordsOf(network) };
}

function* recordsOf(network: Network): Generator<FactRecord> {
  yield { id: 'bench:countries', facts: [...network.countries].flatMap(countryFacts) };
  yield { id: 'bench:sectors', facts: [...network.sectors].flatMap(sectorFacts) };
  let number = 1;
  for (const organisations of chunks(network.organisations, ORGANISATIONS_PER_RECORD))
    yield { id: `bench:organisations-${number++}`, facts: organisations.flatMap(organisationFacts) };
  for (const rows of network.activities) yield { id: `bench:${rows.project.id}`, facts: activityFacts(rows) };
  for (const rows of network.triangles) yield { id: `bench:${rows.arrangement.id}`, facts: arrangementFacts(rows) };
}

function countryFacts({ id, name, iso2 }: CountryRow): Fact[] {
  return named('Country', { id, name }, { code: iso2 });
}

function sectorFacts({ id, name, code }: SectorRow): Fact[] {
  return named('Sector', { id, name }, { code, vocabulary: '1', isWithdrawn: false });
}

function organisationFacts({ id, name, kind, countryId }: OrganisationRow): Fact[] {
  const facts = named('Organisation', { id, name }, { kind });
  return countryId === null
    ? facts
    : [...facts, edge('BELONGS_TO', edgeId('BELONGS_TO', id, countryId), id, countryId)];
}

function activityFacts({ project, participations, inSector, transactions }: ActivityRows): Fact[] {
  const { id, name, ...properties } = project;
  return [
    ...named('Project', { id, name }, properties),
    ...participations.map((part) => edge('PARTICIPATES_IN', part.id, part.actorId, id, { role: part.role })),
    ...inSector.map((relation) => edge('IN_SECTOR', relation.id, id, relation.sectorId, { vocabulary: '1' })),
    ...transactions.map(transactionFact),
  ];
}

function transactionFact(row: TransactionRow): NodeFact {
  const { id, activityId, type, amount, currency, date, providerId, receiverId } = row;
  const links: NodeFact['links'] = [
    { type: 'MADE_IN', to: activityId },
    ...(providerId === null ? [] : [{ type: 'PROVIDED_BY' as const, to: providerId }]),
    ...(receiverId === null ? [] : [{ type: 'RECEIVED_BY' as const, to: receiverId }]),
  ];
  return node('Transaction', id, { type, amount, currency, date, valueDate: date }, links);
}

function arrangementFacts({ arrangement, plays, covers }: ArrangementRows): Fact[] {
  const { id, name, ...properties } = arrangement;
  return [
    ...named('TriangularArrangement', { id, name }, properties),
    ...plays.map((play) => edge('PLAYS', play.id, play.actorId, id, { role: play.role })),
    ...covers.map((cover) => edge('COVERS', cover.id, id, cover.activityId)),
  ];
}

/** A record and its name. */
function named(label: NodeLabel, entity: { readonly id: string; readonly name: string }, more: Properties): Fact[] {
  const { id, entityId, ...properties } = officialName(entity);
  return [
    node(label, entity.id, { name: entity.name, ...more }),
    node('Name', id, properties, [{ type: 'NAME_OF', to: entityId }]),
  ];
}

function node(label: NodeLabel, id: string, properties: Properties, links: NodeFact['links'] = []): NodeFact {
  return { shape: 'node', label, id, properties, links, statements: STATEMENTS };
}

function edge(type: EdgeType, id: string, from: string, to: string, properties: Properties = {}): EdgeFact {
  return { shape: 'edge', type, id, from, to, properties, statements: STATEMENTS };
}

const STATEMENTS: readonly Statement[] = [{ sourceId: NETWORK_SOURCE.id, basis: 'DECLARED', locator: 'generated' }];

function* chunks<Row>(rows: Iterable<Row>, size: number): Iterable<Row[]> {
  let chunk: Row[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
