import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDGES } from '../../src/domain/model.ts';
import type { Graph } from '../../src/graph/open-graph.ts';
import { writeRecords } from '../../src/graph/write/write-records.ts';
import { loadSeed } from '../../src/import/seed/load-seed.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { openSeededGraph } from '../support/seeded-graph.ts';

const SEED = fileURLToPath(new URL('../../seed', import.meta.url));

describe('the writer, of the whole seed', () => {
  let graph: Graph;

  beforeAll(async () => {
    graph = await openSeededGraph();
  });

  afterAll(() => graph?.close());

  it('leaves no fact without evidence, and no relation without an id', async () => {
    const unsupported = await graph.read(
      `MATCH (n:Entity) WHERE NOT n:Source AND NOT n.isPhantom AND size(coalesce(n.statementIds, [])) = 0 RETURN n.id AS id
       UNION MATCH (n:Name|Identifier|Transaction) WHERE size(coalesce(n.statementIds, [])) = 0 RETURN n.id AS id
       UNION MATCH ()-[r:${Object.keys(EDGES).join('|')}]->() WHERE size(coalesce(r.statementIds, [])) = 0 OR r.id IS NULL RETURN r.id AS id
       UNION MATCH (s:Statement) WHERE NOT EXISTS { (s)-[:FROM]->(:Source) } RETURN s.id AS id`,
    );
    expect(unsupported).toEqual([]);
    const dangling = await graph.read(
      `MATCH (s:Statement) WHERE NOT EXISTS { (n {id: s.factId}) WHERE n:Entity OR n:Name OR n:Identifier }
         AND NOT EXISTS { ()-[r:${Object.keys(EDGES).join('|')}]->() WHERE r.id = s.factId } RETURN s.factId AS id LIMIT 5`,
    );
    expect(dangling).toEqual([]);
  });

  it('changes nothing when it comes again, even where the records were forgotten', async () => {
    const { sources, records } = await loadSeed(SEED);
    const digest = await graphDigest(graph);
    const again = await writeRecords(graph, { sources, records });
    expect(again).toEqual({ written: 0, unchanged: records.length, replaced: 0 });
    expect(await graphDigest(graph)).toBe(digest);

    await graph.administer('MATCH (r:Record) SET r.digest = "forgotten"');
    expect((await writeRecords(graph, { sources, records })).written).toBe(records.length);
    expect(await graphDigest(graph)).toBe(digest);
  });
});
