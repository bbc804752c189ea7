import type { GraphQLResolveInfo } from 'graphql';
import { cursorScope } from '../../domain/cursor.ts';
import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import { ENTITY_TYPES, type EntityType } from '../../domain/entity-type.ts';
import { SUM_UP_SHARED_WORK } from '../../domain/shared-work.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { DomainError } from '../../errors.ts';
import type { SharedWorkCriteria } from '../../graph/cypher/shared-work.ts';
import { WORK_FIELDS, type WorkField } from '../../graph/cypher/work-columns.ts';
import { countCommonPartners, findCommonPartners } from '../../graph/queries/partners/find-common-partners.ts';
import {
  countPartners,
  findPartners,
  type PartnerCriteria,
  type PartnerRow,
} from '../../graph/queries/partners/find-partners.ts';
import { findSharedActivities } from '../../graph/queries/partners/find-shared-activities.ts';
import { findSharedSectors } from '../../graph/queries/partners/find-shared-sectors.ts';
import { sumSharedCommitments } from '../../graph/queries/partners/sum-shared-commitments.ts';
import { askedOfNodes } from '../asked-of-nodes.ts';
import { type PageArguments, toConnection } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { versionOfPage } from '../version-of-page.ts';
import { requireItems } from './require-items.ts';
import { ACTORS, requireEachOnce, requireRecords } from './require-records.ts';
import { toDays, type YearRange } from './year-range.ts';

interface Arguments extends PageArguments {
  readonly ofRoles?: readonly Term<'Role'>[] | null;
  readonly partnerRoles?: readonly Term<'Role'>[] | null;
  readonly years?: YearRange | null;
  readonly types?: readonly EntityType[] | null;
  readonly basis?: readonly Term<'Basis'>[] | null;
}

interface Partner extends PartnerRow {
  /** What the question asked: it holds for all that is told of the partner. */
  readonly criteria: SharedWorkCriteria;
  /** Whether more is wanted of those asked about than their ids, which are known. */
  readonly wantsAsked: boolean;
}

async function partners(
  _: unknown,
  { of, ...args }: Arguments & { readonly of: string },
  context: RequestContext,
  info: GraphQLResolveInfo,
) {
  const { criteria, version, wantsAsked, fields, orMistake } = await prepare([of], args, context, info);
  const { graph, signal } = context;
  return toConnection(args, {
    scope: cursorScope('partners', criteria, version),
    rows: (key, limit) => {
      const after = key && { shared: Number(key[0]), id: String(key[1]) };
      return orMistake(findPartners(graph, criteria, { after, limit }, fields, signal));
    },
    keyOf: ({ shared, partner }) => [shared, partner.id],
    edgeOf: (row) => ({ node: toPartner(row, criteria, wantsAsked) }),
    count: () => countPartners(graph, criteria, signal),
  });
}

const FEWEST_IN_COMMON = 2;
const MOST_IN_COMMON = 10;

async function commonPartners(
  _: unknown,
  { of, ...args }: Arguments & { readonly of: readonly string[] },
  context: RequestContext,
  info: GraphQLResolveInfo,
) {
  requireFewOrMore(of);
  const { criteria, version, wantsAsked, fields, orMistake } = await prepare(of, args, context, info);
  const { graph, signal } = context;
  return toConnection(args, {
    scope: cursorScope('commonPartners', criteria, version),
    rows: (key, limit) => {
      const after = key && { least: Number(key[0]), shared: Number(key[1]), id: String(key[2]) };
      return orMistake(findCommonPartners(graph, criteria, { after, limit }, fields, signal));
    },
    keyOf: ({ shares, shared, partner }) => [Math.min(...shares), shared, partner.id],
    edgeOf: (row) => ({ node: toPartner(row, criteria, wantsAsked) }),
    count: () => countCommonPartners(graph, criteria, signal),
  });
}

function requireFewOrMore({ length }: readonly string[]): void {
  const expected = `expected ${FEWEST_IN_COMMON} to ${MOST_IN_COMMON}`;
  if (length < FEWEST_IN_COMMON) throw new DomainError('InvalidInput', `of: got ${length} ids, ${expected}`);
  if (length > MOST_IN_COMMON) throw new DomainError('LimitExceeded', `of: got ${length} ids, ${expected}`);
}

async function prepare(
  of: readonly string[],
  { ofRoles, partnerRoles, years, types, basis, ...page }: Arguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
) {
  requireItems({ ofRoles, partnerRoles, types, basis });
  requireActorTypes(types ?? []);
  requireEachOnce('of', of);
  const criteria: PartnerCriteria = {
    of,
    ofRoles: ofRoles ?? null,
    partnerRoles: partnerRoles ?? null,
    basis: basis ?? DEFAULT_BASIS,
    labels: types?.map((type) => ENTITY_TYPES[type]) ?? null,
    ...toDays('years', years),
  };
  /** Whoever has a partner is an actor; where none is found, it may be that an id means nothing. */
  const orMistake = async (rows: Promise<PartnerRow[]>) => {
    const found = await rows;
    if (found.length === 0) await requireRecords('of', of, context.loaders, ACTORS);
    return found;
  };
  const asked = askedOfNodes(info);
  const fields = WORK_FIELDS.filter((field) => asked.has(field));
  const wantsAsked = asked.has('with') && [...askedOfNodes(info, 'with', 'of')].some((name) => !IS_KNOWN.has(name));
  // Read at the same time as the partners; a failure is told where the field is answered.
  if (wantsAsked) for (const id of of) context.loaders.reference.load(id).catch(() => {});
  return { criteria, version: await versionOfPage(page, context), wantsAsked, fields, orMistake };
}

/** What an id alone answers of a reference. */
const IS_KNOWN: ReadonlySet<string> = new Set(['id', '__typename']);

function requireActorTypes(types: readonly EntityType[]): void {
  const other = types.find((type) => !ACTORS.includes(type));
  if (other !== undefined)
    throw new DomainError('InvalidInput', `types: got ${other}, expected one or more of ${ACTORS.join(', ')}`);
}

function toPartner(row: PartnerRow, { labels: _, ...criteria }: PartnerCriteria, wantsAsked: boolean): Partner {
  return { ...row, criteria, wantsAsked };
}

/** A field that is told of all shared activities together: counted with the partner. */
function ofSharedWork(field: WorkField) {
  return ({ work }: Partner) => {
    if (!work) throw new Error(`${field} was not counted with the partners`);
    return SUM_UP_SHARED_WORK[field](work);
  };
}

function activities({ partner, shared, criteria }: Partner, page: PageArguments, { loaders }: RequestContext) {
  return toConnection(page, {
    scope: cursorScope('sharedActivities', [partner.id, criteria]),
    rows: async (key, limit) => {
      const after = String(key?.[0] ?? '');
      return (await loaders.ofEach(findSharedActivities, partner.id, { ...criteria, after, limit })) ?? [];
    },
    keyOf: ({ activity }) => [activity.id],
    edgeOf: (node) => ({ node }),
    count: async () => shared,
  });
}

export const PARTNER_RESOLVERS = {
  Query: { partners, commonPartners },
  Partner: {
    actor: ({ partner }: Partner) => partner,
    sharedActivities: ({ shared }: Partner) => shared,
    ...Object.fromEntries(WORK_FIELDS.map((field) => [field, ofSharedWork(field)])),
    with: ({ shares, criteria, wantsAsked }: Partner, _: unknown, { loaders }: RequestContext) =>
      criteria.of.map((id, index) => ({
        of: wantsAsked ? () => loaders.reference.load(id) : { id },
        sharedActivities: shares[index],
      })),
    sectors: async ({ partner, criteria }: Partner, { first: limit }: PageArguments, { loaders }: RequestContext) =>
      (await loaders.ofEach(findSharedSectors, partner.id, { ...criteria, limit })) ?? [],
    commitments: async ({ partner, criteria }: Partner, _: unknown, { loaders }: RequestContext) =>
      (await loaders.ofEach(sumSharedCommitments, partner.id, criteria)) ?? [],
    activities,
  },
};
