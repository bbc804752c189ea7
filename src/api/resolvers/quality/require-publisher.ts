import { foldText } from '../../../domain/fold-text.ts';
import { suggestClosest } from '../../../domain/suggest-closest.ts';
import { DomainError } from '../../../errors.ts';
import type { Graph } from '../../../graph/open-graph.ts';
import { listPublishers } from '../../../graph/queries/quality/list-publishers.ts';
import { keptByVersion } from '../../kept-by-version.ts';

const LONGEST = 100;

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
    `${argument}: no source and no organisation that reports activities is of the name "${given}"${suggestClosest(given, publishers, foldText)}`,
  );
}
