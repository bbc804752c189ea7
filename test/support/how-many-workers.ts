import { availableParallelism, totalmem } from 'node:os';
import { readConfig } from '../../src/config.ts';

/** What two Neo4j, two workers and Vitest take, with room for the rest of a machine. */
const MEMORY_FOR_TWO = 6 * 1024 ** 3;

/** Workers of the integration tests: each has a Neo4j of its own, so a server that is given (NEO4J_TEST_URI) has one. */
export function howManyWorkers(): number {
  const { testNeo4j } = readConfig({ ...process.env, NEO4J_URI: '' });
  return testNeo4j || availableParallelism() < 2 || totalmem() < MEMORY_FOR_TWO ? 1 : 2;
}
