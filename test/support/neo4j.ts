import neo4j, { type Driver } from 'neo4j-driver';
import { inject } from 'vitest';

export interface TestNeo4j {
  readonly driver: Driver;
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** The Neo4j of the integration tests, with a driver that the caller closes. Other files have used its graph before. */
export function connectTestNeo4j(): TestNeo4j {
  const server = inject('testNeo4j');
  return { ...server, driver: neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password)) };
}
