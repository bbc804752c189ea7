import type { Members } from './participation-network.ts';

/** How many parts hang together by no activity, and how many actors the largest one holds. Takes about as many steps as there are members. */
export function countComponents(actorCount: number, { actors, ends }: Members): { count: number; largest: number } {
  const parents = Int32Array.from({ length: actorCount }, (_, actor) => actor);
  const sizes = new Int32Array(actorCount).fill(1);
  let count = actorCount;

  for (let activity = 0, member = 0; activity < ends.length; activity += 1) {
    const first = actors[member] as number;
    for (; member < (ends[activity] as number); member += 1) join(first, actors[member] as number);
  }
  return { count, largest: sizes.reduce((most, size) => Math.max(most, size), 0) };

  function rootOf(actor: number): number {
    let root = actor;
    while (parents[root] !== root) {
      // Each step halves the way for the next search.
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  }

  function join(one: number, other: number): void {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a === b) return;
    const [larger, smaller] = (sizes[a] as number) >= (sizes[b] as number) ? [a, b] : [b, a];
    parents[smaller] = larger;
    sizes[larger] = (sizes[larger] as number) + (sizes[smaller] as number);
    count -= 1;
  }
}
