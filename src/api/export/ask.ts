import { type DocumentNode, execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import { type ExportContext, pageContext } from './export-context.ts';

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly variables?: Record<string, unknown>;
  /** What the fields of the root are read from. */
  readonly root?: object;
}

/** Asks the schema one page. A field that fails fails the page: an export never looks complete and is not. */
export async function ask(
  context: ExportContext,
  { schema, document, variables, root }: Asked,
): Promise<Record<string, unknown>> {
  context.signal?.throwIfAborted();
  const { data, errors } = await execute({
    schema,
    document,
    rootValue: root,
    variableValues: variables ?? {},
    contextValue: pageContext(context),
  });
  if (errors) throw causeOf(errors[0] as GraphQLError);
  return data as Record<string, unknown>;
}

function causeOf(error: GraphQLError): Error {
  return error.originalError ?? error;
}
