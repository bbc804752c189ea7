import { distance } from 'fastest-levenshtein';
import { foldText } from '../../../domain/fold-text.ts';
import { DomainError } from '../../../errors.ts';
import type { Graph } from '../../../graph/open-graph.ts';
import { listPublishers } from '../../../graph/queries/quality/list-publishers.ts';
import { keptByVersion } from '../../kept-by-version.ts';

const publishersOf = keptByVersion(listPublishers);

/** Refuses the name of a publisher that has published nothing: it must not look as if nothing were wrong. */
export async function requirePublisher(
  argument: string,
  name: string,
  graph: Graph,
  signal?: AbortSignal,
): Promise<void> {
  const publishers = await publishersOf(graph, signal);
  if (publishers.includes(name)) return;
  const given = name.slice(0, LONGEST);
  throw new DomainError(
    'NotFound',
    `${argument}: no source and no organisation that reports activities is of the name "${given}"${suggest(given, publishers)}`,
  );
}

const LONGEST = 100;
/** More letters than one in so many are not a slip. */
const LETTERS_PER_SLIP = 3;

function suggest(given: string, publishers: readonly string[]): string {
  const folded = foldText(given);
  const [nearest] = publishers
    .map((name) => ({ name, slips: distance(folded, foldText(name)) }))
    .sort((one, other) => one.slips - other.slips);
  return nearest === undefined || nearest.slips * LETTERS_PER_SLIP > folded.length
    ? ''
    : `; did you mean "${nearest.name}"?`;
}
