import type { GraphQLFieldResolver } from 'graphql';
import { type EntityType, entityTypeOf } from '../../domain/entity-type.ts';
import type { RequestContext } from '../context.ts';
import { type GeneratedRecord, RECORD_TYPE } from '../generated/read-generated.ts';
import { idOf } from './record-id.ts';

/** A field that gives a whole record: loaded by id, together with those of all its siblings. */
export function resolveEntity<Parent>(
  idFrom: (parent: Parent) => string,
): GraphQLFieldResolver<Parent, RequestContext> {
  return (parent, _args, { loaders }, info) => loaders.entity.load({ id: idFrom(parent), info });
}

/** A connection's node that is a whole record. */
const wholeNode = { node: resolveEntity(({ node }: { node: object }) => idOf(node)) };

type ReferenceParent = { readonly id: string; readonly kind?: EntityType; readonly labels?: readonly string[] };

const byType = { __resolveType: (record: GeneratedRecord) => record[RECORD_TYPE] };

export const ENTITY_RESOLVERS = {
  Node: byType,
  Actor: byType,
  Activity: byType,
  EntityReference: {
    kind: ({ kind, labels }: ReferenceParent) => kind ?? entityTypeOf(labels ?? []),
    entity: resolveEntity(({ id }: ReferenceParent) => id),
  },
  OrganisationEdge: wholeNode,
  FigureEdge: wholeNode,
};
