import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { DomainError } from '../../errors.ts';
import { checkOperation } from './check-operation.ts';
import type { Limits } from './limits.ts';

/** Applies the limits to every operation before it is executed; what is over them is answered with 400. */
export function limitsPlugin<Context extends object>(limits: Limits): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) return;
        try {
          const variables = variablesOf(schema, operation, request.variables ?? {});
          // Variables that do not fit their types are answered by the execution itself.
          if (variables) checkOperation({ schema, operation, variables, fragments: fragmentsOf(document) }, limits);
        } catch (error) {
          if (error instanceof DomainError) throw badRequest(error);
          throw error;
        }
      },
    }),
  };
}

function variablesOf(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Record<string, unknown>) {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  return coerced;
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

function badRequest(error: DomainError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
}
