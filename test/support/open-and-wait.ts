// Run as a program by the tests: opens the embedded Neo4j of a folder, prints what it got and stays.
import { openEmbeddedNeo4j } from '../../src/embedded/open-embedded-neo4j.ts';

const neo4j = await openEmbeddedNeo4j({ ...JSON.parse(process.argv[2] ?? '{}'), log: console.error });
console.log(JSON.stringify({ uri: neo4j.uri, password: neo4j.password, attached: neo4j.attached }));
setInterval(() => {}, 60_000);
