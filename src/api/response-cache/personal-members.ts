import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** Types and fields that hold personal data, as `Type` and `Type.field`. */
export type PersonalMembers = ReadonlySet<string>;

const DIRECTIVE = 'personal';

/** Finds what the documents mark with `@personal`. */
export function personalMembers(documents: readonly DocumentNode[]): PersonalMembers {
  const found = new Set<string>();
  for (const definition of documents.flatMap(({ definitions }) => definitions)) {
    if (!('fields' in definition) || !definition.name) continue;
    const type = definition.name.value;
    if (definition.directives?.some(isPersonal)) found.add(type);
    for (const field of definition.fields ?? [])
      if (field.directives?.some(isPersonal)) found.add(`${type}.${field.name.value}`);
  }
  return found;
}

/** The document without the marks, which are for the server alone: no library and no client needs to know them. */
export function withoutPersonalMarks(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: (directive) => (isPersonal(directive as ConstDirectiveNode) ? null : undefined),
    [Kind.DIRECTIVE_DEFINITION]: ({ name }) => (name.value === DIRECTIVE ? null : undefined),
  });
}

function isPersonal({ name }: ConstDirectiveNode): boolean {
  return name.value === DIRECTIVE;
}
