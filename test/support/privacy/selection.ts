import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** All that can be selected of a type without arguments, so many levels down; empty for a value. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const fields = isObjectType(named) || isInterfaceType(named) ? Object.values(named.getFields()) : [];
  const selected = fields.flatMap((field) => select(schema, field, depth));
  const concrete = isAbstractType(named) ? ['__typename'] : [];
  return `{ ${[...concrete, ...selected].join(' ') || '__typename'} }`;
}

function select(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): string[] {
  if (field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)) return [];
  const named = getNamedType(field.type);
  if (isLeafType(named)) return [field.name];
  // Pages lead on without counting as a level of their own.
  const isFrame = /(Connection|Edge)$/.test(named.name) || field.name === 'node';
  if (depth <= 0 && !isFrame) return [];
  if (field.args.some(({ name }) => ['limit', 'first', 'offset'].includes(name))) return [];
  return [`${field.name} ${selectionOf(schema, named, isFrame ? depth : depth - 1)}`];
}
