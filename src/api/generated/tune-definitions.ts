import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { LIST_PAGE } from './list-page.ts';
import { isNodeType } from './split-definitions.ts';

/** Every list of records is a page. */
const PAGE = `@limit(default: ${LIST_PAGE.usual}, max: ${LIST_PAGE.most})`;
/** Reads only, no generated aggregates; relations bring no mutations and no aggregates either. */
const NO_MUTATIONS = 'extend schema @mutation(operations: [])';
const LIST = '@query(read: true, aggregate: false)';
const PLAIN_RELATION = '@relationship(aggregate: false, nestedOperations: [])';

/**
 * The model as the library must be given it: the rules that hold for every type are added here, not in schema/.
 * The library knows relations as lists only: one that is single in schema/ is a list of one for it (`singleRelations`).
 */
export function tuneDefinitions(model: DocumentNode): DocumentNode {
  const tuned = model.definitions.map((definition) => (isNodeType(definition) ? tuneType(definition) : definition));
  return { kind: Kind.DOCUMENT, definitions: [...tuned, ...parse(NO_MUTATIONS).definitions] };
}

/** The relations that schema/ declares as one record and not as a list, as `Type.field`. */
export function singleRelations(model: DocumentNode): ReadonlySet<string> {
  return new Set(
    model.definitions
      .filter(isNodeType)
      .flatMap((type) =>
        (type.fields ?? []).filter(isSingleRelation).map((field) => `${type.name.value}.${field.name.value}`),
      ),
  );
}

function isSingleRelation(field: FieldDefinitionNode): boolean {
  return relationOf(field) !== undefined && field.type.kind === Kind.NAMED_TYPE;
}

function tuneType(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const { directives = [], fields = [] } = type;
  const isListSet = directives.some(({ name }) => name.value === 'query');
  return {
    ...type,
    directives: [...directives, ...(isListSet ? [] : [directive(LIST)]), directive(PAGE)],
    fields: fields.map((field) => (relationOf(field) ? tuneRelation(field) : field)),
  };
}

function tuneRelation(field: FieldDefinitionNode): FieldDefinitionNode {
  const plain = directive(PLAIN_RELATION).arguments ?? [];
  const directives = field.directives?.map((node) =>
    node === relationOf(field) ? { ...node, arguments: [...(node.arguments ?? []), ...plain] } : node,
  );
  const type = isSingleRelation(field) ? listOf(field) : field.type;
  return { ...field, type, directives: directives ?? [] };
}

export function relationOf(field: FieldDefinitionNode): ConstDirectiveNode | undefined {
  return field.directives?.find(({ name }) => name.value === 'relationship');
}

function listOf({ type }: FieldDefinitionNode): FieldDefinitionNode['type'] {
  if (type.kind !== Kind.NAMED_TYPE) return type;
  return {
    kind: Kind.NON_NULL_TYPE,
    type: { kind: Kind.LIST_TYPE, type: { kind: Kind.NON_NULL_TYPE, type } },
  };
}

function directive(text: string): ConstDirectiveNode {
  const [type] = parse(`type T ${text} { x: Int }`, { noLocation: true }).definitions as ObjectTypeDefinitionNode[];
  const [node] = type?.directives ?? [];
  if (!node) throw new Error(`not a directive: ${text}`);
  return node;
}
