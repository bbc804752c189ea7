import { DEFAULT_BASIS } from '../../domain/default-basis.ts';
import { ENTITY_TYPES, type EntityType, entityTypeOf } from '../../domain/entity-type.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { DomainError } from '../../errors.ts';
import { findNeighbourhood, type RelationRow } from '../../graph/queries/neighbourhood/find-neighbourhood.ts';
import type { RequestContext } from '../context.ts';
import { requireItems } from './require-items.ts';
import { requireRange } from './require-range.ts';
import { ACTIVITIES, ACTORS, requireRecords } from './require-records.ts';
import { toDays, type YearRange } from './year-range.ts';

interface Arguments {
  readonly of: string;
  readonly depth: number;
  readonly limit: number;
  readonly types?: readonly EntityType[] | null;
  readonly roles?: readonly Term<'Role'>[] | null;
  readonly years?: YearRange | null;
  readonly basis?: readonly Term<'Basis'>[] | null;
}

const KINDS: readonly EntityType[] = [...ACTORS, ...ACTIVITIES, 'ARRANGEMENT'];

/** Further away, everything is connected with everything. */
const MOST_LEVELS = 3;

async function neighbourhood(
  _: unknown,
  { of, depth, limit, types, roles, years, basis }: Arguments,
  { graph, loaders, signal }: RequestContext,
) {
  requireRange('depth', depth, 1, MOST_LEVELS);
  requireItems({ types, roles, basis });
  requireKinds(types ?? []);
  const filter = {
    labels: types?.map((type) => ENTITY_TYPES[type]) ?? null,
    roles: roles ?? null,
    basis: basis ?? DEFAULT_BASIS,
    ...toDays('years', years),
  };
  const found = await findNeighbourhood(graph, of, { depth, limit, filter }, signal);
  const centre = found?.shown[0]?.record;
  if (!centre || !KINDS.includes(centre.kind)) await requireRecords('of', [of], loaders, KINDS);
  if (!found) return null;
  return {
    nodes: found.shown,
    edges: found.relations.map(toEdge),
    leftOut: found.leftOut
      .map(({ labels, count }) => ({ kind: entityTypeOf(labels), count }))
      .sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind)),
    truncated: found.isCut,
  };
}

function toEdge({ role, ...relation }: RelationRow) {
  return {
    ...relation,
    role: relation.kind === 'PARTICIPATES_IN' ? role : null,
    triangularRole: relation.kind === 'PLAYS' ? role : null,
  };
}

function requireKinds(types: readonly EntityType[]): void {
  const other = types.find((type) => !KINDS.includes(type));
  if (other !== undefined)
    throw new DomainError('InvalidInput', `types: got ${other}, expected one or more of ${KINDS.join(', ')}`);
}

export const NEIGHBOURHOOD_RESOLVERS = { Query: { neighbourhood } };
