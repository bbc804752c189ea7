import type { NodeFact } from '../domain/fact.ts';
import type { FindLastUpdates, ImportProblem, Mapped } from './importer.ts';

/**
 * The records, with a problem for each activity of which the graph holds a newer state, by what both say of when it was
 * last changed. It is replaced nevertheless: what is imported last holds.
 */
export async function reportOlder(
  mapped: readonly Mapped[],
  file: string,
  findLastUpdates: FindLastUpdates,
): Promise<readonly Mapped[]> {
  const ids = mapped.flatMap((each) => datedFacts(each).map(({ id }) => id));
  if (ids.length === 0) return mapped;
  const held = await findLastUpdates(ids);
  return mapped.map((each) => ({ ...each, problems: [...each.problems, ...problemsOf(each, file, held)] }));
}

function problemsOf(mapped: Mapped, file: string, held: ReadonlyMap<string, string>): ImportProblem[] {
  return datedFacts(mapped).flatMap(({ id, properties }) => {
    const [own, newest] = [String(properties.lastUpdated), held.get(id) ?? ''];
    if (!(Date.parse(own) < Date.parse(newest))) return [];
    const message = `${id} was last changed on ${own} here, and on ${newest} in what the graph held, which is replaced: import the newer file once more`;
    return [{ file, line: mapped.line ?? 1, kind: 'older-than-held', message }];
  });
}

/** What says when it was last changed: activities. */
function datedFacts({ record }: Mapped): NodeFact[] {
  const nodes = record?.facts.filter((fact) => fact.shape === 'node') ?? [];
  return nodes.filter(({ properties }) => typeof properties.lastUpdated === 'string');
}
