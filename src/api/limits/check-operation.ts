import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { DomainError } from '../../errors.ts';
import { LIST_PAGE } from '../generated/list-page.ts';
import { checkArguments } from './check-arguments.ts';
import { fieldsOf, type Selected } from './fields-of.ts';
import type { Limits } from './limits.ts';

export interface Operation extends Selected {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
}

/**
 * Refuses an operation that asks for more than the limits allow, and gives what it costs. Fragments count as often as
 * they are spread, variables by their values; fields switched off by @skip and @include count all the same. Who signs in
 * may ask for more.
 */
export function checkOperation(asked: Operation, limits: Limits, isSignedIn = false): number {
  const { schema, operation } = asked;
  const root = schema.getRootType(operation.operation);
  if (!root)
    throw new DomainError('InvalidInput', `${operation.operation}: got a ${operation.operation}, expected a query`);
  const cost = new OperationCheck(asked, limits).costOf(operation.selectionSet, root, 1);
  requireAtMost(
    COST,
    cost,
    isSignedIn ? limits.costSignedIn : limits.cost,
    isSignedIn ? '' : ` (${limits.costSignedIn} to who signs in)`,
  );
  return cost;
}

const COST = 'cost (records times what is asked of each)';

/** Counting a whole list costs as much as a few of its records. */
const COUNT_COST = 5;

/** A test on related records reads many of them for each record that is answered. */
const HOP_COST = 10;

class OperationCheck {
  #fields = 0;
  #aliases = 0;
  #rootFields = 0;
  #schemas = 0;
  #introspectionFields = 0;

  constructor(
    readonly asked: Operation,
    readonly limits: Limits,
  ) {}

  costOf(set: SelectionSetNode, parent: GraphQLNamedType, depth: number): number {
    requireAtMost('levels of nested fields', depth, this.limits.depth);
    let cost = 0;
    for (const { node, condition } of fieldsOf(set, this.asked)) {
      this.#count(node);
      this.#rootFields += depth === 1 ? 1 : 0;
      requireAtMost('root fields', this.#rootFields, this.limits.rootFields);
      const field = fieldOf(condition === undefined ? parent : this.asked.schema.getType(condition), node.name.value);
      if (field) cost += this.#fieldCost(node, field, depth);
      else if (node.selectionSet) this.#checkIntrospection(node, node.selectionSet);
    }
    return cost;
  }

  #count(node: FieldNode): void {
    this.#fields += 1;
    this.#aliases += node.alias ? 1 : 0;
    requireAtMost('fields', this.#fields, this.limits.fields);
    requireAtMost('aliases', this.#aliases, this.limits.aliases);
  }

  #fieldCost(node: FieldNode, field: GraphQLField<unknown, unknown>, depth: number): number {
    const args = getArgumentValues(field, node, this.asked.variables);
    const own = 1 + HOP_COST * checkArguments(field.name, args, this.limits);
    if (field.name === 'totalCount') return COUNT_COST;
    if (!node.selectionSet) return 0;
    return pageOf(field, args) * (own + this.costOf(node.selectionSet, getNamedType(field.type), depth + 1));
  }

  /**
   * Introspection costs nothing, for it is answered without the database; but each alias could repeat all of the
   * schema, and what the usual question asks, without any, is enough.
   */
  #checkIntrospection(asking: FieldNode, set: SelectionSetNode): void {
    if (asking.name.value === '__type') getArgumentValues(TypeMetaFieldDef, asking, this.asked.variables);
    this.#schemas += asking.name.value === '__schema' ? 1 : 0;
    requireAtMost('__schema', this.#schemas, 1);
    for (const { node } of fieldsOf(set, this.asked)) {
      this.#count(node);
      requireAtMost('aliases within __schema or __type', node.alias ? 1 : 0, 0);
      this.#introspectionFields += 1;
      requireAtMost('fields within __schema and __type', this.#introspectionFields, this.limits.introspectionFields);
      if (node.selectionSet) this.#checkIntrospection(node, node.selectionSet);
    }
  }
}

function pageOf(field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>): number {
  const { first, limit, ids } = args;
  if (typeof first === 'number') return first;
  if (typeof limit === 'number') return limit;
  if (Array.isArray(ids)) return Math.max(1, ids.length);
  return field.args.some(({ name }) => name === 'limit') ? LIST_PAGE.usual : 1;
}

function fieldOf(type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function requireAtMost(what: string, got: number, most: number, more = ''): void {
  if (got > most)
    throw new DomainError(
      'LimitExceeded',
      `The request asks for too much: ${got} ${what}, at most ${most} are answered${more}.`,
    );
}
