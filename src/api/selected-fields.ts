import { collectSubFields } from '@graphql-tools/utils';
import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';

/** What the client selects below these fields, which give records of the type, by response key: fragments are written out. */
export function selectedFields(
  { schema, fragments, variableValues }: GraphQLResolveInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  return collectSubFields(schema, fragments, { coerced: variableValues, sources: {} }, type, [...nodes]).fields;
}
