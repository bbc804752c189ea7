import type { GraphQLFieldResolver } from 'graphql';
import { type EntityType, entityTypeOf } from '../../domain/entity-type.ts';
import type { RequestContext } from '../context.ts';
import { type GeneratedRecord, RECORD_TYPE } from '../generated/read-generated.ts';
import { idOf } from './record-id.ts';

/** A field that gives a whole record: loaded by id, together with those of all its siblings. */
export function resolveEntity<Parent>(
  idFrom: (parent: Parent) => string,
  kindOf: (parent: Parent) => EntityType,
): GraphQLFieldResolver<Parent, RequestContext> {
  return (parent, _args, { loaders }, info) => loaders.entity.load({ id: idFrom(parent), kind: kindOf(parent), info });
}

/** A connection's node that is a whole record. */
function wholeNode(kind: EntityType) {
  return {
    node: resolveEntity(
      ({ node }: { node: object }) => idOf(node),
      () => kind,
    ),
  };
}

type ReferenceParent = { readonly id: string; readonly kind?: EntityType; readonly labels?: readonly string[] };

/** What our questions give of a record tells its kind in one way or the other. */
function kindOfReference({ kind, labels }: ReferenceParent): EntityType {
  return kind ?? entityTypeOf(labels ?? []);
}

const byType = { __resolveType: (record: GeneratedRecord) => record[RECORD_TYPE] };

export const ENTITY_RESOLVERS = {
  Node: byType,
  Actor: byType,
  Activity: byType,
  EntityReference: {
    kind: kindOfReference,
    entity: resolveEntity(({ id }: ReferenceParent) => id, kindOfReference),
  },
  OrganisationEdge: wholeNode('ORGANISATION'),
  FigureEdge: wholeNode('FIGURE'),
};
