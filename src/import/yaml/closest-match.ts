/** More changes than this and two words are not taken for one misspelt: a third of its letters, and at least one. */
const SHARE_OF_LETTERS = 3;

/** As many are worth reading; where more are equally near, none of them is a good guess. */
const MAX_SUGGESTED = 3;

/** `; did you mean "…"?` with the candidates nearest to what was found; empty where none is near, or too many are. */
export function suggestClosest(found: string, candidates: Iterable<string>): string {
  const farthest = Math.max(1, Math.floor(found.length / SHARE_OF_LETTERS));
  const near = [...candidates]
    .filter((candidate) => Math.abs(candidate.length - found.length) <= farthest)
    .map((candidate) => ({ candidate, distance: editDistance(found.toLowerCase(), candidate.toLowerCase()) }));
  const least = Math.min(farthest, ...near.map(({ distance }) => distance));
  const nearest = near.filter(({ distance }) => distance === least).map(({ candidate }) => `"${candidate}"`);
  return nearest.length > 0 && nearest.length <= MAX_SUGGESTED ? `; did you mean ${nearest.join(' or ')}?` : '';
}

/** How many letters must be put in, taken out or exchanged to make one text of the other. */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (const [column, wanted] of [...other].entries()) {
      const exchanged = (previous[column] ?? 0) + (letter === wanted ? 0 : 1);
      current.push(Math.min(exchanged, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
