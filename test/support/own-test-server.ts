import { inject } from 'vitest';

const worker = Number(process.env.VITEST_POOL_ID);
const server = inject('testServers')[worker - 1];
if (!server) throw new Error(`worker ${worker} has no Neo4j; see test/support/neo4j-global-setup.ts`);

// What is provided is the same for all workers; each has a copy of its own, anew for each file.
Object.assign(inject('testNeo4j'), server);
