/** Cypher that takes the countries of one sort out of `parts`, a list of {doing, country}, and names them by it. */
export function countriesDoing(doing: string): string {
  return `[part IN parts WHERE part.doing = '${doing}' | part.country] AS ${doing}`;
}
