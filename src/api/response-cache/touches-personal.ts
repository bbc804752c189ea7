import {
  BREAK,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { PersonalMembers } from './personal-members.ts';

/**
 * True where an answer to the document could show personal data: where a field that it names is personal, is of a
 * personal type or gives one, or might be so for one of the types that an interface or a union stands for. All
 * operations and fragments count, whichever are used. The document is valid.
 */
export function touchesPersonal(schema: GraphQLSchema, document: DocumentNode, personal: PersonalMembers): boolean {
  if (personal.size === 0) return false;
  const types = new TypeInfo(schema);
  let isTouched = false;
  const lookAtField = () => {
    const field = types.getFieldDef();
    const owners = standsFor(schema, types.getParentType());
    const results = standsFor(schema, getNamedType(field?.type));
    isTouched =
      [...owners, ...results].some((name) => personal.has(name)) ||
      owners.some((name) => personal.has(`${name}.${field?.name}`));
    return isTouched ? BREAK : undefined;
  };
  visit(document, visitWithTypeInfo(types, { Field: lookAtField }));
  return isTouched;
}

/** The names of the type, of those that it may turn out to be, and of the interfaces of all of them. */
function standsFor(schema: GraphQLSchema, type: GraphQLNamedType | null | undefined): string[] {
  if (!type) return [];
  const concrete = isUnionType(type) || isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
  return concrete.flatMap((one) => [
    one.name,
    ...(isObjectType(one) || isInterfaceType(one) ? one.getInterfaces().map(({ name }) => name) : []),
  ]);
}
