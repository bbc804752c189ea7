import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import {
  type DefinitionNode,
  type DocumentNode,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
  printSchema,
} from 'graphql';
import { describeArgument, describeInputField, describeType } from './describe-generated.ts';
import { singleRelations } from './tune-definitions.ts';

/**
 * What the public sees of the generated half: its lists, filters and sorting. The library's own connections are left
 * out (they collect whole sets, and their cursors are offsets), root lists are nullable, and everything is described.
 */
export function publicDefinitions(generated: GraphQLSchema, model: DocumentNode): readonly DefinitionNode[] {
  const single = singleRelations(model);
  const tuned = mapSchema(generated, {
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) =>
      name.endsWith('Connection') ? null : publicField(field, name, typeName, single),
    [MapperKind.INPUT_OBJECT_FIELD]: (field, name, typeName) =>
      name.endsWith('Connection') ? null : describedField(field, name, typeName, generated),
    [MapperKind.TYPE]: (type) => describeType(type),
  });
  return parse(printSchema(pruneSchema(tuned)), { noLocation: true }).definitions;
}

type Field = GraphQLFieldConfig<unknown, unknown>;

function publicField(field: Field, name: string, typeName: string, single: ReadonlySet<string>): Field {
  if (single.has(`${typeName}.${name}`)) return { ...field, type: getNamedType(field.type), args: {} };
  const args = Object.fromEntries(
    Object.entries(field.args ?? {}).map(([key, arg]) => [key, { ...arg, description: describeArgument(key) }]),
  );
  if (typeName !== 'Query') return { ...field, args };
  return { ...field, args, type: nullable(field.type), description: describeRootList(field.type) };
}

function nullable(type: GraphQLOutputType): GraphQLOutputType {
  return type instanceof GraphQLNonNull ? new GraphQLList(new GraphQLNonNull(getNamedType(type))) : type;
}

function describeRootList(type: GraphQLOutputType): string {
  const record = getNamedType(type);
  return `A page of these records, in the order of their ids unless sorted. ${isObjectType(record) ? (record.description ?? '') : ''}`.trim();
}

function describedField(field: GraphQLInputFieldConfig, name: string, typeName: string, generated: GraphQLSchema) {
  return { ...field, description: describeInputField(typeName, name, generated) };
}
