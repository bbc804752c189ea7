import DataLoader from 'dataloader';
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { ENTITY_TYPES, type EntityType } from '../domain/entity-type.ts';
import type { Graph, Parameters } from '../graph/open-graph.ts';
import { type ComparableFigure, findComparableFigures } from '../graph/queries/find-comparable-figures.ts';
import { type Evidence, findEvidence } from '../graph/queries/find-evidence.ts';
import { type FigureEnds, findFigureEnds } from '../graph/queries/find-figure-ends.ts';
import { findLocalNames, type LocalNames } from '../graph/queries/find-local-names.ts';
import { findRedirects } from '../graph/queries/find-redirects.ts';
import { findReferences } from '../graph/queries/find-references.ts';
import {
  describeFundingLinks,
  endsKey,
  type FundingLinkRow,
  type LinkEnds,
} from '../graph/queries/funding/describe-funding-links.ts';
import type { Reference } from '../graph/queries/reference.ts';
import type { RelationList, RelationPage } from '../graph/queries/relation-list.ts';
import { describeTrilateralChains } from '../graph/queries/trilateral/describe-trilateral-chains.ts';
import type { TrilateralChainRow } from '../graph/queries/trilateral/trilateral-chain-row.ts';
import { type AskOfEach, createAskOfEach } from './ask-of-each.ts';
import { GENERATED_LISTS } from './generated/generated-lists.ts';
import { type GeneratedRecord, MOST_BY_IDS, type ReadGenerated } from './generated/read-generated.ts';
import { ID_ALIAS } from './generated/translate-selection.ts';
import { inGroups } from './in-groups.ts';

interface EvidenceKey {
  readonly factId: string;
  readonly limit: number;
}

export interface EntityKey {
  readonly id: string;
  /** Where it is known: else it takes a round trip to learn which list has the record. */
  readonly kind?: EntityType | undefined;
  readonly info: GraphQLResolveInfo;
}

interface RelationKey {
  readonly list: RelationList<unknown, Parameters>;
  readonly parentId: string;
  readonly filter: Parameters;
  /** Absent: the count is wanted. */
  readonly page?: RelationPage;
}

/** Loads what many fields of one answer need, each kind in one round trip for all fields that ask at the same time. */
export interface Loaders {
  readonly evidence: DataLoader<EvidenceKey, readonly Evidence[], string>;
  readonly reference: DataLoader<string, Reference | null>;
  readonly localNames: DataLoader<string, LocalNames | null>;
  /** The record into which this one was merged; null where it was not. */
  readonly redirect: DataLoader<string, string | null>;
  readonly comparableFigures: DataLoader<string, { one: ComparableFigure; others: readonly ComparableFigure[] } | null>;
  readonly figureEnds: DataLoader<string, FigureEnds | null>;
  readonly chain: DataLoader<string, TrilateralChainRow | null>;
  readonly fundingLink: DataLoader<LinkEnds, FundingLinkRow, string>;
  /** Whole records with the client's selection. */
  readonly entity: DataLoader<EntityKey, GeneratedRecord | null>;
  readonly relations: DataLoader<RelationKey, unknown>;
  /** Any question that can be asked of many records at once. */
  readonly ofEach: AskOfEach;
}

export function createLoaders(graph: Graph, readGenerated: ReadGenerated, signal: AbortSignal | undefined): Loaders {
  const reference = byId((ids) => findReferences(graph, ids, signal));
  return {
    reference,
    localNames: byId((ids) => findLocalNames(graph, ids, signal)),
    redirect: byId((ids) => findRedirects(graph, ids, signal)),
    evidence: new DataLoader(
      (keys) =>
        inGroups(
          keys,
          ({ limit }) => limit,
          async (limit, group) => {
            const found = await findEvidence(
              graph,
              group.map(({ factId }) => factId),
              limit,
              signal,
            );
            return group.map(({ factId }) => found.get(factId) ?? []);
          },
        ),
      { cacheKeyFn: ({ factId, limit }) => `${limit} ${factId}` },
    ),
    comparableFigures: byId((ids) => findComparableFigures(graph, ids, signal)),
    figureEnds: byId((ids) => findFigureEnds(graph, ids, signal)),
    chain: byId((ids) => describeTrilateralChains(graph, ids, signal)),
    fundingLink: new DataLoader((links) => describeFundingLinks(graph, links, signal), { cacheKeyFn: endsKey }),
    entity: new DataLoader((keys) => loadEntities(keys, reference, readGenerated, signal), {
      cache: false,
      maxBatchSize: MOST_BY_IDS,
    }),
    relations: new DataLoader((keys) => loadRelations(keys, graph, signal), { cache: false }),
    ofEach: createAskOfEach(graph, signal),
  };
}

function byId<Value>(find: (ids: readonly string[]) => Promise<Map<string, Value>>): DataLoader<string, Value | null> {
  return new DataLoader(async (ids) => {
    const found = await find(ids);
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** One read for each kind of record and each place in the client's document: siblings of one list share both. */
async function loadEntities(
  keys: readonly EntityKey[],
  reference: Loaders['reference'],
  readGenerated: ReadGenerated,
  signal: AbortSignal | undefined,
): Promise<(GeneratedRecord | null)[]> {
  const kinds = await Promise.all(keys.map(async ({ id, kind }) => kind ?? (await reference.load(id))?.kind));
  const ofKnownKind = keys.map((key, index) => ({ ...key, kind: kinds[index] }));
  return inGroups(
    ofKnownKind,
    ({ info }) => info.fieldNodes,
    (_, place) =>
      inGroups(
        place,
        ({ kind }) => kind,
        async (kind, alike) => {
          if (kind === undefined) return alike.map(() => null);
          const records = await readByIds(kind, alike, readGenerated, signal);
          return alike.map(({ id }) => records.get(id) ?? null);
        },
      ),
  );
}

async function readByIds(
  kind: EntityType,
  alike: readonly [EntityKey, ...EntityKey[]],
  readGenerated: ReadGenerated,
  signal: AbortSignal | undefined,
): Promise<Map<string, GeneratedRecord>> {
  const [{ info }] = alike;
  const type = info.schema.getType(ENTITY_TYPES[kind]) as GraphQLObjectType;
  const ids = [...new Set(alike.map(({ id }) => id))];
  const records = await readGenerated.byIds(ids, { rootField: GENERATED_LISTS[kind], type, info, signal });
  return new Map(records.map((record) => [record[ID_ALIAS], record]));
}

async function loadRelations(
  keys: readonly RelationKey[],
  graph: Graph,
  signal: AbortSignal | undefined,
): Promise<unknown[]> {
  return inGroups(
    keys,
    ({ list }) => list,
    (list, sameList) =>
      inGroups(
        sameList,
        ({ filter, page }) => JSON.stringify([filter, page]),
        async (_, alike) => {
          const [{ filter, page }] = alike;
          const parentIds = alike.map(({ parentId }) => parentId);
          const found = page
            ? await list.page(graph, parentIds, page, filter, signal)
            : await list.count(graph, parentIds, filter, signal);
          return parentIds.map((parentId) => found.get(parentId) ?? (page ? [] : 0));
        },
      ),
  );
}
