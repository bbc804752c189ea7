import type { ManagedTransaction } from 'neo4j-driver';
import { LINKS } from '../../../domain/model.ts';

/** What hangs on an organisation and is no part of it: codes, figures, transactions. Its names are facts of their own. */
const LINK_TYPES = Object.keys(LINKS).filter((type) => type !== 'NAME_OF');

/** Hangs what hangs on the one organisation on the other, and lets it remember where it hung. */
export async function moveLinks(transaction: ManagedTransaction, from: string, into: string): Promise<void> {
  await Promise.all(
    LINK_TYPES.map((type) =>
      transaction.run(
        `MATCH (n)-[old:${type}]->(:Organisation {id: $from})
         MATCH (into:Organisation {id: $into})
         CREATE (n)-[:${type} {insteadOf: $from}]->(into)
         DELETE old
         WITH n WHERE n.subjectId = $from
         SET n.subjectId = $into`,
        { from, into },
      ),
    ),
  );
}

/** Hangs it back. */
export async function moveLinksBack(transaction: ManagedTransaction, from: string, into: string): Promise<void> {
  await Promise.all(
    LINK_TYPES.map((type) =>
      transaction.run(
        `MATCH (n)-[moved:${type} {insteadOf: $from}]->(:Organisation {id: $into})
         MATCH (back:Organisation {id: $from})
         CREATE (n)-[:${type}]->(back)
         DELETE moved
         WITH n WHERE n.subjectId = $into
         SET n.subjectId = $from`,
        { from, into },
      ),
    ),
  );
}
