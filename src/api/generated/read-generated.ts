import type { GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { Kind, OperationTypeNode } from 'graphql';
import type { Graph } from '../../graph/open-graph.ts';
import { ID_ALIAS, translateSelection } from './translate-selection.ts';

/** Where a record carries the name of its type: no name that a client could choose. */
export const RECORD_TYPE = Symbol('type of the record');

/** A record as the generated half gives it: by response key, with its id and the name of its type. */
export type GeneratedRecord = Record<string, unknown> & {
  readonly [ID_ALIAS]: string;
  readonly [RECORD_TYPE]: string;
};

/** Reads a list of records in one statement: the generated root field, its arguments, and the client's selection. */
export type ReadGenerated = (
  rootField: string,
  args: Record<string, unknown>,
  type: GraphQLObjectType,
  info: GraphQLResolveInfo,
  signal: AbortSignal | undefined,
) => Promise<GeneratedRecord[]>;

/** Makes the reader over the library's schema, which serves as a translator from selections to Cypher. */
export function createReadGenerated(generated: GraphQLSchema, graph: Graph): ReadGenerated {
  const rootFields = generated.getQueryType()?.getFields() ?? {};
  return async (rootField, args, type, info, signal) => {
    const field = rootFields[rootField];
    if (!field?.resolve) throw new Error(`the generated half has no ${rootField}`);
    const records = await field.resolve({}, args, libraryContext(graph, signal), {
      ...info,
      schema: generated,
      parentType: generated.getQueryType() as GraphQLObjectType,
      fieldName: rootField,
      returnType: field.type,
      operation: { ...info.operation, operation: OperationTypeNode.QUERY },
      fieldNodes: [
        {
          kind: Kind.FIELD,
          name: { kind: Kind.NAME, value: rootField },
          selectionSet: translateSelection(info.fieldNodes, type, generated, info),
        },
      ],
    });
    return (records as GeneratedRecord[]).map((record) => Object.assign(record, { [RECORD_TYPE]: type.name }));
  };
}

/** The library is handed a statement runner, so that its reads obey the same time limit and cancellation as ours. */
function libraryContext(graph: Graph, signal: AbortSignal | undefined) {
  return {
    executionContext: {
      async run(cypher: string, parameters: Record<string, unknown>) {
        const rows = await graph.read(cypher, parameters, signal);
        return {
          records: rows.map((row) => ({ toObject: () => row, [Symbol.iterator]: () => Object.values(row).values() })),
          summary: { counters: { updates: () => ({}) } },
        };
      },
    },
  };
}
