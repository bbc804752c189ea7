import { type FieldNode, type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { selectedFields } from './selected-fields.ts';

/**
 * The names of the fields that the client asks for of the nodes of the connection that is being resolved, or of what lies
 * below them on the path of fields.
 */
export function askedOfNodes(info: GraphQLResolveInfo, ...path: readonly string[]): ReadonlySet<string> {
  let type = getNamedType(info.returnType) as GraphQLObjectType;
  let asked: readonly FieldNode[] = info.fieldNodes;
  const fieldsOf = () => [...selectedFields(info, type, asked).values()].flat();
  for (const name of ['edges', 'node', ...path]) {
    asked = fieldsOf().filter((node) => node.name.value === name);
    type = getNamedType(type.getFields()[name]?.type) as GraphQLObjectType;
  }
  return new Set(fieldsOf().map((node) => node.name.value));
}
