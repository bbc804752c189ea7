import type { SmallGraph } from './small-graph.ts';

/** The first of the graphs with the participations of all, each once: their actors and activities have the same names. */
export function laidOver([first, ...others]: readonly SmallGraph[]): SmallGraph {
  if (!first) throw new Error('at least one graph is needed');
  const all = [first, ...others].flatMap(({ participations }) => participations);
  const participations = all.filter((part, at) => at === all.findIndex((one) => keyOf(one) === keyOf(part)));
  return { ...first, participations };
}

function keyOf({ actor, activity, role }: SmallGraph['participations'][number]): string {
  return `${actor} ${activity} ${role}`;
}
