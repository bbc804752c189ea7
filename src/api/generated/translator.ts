import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

/** A read of the generated half: each of its rows has one record, as `this`. */
export interface GeneratedStatement {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Translates a root list of the generated half, its arguments and a selection to one statement. */
export type Translate = (
  rootField: string,
  args: Record<string, unknown>,
  selection: SelectionSetNode,
  info: GraphQLResolveInfo,
) => Promise<GeneratedStatement>;

/** The library's schema as a translator: its resolver is handed a database that notes the statement and answers nothing. */
export function createTranslator(generated: GraphQLSchema): Translate {
  const query = generated.getQueryType() as GraphQLObjectType;
  return async (rootField, args, selectionSet, info) => {
    const field = query.getFields()[rootField];
    if (!field?.resolve) throw new Error(`the generated half has no ${rootField}`);
    const statements: GeneratedStatement[] = [];
    await field.resolve({}, args, notingContext(statements), {
      ...info,
      schema: generated,
      parentType: query,
      fieldName: rootField,
      returnType: field.type,
      operation: { ...info.operation, operation: OperationTypeNode.QUERY },
      fieldNodes: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: rootField }, selectionSet }],
    });
    const statement = statements.at(-1);
    if (!statement) throw new Error(`the generated half reads nothing for ${rootField}`);
    return statement;
  };
}

/** The library first asks, once in a process, which Neo4j it writes for: the oldest that we support. */
const DATABASE = Object.assign(['5.26.0', 'community'], { toObject: () => ({}) });

function notingContext(statements: GeneratedStatement[]) {
  const run = async (cypher: string, parameters: GeneratedStatement['parameters']) => {
    statements.push({ cypher, parameters });
    return { records: [DATABASE], summary: { counters: { updates: () => ({}) } } };
  };
  return { executionContext: { run } };
}
