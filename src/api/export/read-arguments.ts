import {
  coerceInputValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isRequiredArgument,
} from 'graphql';
import { DomainError } from '../../errors.ts';
import { checkArguments } from '../limits/check-arguments.ts';
import type { Limits } from '../limits/limits.ts';

/** Arguments that an export sets itself: it reads all pages, in the order of the list. */
const PAGING: ReadonlySet<string> = new Set(['first', 'after', 'limit', 'offset', 'sort']);

/** The arguments that hold a filter: its members stand in the export's filter beside the other arguments. */
const FILTERS: ReadonlySet<string> = new Set(['filter', 'where']);

const LONGEST_MESSAGE = 500;

/** The declarations of the variables of an operation that asks this field: `$of: ID!, $years: YearRange`. */
export function declareVariables(field: GraphQLField<unknown, unknown>): string {
  return own(field)
    .map(({ name, type }) => `$${name}: ${String(type)}`)
    .join(', ');
}

/** What the operation hands to the field: `of: $of, years: $years`. */
export function passVariables(field: GraphQLField<unknown, unknown>): string {
  return own(field)
    .map(({ name }) => `${name}: $${name}`)
    .join(', ');
}

/**
 * The variables that a filter comes to. Refused by the types and limits of the API where it does not fit; the message names
 * what does not by its place in the filter.
 */
export function readArguments(
  field: GraphQLField<unknown, unknown>,
  filter: Readonly<Record<string, unknown>>,
  limits: Limits,
): Record<string, unknown> {
  const args = own(field);
  const holder = args.find(({ name }) => FILTERS.has(name))?.name;
  const given: Record<string, unknown> = {};
  const held: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(filter)) {
    if (args.some((argument) => argument.name === name && name !== holder)) given[name] = value;
    else if (holder !== undefined) held[name] = value;
    else throw new DomainError('InvalidInput', `filter.${name.slice(0, 100)}: not known; expected ${namesOf(args)}`);
  }
  if (holder !== undefined && Object.keys(held).length > 0) given[holder] = held;
  const coerced: Record<string, unknown> = {};
  for (const argument of args) {
    const place = argument.name === holder ? 'filter' : `filter.${argument.name}`;
    if (argument.name in given) coerced[argument.name] = coerce(given[argument.name], argument.type, place);
    else if (isRequiredArgument(argument)) throw missing(argument, place);
  }
  checkArguments(field.name, coerced, limits);
  return given;
}

function coerce(value: unknown, type: GraphQLInputType, place: string): unknown {
  return coerceInputValue(value, type, (path, _, error) => {
    throw new DomainError('InvalidInput', `${[place, ...path].join('.')}: ${error.message}`.slice(0, LONGEST_MESSAGE));
  });
}

function missing({ type, description }: GraphQLArgument, place: string): DomainError {
  const meaning = description ? ` (${description.replace(/\.$/, '')})` : '';
  return new DomainError('InvalidInput', `${place}: missing; expected ${String(type)}${meaning}`);
}

function own(field: GraphQLField<unknown, unknown>) {
  return field.args.filter(({ name }) => !PAGING.has(name));
}

function namesOf(args: readonly { readonly name: string }[]): string {
  return args.length === 0 ? 'none' : args.map(({ name }) => name).join(', ');
}

/** What a question may be filtered by: its arguments, with the members of its filter beside them. */
export function argumentsOf(root: string, schema: GraphQLSchema) {
  const field = schema.getQueryType()?.getFields()[root];
  return (field ? own(field) : []).flatMap(({ name, type, description }) => {
    const held = FILTERS.has(name) ? getNamedType(type) : null;
    const members = isInputObjectType(held) ? Object.values(held.getFields()) : [{ name, type, description }];
    return members.map((member) => ({
      name: member.name,
      type: String(member.type),
      description: member.description ?? '',
    }));
  });
}
