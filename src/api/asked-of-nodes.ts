import { collectSubFields } from '@graphql-tools/utils';
import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';

/** The names of the fields that the client asks for of the nodes of the connection that is being resolved. */
export function askedOfNodes({
  schema,
  fragments,
  variableValues,
  fieldNodes,
  returnType,
}: GraphQLResolveInfo): ReadonlySet<string> {
  const variables = { coerced: variableValues, sources: {} };
  let type = getNamedType(returnType) as GraphQLObjectType;
  let asked: readonly FieldNode[] = fieldNodes;
  const fieldsOf = () => [...collectSubFields(schema, fragments, variables, type, [...asked]).fields.values()].flat();
  for (const name of ['edges', 'node']) {
    asked = fieldsOf().filter((node) => node.name.value === name);
    type = getNamedType(type.getFields()[name]?.type) as GraphQLObjectType;
  }
  return new Set(fieldsOf().map((node) => node.name.value));
}
