import { entityTypeOf } from '../../domain/entity-type.ts';
import { DomainError } from '../../errors.ts';
import type { AttributeDefinition, Network, NetworkEdge, NetworkNode } from '../../export/network/network.ts';
import { currentVersion } from '../../graph/graph-version.ts';
import { keysetPages } from '../../graph/queries/export/keyset-pages.ts';
import {
  listNetworkActivities,
  listNetworkActors,
  listNetworkParts,
  listSharedWork,
  type NetworkCriteria,
  type NetworkRecord,
} from '../../graph/queries/export/read-network.ts';
import { type ExportContext, limitsOf } from './export-context.ts';
import { type ParticipationFilter, participationFilter, readParticipationFilter } from './participation-filter.ts';
import { readFilter } from './read-filter.ts';
import type { Filter } from './read-table.ts';
import { ofFittingActivities } from './tables/relation-tables.ts';

/** The networks that can be exported, and what they are. */
export const NETWORKS = {
  network:
    'Actors and activities; an edge from an actor to an activity for each role in which it takes part, with basis and years.',
  actorNetwork:
    'Actors only; an edge between two that take part in the same activities, weighted by how many these are.',
} as const;

export type NetworkName = keyof typeof NETWORKS;

export const NODE_ATTRIBUTES: readonly AttributeDefinition[] = [
  { name: 'kind', type: 'string' },
  { name: 'subkind', type: 'string' },
  { name: 'name_kk', type: 'string' },
  { name: 'name_ru', type: 'string' },
  { name: 'country', type: 'string' },
  { name: 'status', type: 'string' },
  { name: 'first_year', type: 'int' },
  { name: 'last_year', type: 'int' },
];

export const EDGE_ATTRIBUTES: Readonly<Record<NetworkName, readonly AttributeDefinition[]>> = {
  network: [
    { name: 'role', type: 'string' },
    { name: 'basis', type: 'string' },
    { name: 'since', type: 'string' },
    { name: 'until', type: 'string' },
    { name: 'first_year', type: 'int' },
    { name: 'last_year', type: 'int' },
  ],
  actorNetwork: [
    { name: 'shared_activities', type: 'int' },
    { name: 'first_year', type: 'int' },
    { name: 'last_year', type: 'int' },
  ],
};

const NODES_AT_ONCE = 500;
/** One actor may have thousands of partners. */
const ACTORS_AT_ONCE = 25;

/** Refuses a filter that does not fit, and reads the network page by page. A graph that changes meanwhile ends the export. */
export async function exportNetwork(name: NetworkName, given: Filter, context: ExportContext): Promise<Network> {
  const filter = readFilter(participationFilter(context.schemas.schema), given, limitsOf(context));
  const criteria = await readParticipationFilter(filter as ParticipationFilter, context);
  const version = await currentVersion(context.graph, { since: performance.now() });
  const isDirected = name === 'network';
  return {
    isDirected,
    description: `${NETWORKS[name]} Filter: ${JSON.stringify(given)}`,
    nodeAttributes: NODE_ATTRIBUTES,
    edgeAttributes: EDGE_ATTRIBUTES[name],
    nodes: nodesOf(name, criteria, context),
    edges: unchanged(isDirected ? partsOf(criteria, context) : pairsOf(criteria, context), version, context),
  };
}

async function* nodesOf(name: NetworkName, criteria: NetworkCriteria, { graph, signal }: ExportContext) {
  const lists = name === 'network' ? [listNetworkActors, listNetworkActivities] : [listNetworkActors];
  for (const list of lists) {
    const pages = keysetPages(
      NODES_AT_ONCE,
      (page) => list(graph, criteria, page, signal),
      ({ id }) => id,
    );
    for await (const page of pages) yield page.map(toNode);
  }
}

function toNode({ id, name, labels, ...record }: NetworkRecord): NetworkNode {
  return {
    id,
    label: name,
    attributes: {
      kind: entityTypeOf(labels),
      subkind: record.kind,
      name_kk: record.nameKk,
      name_ru: record.nameRu,
      country: record.country,
      status: record.status,
      first_year: record.firstYear,
      last_year: record.lastYear,
    },
  };
}

async function* partsOf(criteria: NetworkCriteria, context: ExportContext): AsyncGenerator<NetworkEdge[]> {
  const pages = ofFittingActivities(context, criteria.search, (activities, page) =>
    listNetworkParts(context.graph, activities, criteria, page, context.signal),
  );
  for await (const page of pages) {
    yield page.map(({ id, from, to, role, basis, since, until, firstYear, lastYear }) => ({
      id,
      from,
      to,
      attributes: { role, basis, since, until, first_year: firstYear, last_year: lastYear },
    }));
  }
}

async function* pairsOf(criteria: NetworkCriteria, { graph, signal }: ExportContext): AsyncGenerator<NetworkEdge[]> {
  const actors = keysetPages(
    ACTORS_AT_ONCE,
    (page) => listNetworkActors(graph, criteria, page, signal),
    ({ id }) => id,
  );
  for await (const page of actors) {
    const some = page.map(({ id }) => id);
    const pairs = await listSharedWork(graph, some, criteria, signal);
    yield pairs.map(({ from, to, activities, firstYear, lastYear }) => ({
      id: `${from}|${to}`,
      from,
      to,
      weight: activities,
      attributes: { shared_activities: activities, first_year: firstYear, last_year: lastYear },
    }));
  }
}

/** Nodes and edges are read one after the other: were something written in between, an edge could lead to no node. */
async function* unchanged<Page>(pages: AsyncIterable<Page>, version: string, { graph }: ExportContext) {
  yield* pages;
  if ((await currentVersion(graph, { since: performance.now() })) === version) return;
  throw new DomainError('Conflict', 'the graph was changed while the network was read; export it again');
}
