import neo4j, { type Driver } from 'neo4j-driver';
import type { Parameters } from '../../../src/graph/open-graph.ts';
import type { Stage } from '../contestant.ts';

/** A driver of its own, for the process that measures. */
export function openDriver({ uri, user, password }: Stage['neo4j']): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });
}

/** Sends one statement as the driver's documentation says, and gives its rows as plain objects. */
export async function sendCypher(driver: Driver, cypher: string, parameters: Parameters): Promise<object[]> {
  const { records } = await driver.executeQuery(cypher, withIntegers(parameters), {
    database: 'neo4j',
    routing: neo4j.routing.READ,
  });
  return records.map((record) => record.toObject());
}

/** Parameters as the driver takes them: it sends every number as a float, and LIMIT takes integers only. */
export function withIntegers(parameters: Parameters): Record<string, unknown> {
  const asInteger = (value: unknown) => (Number.isInteger(value) ? neo4j.int(value as number) : value);
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, asInteger(value)]));
}
