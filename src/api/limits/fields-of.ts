import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

export interface SelectedField {
  readonly node: FieldNode;
  /** The type that a fragment narrows the field to. */
  readonly condition: string | undefined;
}

/** The fields of a selection set with fragments written out, one by one: they may stand for more than can be listed. */
export function* fieldsOf(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  condition?: string,
): Generator<SelectedField> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) yield { node: selection, condition };
    else {
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment) yield* fieldsOf(fragment.selectionSet, fragments, fragment.typeCondition?.name.value ?? condition);
    }
  }
}
