/** The Cypher expression for how weak a fact's basis is: its place in the vocabulary, 0 being the strongest. */
export function basisWeakness(variable: string): string {
  return `CASE ${variable}.basis WHEN 'DECLARED' THEN 0 WHEN 'CURATED' THEN 1 ELSE 2 END`;
}
