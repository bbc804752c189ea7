/** Cypher that reads what is asked for, and otherwise a value instead: what is not asked for is not read. */
export function onlyIf(isAsked: boolean, cypher: string, otherwise = 'null'): string {
  return isAsked ? cypher : otherwise;
}
