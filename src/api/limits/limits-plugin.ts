import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
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
import type { RequestContext } from '../context.ts';
import { checkOperation } from './check-operation.ts';
import type { Limits } from './limits.ts';

/** Applies the limits to every operation before it is executed; what is over them is answered with 400, and with 429 where waiting helps. */
export function limitsPlugin(limits: Limits): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return;
        try {
          const variables = variablesOf(schema, operation, request.variables ?? {});
          const asked = { schema, operation, variables, fragments: fragmentsOf(document) };
          const cost = checkOperation(asked, limits, contextValue.viewer !== null);
          await requirePoints(contextValue, cost);
        } catch (error) {
          if (error instanceof DomainError) throw badRequest(error);
          // An argument that the variables leave without a value.
          if (error instanceof GraphQLError && !error.extensions.http) throw badRequest(invalidInput(error));
          throw error;
        }
      },
    }),
  };
}

async function requirePoints({ takePoints }: RequestContext, cost: number): Promise<void> {
  const allowance = await takePoints(cost);
  if (allowance === null || allowance.isAllowed) return;
  const { limit, resetAfter } = allowance;
  const message = `This address has asked for too much: questions of ${limit} points are answered in a minute, and this one costs ${cost}; try again in ${resetAfter} seconds.`;
  throw new GraphQLError(message, {
    originalError: new DomainError('LimitExceeded', message),
    extensions: { http: { status: 429, headers: new HeaderMap([['retry-after', String(resetAfter)]]) } },
  });
}

function variablesOf(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Record<string, unknown>) {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  if (coerced) return coerced;
  throw invalidInput(errors[0]);
}

const LONGEST_MESSAGE = 500;

/** Cut: the message quotes the value, which may be long. Without its cause, which may be an error of a scalar's library. */
function invalidInput(error: GraphQLError | undefined): DomainError {
  return new DomainError('InvalidInput', (error?.message ?? 'variables do not fit').slice(0, LONGEST_MESSAGE));
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
