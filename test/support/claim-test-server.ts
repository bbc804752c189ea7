import neo4j, { Neo4jError } from 'neo4j-driver';
import type { Neo4jServer } from '../../src/config.ts';
import { SetupError } from '../../src/errors.ts';

/** Marks an empty server as one the tests may write to; refuses one that holds data and no such mark. */
export async function claimTestServer({ uri, user, password, database }: Neo4jServer): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    const { records } = await driver.executeQuery(
      'RETURN COUNT { () } AS nodes, EXISTS { (:KazaidTestMarker) } AS isOurs',
      {},
      { database },
    );
    const isOurs = records[0]?.get('isOurs') === true;
    if (!isOurs && !records[0]?.get('nodes').isZero()) {
      throw new SetupError(
        `NEO4J_TEST_URI (${uri}) holds data that is not from our tests; they would overwrite it. Give them an empty one`,
      );
    }
    await driver.executeQuery('MERGE (:KazaidTestMarker)', {}, { database });
  } catch (error) {
    if (!(error instanceof Neo4jError)) throw error;
    throw new SetupError(`the tests cannot use NEO4J_TEST_URI (${uri}): ${error.message}`, { cause: error });
  } finally {
    await driver.close();
  }
}
