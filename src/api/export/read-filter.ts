import {
  coerceInputValue,
  GraphQLID,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
} from 'graphql';
import { DomainError } from '../../errors.ts';
import { checkArguments } from '../limits/check-arguments.ts';
import type { Limits } from '../limits/limits.ts';

const LONGEST_MESSAGE = 500;

/** The filter, coerced by types of the schema; what does not fit is named as the API names it, and its limits hold. */
export function readFilter(
  fields: GraphQLInputFieldConfigMap,
  filter: Readonly<Record<string, unknown>>,
  limits: Limits,
): Record<string, unknown> {
  const type = new GraphQLInputObjectType({ name: 'ExportFilter', fields });
  const coerced = coerceInputValue(filter, type, (path, _, error) => {
    const place = ['filter', ...path].join('.');
    throw new DomainError('InvalidInput', `${place}: ${error.message}`.slice(0, LONGEST_MESSAGE));
  }) as Record<string, unknown>;
  checkArguments('export', { filter: coerced }, limits);
  return coerced;
}

/** A field of a filter that takes a list of these. */
export function listOf(type: string, description: string, schema: GraphQLSchema) {
  const item = type === 'ID' ? GraphQLID : (schema.getType(type) as GraphQLInputType);
  return { type: new GraphQLList(new GraphQLNonNull(item)), description };
}

/** A field of a filter that takes one of these. */
export function oneOf(type: string, description: string, schema: GraphQLSchema) {
  return { type: schema.getType(type) as GraphQLInputType, description };
}

/** All fields of a filter of the schema. */
export function fieldsOf(type: string, schema: GraphQLSchema): GraphQLInputFieldConfigMap {
  return (schema.getType(type) as GraphQLInputObjectType).toConfig().fields;
}
