/** Who passes money to whom, by receiver, as far as it has been read. An activity without givers has an empty list. */
export type Givers = ReadonlyMap<string, readonly string[]>;

export type CycleEntry = { readonly isEntry: boolean } | { readonly unread: readonly string[] };

/**
 * Whether chains begin at an activity although others pass money to it: where all that leads to it leads back from it
 * too, a cycle or several grown together that nothing outside leads to, and its id is the smallest of them. `unread`
 * names the activities whose givers must be known to tell.
 */
export function judgeCycleEntry(candidate: string, givers: Givers): CycleEntry {
  const before = new Set([candidate]);
  const unread: string[] = [];
  for (const id of before) {
    const found = givers.get(id);
    if (found === undefined) unread.push(id);
    else if (found.length === 0 || found.some((giver) => giver < candidate)) return { isEntry: false };
    for (const giver of found ?? []) before.add(giver);
  }
  if (unread.length > 0) return { unread };
  return { isEntry: reachedFrom(candidate, before, givers).size === before.size };
}

/** The activities of the set that money of the first one comes to, itself among them. */
function reachedFrom(first: string, within: ReadonlySet<string>, givers: Givers): Set<string> {
  const receivers = new Map<string, string[]>();
  for (const receiver of within) {
    for (const giver of givers.get(receiver) ?? []) receivers.set(giver, [...(receivers.get(giver) ?? []), receiver]);
  }
  const reached = new Set([first]);
  for (const id of reached) for (const receiver of receivers.get(id) ?? []) reached.add(receiver);
  return reached;
}
