/** What came of a search for routes. */
export interface PathOutcome {
  readonly found: number;
  readonly wanted: number;
  readonly maxHops: number;
  readonly isCut: boolean;
  /** The conditions of which each alone keeps routes out, as the schema names them. */
  readonly blockedBy: readonly string[];
  readonly commonNeighbours: number;
}

/** In plain words, why there are fewer routes than were asked for. */
export function explainPaths(outcome: PathOutcome): string {
  return [whatWasFound(outcome), whyNoMore(outcome), whatIsInCommon(outcome)].filter((part) => part !== '').join(' ');
}

function whatWasFound({ found, wanted, maxHops }: PathOutcome): string {
  const length = maxHops === 1 ? 'one hop' : `at most ${maxHops} hops`;
  if (found === 0) return `No route of ${length} was found under these conditions.`;
  return `${found} of the ${wanted} routes asked for ${found === 1 ? 'was' : 'were'} found, of ${length}, under these conditions.`;
}

function whyNoMore({ found, isCut, blockedBy }: PathOutcome): string {
  if (isCut)
    return 'The search was cut because too many actors are within reach: there may be others. Narrow it by years, roles or via.';
  const [one] = blockedBy;
  if (one === undefined) return `No single condition keeps ${found === 0 ? 'one' : 'a further one'} out.`;
  const more = found === 0 ? 'a route' : 'a further one';
  if (blockedBy.length === 1) return `Without ${one} there is ${more}.`;
  return `Without any one of ${blockedBy.join(', ')} there is ${more}.`;
}

function whatIsInCommon({ found, commonNeighbours }: PathOutcome): string {
  return found === 0 && commonNeighbours === 0
    ? 'No actor shares an activity with both ends, whatever the conditions.'
    : '';
}
