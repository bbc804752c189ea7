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

/** The library's executable schema for the model: it translates selections to Cypher, and is never served itself. */
export function generateSchema(model: DocumentNode): Promise<GraphQLSchema> {
  const library = new Neo4jGraphQL({
    typeDefs: tuneDefinitions(model),
    features: { excludeDeprecatedFields: LEAN },
  });
  return library.getSchema();
}
