import { Neo4jGraphQL } from '@neo4j/graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { tuneDefinitions } from './tune-definitions.ts';

/** Deprecated twins of filters and operations are left out of the schema from the start. */
const LEAN = {
  mutationOperations: true,
  aggregationFilters: true,
  aggregationFiltersOutsideConnection: true,
  relationshipFilters: true,
  attributeFilters: true,
};

/**
 * The library's executable schema for the model: it translates selections to Cypher, and is never served itself. The
 * model is ours and validated by a test; doing it at every start would make that a fifth longer.
 */
export function generateSchema(model: DocumentNode, validate = false): Promise<GraphQLSchema> {
  const library = new Neo4jGraphQL({
    typeDefs: tuneDefinitions(model),
    features: { excludeDeprecatedFields: LEAN },
    validate,
  });
  return library.getSchema();
}
