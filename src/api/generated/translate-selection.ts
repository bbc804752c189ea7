import {
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The alias under which every generated record carries its id, whatever the client selected. */
export const ID_ALIAS = '__kazaid_id';

const ID: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: ID_ALIAS },
  name: { kind: Kind.NAME, value: 'id' },
};

/** The selection of nothing but the id that every record carries. */
export const ONLY_ID: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [ID] };

/**
 * What the client selects of the record, reduced to what the generated half knows. Fragments are inlined where they
 * apply; hand-written fields are dropped, since their resolvers need only the id, which is always selected.
 */
export function translateSelection(
  fieldNodes: readonly FieldNode[],
  type: GraphQLObjectType,
  generated: GraphQLSchema,
  info: GraphQLResolveInfo,
): SelectionSetNode {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return { kind: Kind.SELECTION_SET, selections: [ID, ...translate(selections, type, generated, info)] };
}

function translate(
  selections: readonly SelectionNode[],
  type: GraphQLObjectType,
  generated: GraphQLSchema,
  info: GraphQLResolveInfo,
): SelectionNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return translateField(selection, type, generated, info);
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    if (!fragment || !applies(fragment.typeCondition?.name.value, type, info.schema)) return [];
    const inner = translate(fragment.selectionSet.selections, type, generated, info);
    // Kept as a fragment without a condition: @skip and @include may stand on it.
    const { directives = [] } = selection;
    const inlined: SelectionNode = {
      kind: Kind.INLINE_FRAGMENT,
      directives,
      selectionSet: { kind: Kind.SELECTION_SET, selections: inner },
    };
    return [inlined];
  });
}

function translateField(
  field: FieldNode,
  type: GraphQLObjectType,
  generated: GraphQLSchema,
  info: GraphQLResolveInfo,
): SelectionNode[] {
  const known = typeIn(generated, type.name)?.getFields()[field.name.value];
  if (!known) return [];
  const target = getNamedType(known.type);
  const publicTarget = info.schema.getType(target.name);
  if (!isObjectType(publicTarget) || !field.selectionSet) return [field];
  return [{ ...field, selectionSet: translateSelection([field], publicTarget, generated, info) }];
}

function typeIn(schema: GraphQLSchema, name: string): GraphQLObjectType | undefined {
  const type = schema.getType(name);
  return isObjectType(type) ? type : undefined;
}

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted as GraphQLInterfaceType, type);
}
