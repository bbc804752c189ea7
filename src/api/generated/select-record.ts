import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isLeafType,
} from 'graphql';
import type { RecordSelection, RelationSelection } from '../../graph/cypher/record-selection.ts';
import { selectedFields } from '../selected-fields.ts';
import { LIST_PAGE } from './list-page.ts';
import type { ModelRelations } from './model-relations.ts';
import { ID_ALIAS } from './translate-selection.ts';

/** The model, as the library knows it and as the graph holds it. */
export interface Model {
  readonly generated: GraphQLSchema;
  readonly relations: ModelRelations;
}

/**
 * What the client selects of a record, as the graph is asked for it: by response key, with the id always. Hand-written
 * fields are left out, since their resolvers need only that. Null where a list is filtered, which is left to the library.
 */
export function selectRecord(
  { generated, relations }: Model,
  type: GraphQLObjectType,
  info: GraphQLResolveInfo,
): RecordSelection | null {
  const select = (parent: GraphQLObjectType, nodes: readonly FieldNode[]): RecordSelection | null => {
    const properties = [{ key: ID_ALIAS, property: 'id' }];
    const lists: RelationSelection[] = [];
    const known = (generated.getType(parent.name) as GraphQLObjectType).getFields();
    for (const [key, asked] of selectedFields(info, parent, nodes)) {
      const [node] = asked as [FieldNode];
      const field = known[node.name.value];
      const relation = relations.get(`${parent.name}.${node.name.value}`);
      if (relation) {
        const list = selectList(key, parent, asked);
        if (!list) return null;
        lists.push({ ...list, relation });
      } else if (field && isLeafType(getNamedType(field.type))) properties.push({ key, property: field.name });
    }
    return { properties, relations: lists };
  };

  /** Filters follow relations of their own. */
  const selectList = (
    key: string,
    parent: GraphQLObjectType,
    asked: readonly FieldNode[],
  ): Omit<RelationSelection, 'relation'> | null => {
    const [node] = asked as [FieldNode];
    const field = parent.getFields()[node.name.value];
    if (!field) return null;
    const { where, sort, limit, offset } = getArgumentValues(field, node, info.variableValues) as ListArguments;
    const selection = where ? null : select(getNamedType(field.type) as GraphQLObjectType, asked);
    if (!selection) return null;
    return {
      key,
      selection,
      sort: (sort ?? []).flatMap(toOrder),
      limit: limit ?? LIST_PAGE.usual,
      offset: offset ?? 0,
    };
  };

  return select(type, info.fieldNodes);
}

type Direction = 'ASC' | 'DESC';

interface ListArguments {
  readonly where?: object | null;
  readonly sort?: readonly Readonly<Record<string, Direction | null>>[] | null;
  readonly limit?: number | null;
  readonly offset?: number | null;
}

/** The names come from the schema: others are refused when the document is checked. */
function toOrder(by: Readonly<Record<string, Direction | null>>) {
  return Object.entries(by).flatMap(([property, direction]) => (direction ? [{ property, direction }] : []));
}
