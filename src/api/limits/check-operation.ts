import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DomainError } from '../../errors.ts';
import { checkArguments } from './check-arguments.ts';
import type { Limits } from './limits.ts';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced: defaults are in. */
  readonly variables: Record<string, unknown>;
}

interface Tally {
  aliases: number;
  fields: number;
  rootFields: number;
}

/**
 * Refuses an operation that asks for more than the limits allow, and gives what it costs. Fragments count as often as
 * they are spread, variables by their values; fields switched off by @skip and @include count all the same.
 */
export function checkOperation(asked: Operation, limits: Limits): number {
  const { schema, operation } = asked;
  const root = schema.getRootType(operation.operation);
  if (!root)
    throw new DomainError('InvalidInput', `${operation.operation}: got a ${operation.operation}, expected a query`);
  const cost = costOf(operation.selectionSet, root, 1, asked, limits, { aliases: 0, fields: 0, rootFields: 0 });
  requireAtMost('cost (records times what is asked of each)', cost, limits.cost);
  return cost;
}

function costOf(
  set: SelectionSetNode,
  parent: GraphQLNamedType,
  depth: number,
  asked: Operation,
  limits: Limits,
  tally: Tally,
): number {
  requireAtMost('levels of nested fields', depth, limits.depth);
  let cost = 0;
  // Field by field: fragments that spread fragments may stand for more fields than can be listed.
  for (const { node, condition } of fieldsOf(set, asked)) {
    countField(node, limits, tally);
    tally.rootFields += depth === 1 ? 1 : 0;
    requireAtMost('root fields', tally.rootFields, limits.rootFields);
    const field = fieldOf(condition === undefined ? parent : asked.schema.getType(condition), node.name.value);
    if (field) cost += fieldCost(node, field, depth, asked, limits, tally);
    else if (node.selectionSet) countIntrospection(node.selectionSet, asked, limits, tally);
  }
  return cost;
}

function countField(node: FieldNode, limits: Limits, tally: Tally): void {
  tally.fields += 1;
  tally.aliases += node.alias ? 1 : 0;
  requireAtMost('fields', tally.fields, limits.fields);
  requireAtMost('aliases', tally.aliases, limits.aliases);
}

/** Introspection costs nothing and may be deep, for it is answered without the database; but its answer is long enough once. */
function countIntrospection(set: SelectionSetNode, asked: Operation, limits: Limits, tally: Tally): void {
  for (const { node } of fieldsOf(set, asked)) {
    countField(node, limits, tally);
    if (node.selectionSet) countIntrospection(node.selectionSet, asked, limits, tally);
  }
}

/** Counting a whole list costs as much as a few of its records. */
const COUNT_COST = 5;

function fieldCost(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  asked: Operation,
  limits: Limits,
  tally: Tally,
): number {
  const args = getArgumentValues(field, node, asked.variables);
  checkArguments(field.name, args, limits);
  if (field.name === 'totalCount') return COUNT_COST;
  if (!node.selectionSet) return 0;
  return (
    pageOf(field, args) * (1 + costOf(node.selectionSet, getNamedType(field.type), depth + 1, asked, limits, tally))
  );
}

/** The library's own default page, where a generated list is asked without `limit`. */
const DEFAULT_PAGE = 20;

function pageOf(field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): number {
  const { first, limit, ids } = args;
  if (typeof first === 'number') return first;
  if (typeof limit === 'number') return limit;
  if (Array.isArray(ids)) return Math.max(1, ids.length);
  return field.args.some(({ name }) => name === 'limit') ? DEFAULT_PAGE : 1;
}

function fieldOf(type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** The fields of a selection set with fragments written out, each with the type that a fragment narrows it to. */
function* fieldsOf(
  set: SelectionSetNode,
  asked: Operation,
  condition?: string,
): Generator<{ node: FieldNode; condition: string | undefined }> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) yield { node: selection, condition };
    else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(selection.name.value) : selection;
      if (fragment) yield* fieldsOf(fragment.selectionSet, asked, fragment.typeCondition?.name.value ?? condition);
    }
  }
}

function requireAtMost(what: string, got: number, most: number): void {
  if (got > most)
    throw new DomainError(
      'LimitExceeded',
      `The request asks for too much: ${got} ${what}, at most ${most} are answered.`,
    );
}
