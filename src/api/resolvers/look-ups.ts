import type { GraphQLFieldResolver } from 'graphql';
import type { EntityType } from '../../domain/entity-type.ts';
import { NODES } from '../../domain/model.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { DomainError } from '../../errors.ts';
import { findByIdentifier } from '../../graph/queries/find-by-identifier.ts';
import type { RequestContext } from '../context.ts';
import type { EntityKey, Loaders } from '../loaders.ts';
import { ACTIVITIES } from './require-records.ts';

type LookUp<Args> = GraphQLFieldResolver<unknown, RequestContext, Args>;

const MOST_IDS = 100;

const node: LookUp<{ id: string }> = (_, { id }, { loaders }, info) => load(loaders, { id, info });

/** The record with this id. Where it was merged into another one, that other: ids that were given out stay good. */
async function load(loaders: Loaders, key: EntityKey) {
  const found = await loaders.entity.load(key);
  if (found !== null || !isOrganisation(key.id)) return found;
  const id = await loaders.redirect.load(key.id);
  return id === null ? null : loaders.entity.load({ ...key, id });
}

/** No other records are merged. */
function isOrganisation(id: string): boolean {
  return id.startsWith(`${NODES.Organisation.prefix}:`);
}

const nodes: LookUp<{ ids: readonly string[] }> = (_, { ids }, { loaders }, info) => {
  if (ids.length > MOST_IDS)
    throw new DomainError('LimitExceeded', `ids: got ${ids.length}, expected at most ${MOST_IDS}`);
  return Promise.all(ids.map((id) => load(loaders, { id, info })));
};

interface IdentifierArguments {
  readonly identifier: { readonly scheme?: Term<'IdentifierScheme'> | null; readonly value: string };
}

const entity: LookUp<IdentifierArguments> = async (_, { identifier }, { graph, loaders, signal }, info) => {
  const matches = await findByIdentifier(graph, identifier, signal);
  const ids = [...new Set(matches.map(({ entityId }) => entityId))];
  if (ids.length > 1) {
    const meanings = matches.map(({ scheme, entityId }) => `${scheme} (${entityId})`).join(', ');
    throw new DomainError(
      'InvalidInput',
      `identifier: "${identifier.value}" means several things; give its scheme: ${meanings}`,
    );
  }
  const [id] = ids;
  return id === undefined ? null : loaders.entity.load({ id, info });
};

/** A look-up of one kind: null where the id is of another kind or of nothing. */
function ofKind(kind: EntityType): LookUp<{ id: string }> {
  return (_, { id }, { loaders }, info) => load(loaders, { id, kind, info });
}

const activity: LookUp<{ id: string }> = async (_, { id }, { loaders }, info) => {
  const kind = (await loaders.reference.load(id))?.kind;
  return kind && ACTIVITIES.includes(kind) ? loaders.entity.load({ id, kind, info }) : null;
};

export const LOOK_UPS = {
  node,
  nodes,
  entity,
  country: ofKind('COUNTRY'),
  organisation: ofKind('ORGANISATION'),
  programme: ofKind('PROGRAMME'),
  edition: ofKind('EDITION'),
  project: ofKind('PROJECT'),
  activity,
  arrangement: ofKind('ARRANGEMENT'),
  source: ofKind('SOURCE'),
  figure: ofKind('FIGURE'),
  policy: ofKind('POLICY'),
  region: ofKind('REGION'),
  sector: ofKind('SECTOR'),
  goal: ofKind('GOAL'),
};
