import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionSetNode,
} from 'graphql';

export interface SelectedField {
  readonly node: FieldNode;
  /** The type that a fragment narrows the field to. */
  readonly condition: string | undefined;
}

export interface Selected {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced: defaults are in. */
  readonly variables: Record<string, unknown>;
}

/**
 * The fields of a selection set with fragments written out, one by one: they may stand for more than can be listed.
 * Throws a GraphQLError where the variables leave @skip or @include without a value.
 */
export function* fieldsOf(set: SelectionSetNode, selected: Selected, condition?: string): Generator<SelectedField> {
  for (const selection of set.selections) {
    for (const directive of [GraphQLSkipDirective, GraphQLIncludeDirective])
      getDirectiveValues(directive, selection, selected.variables);
    if (selection.kind === Kind.FIELD) yield { node: selection, condition };
    else {
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? selected.fragments.get(selection.name.value) : selection;
      if (fragment) yield* fieldsOf(fragment.selectionSet, selected, fragment.typeCondition?.name.value ?? condition);
    }
  }
}
