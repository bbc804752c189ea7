/** The most characters of what is kept: Neo4j cannot index longer values, and no honest reference is as long. */
export const LONGEST = { reference: 300, name: 1_000 } as const;
