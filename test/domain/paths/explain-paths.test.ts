import { expect, it } from 'vitest';
import { explainPaths, type PathOutcome } from '../../../src/domain/paths/explain-paths.ts';

const NONE: PathOutcome = { found: 0, wanted: 5, maxHops: 4, isCut: false, blockedBy: [], commonNeighbours: 0 };

it.each<[Partial<PathOutcome>, string]>([
  [
    {},
    'No route of at most 4 hops was found under these conditions. No single condition keeps one out. No actor shares an activity with both ends, whatever the conditions.',
  ],
  [
    { maxHops: 1, blockedBy: ['MAX_HOPS'], commonNeighbours: 2 },
    'No route of one hop was found under these conditions. Without MAX_HOPS there is a route.',
  ],
  [
    { found: 1, blockedBy: ['AVOID_HUBS', 'BASIS'] },
    '1 of the 5 routes asked for was found, of at most 4 hops, under these conditions. Without any one of AVOID_HUBS, BASIS there is a further one.',
  ],
  [
    { found: 2, isCut: true, maxHops: 3 },
    '2 of the 5 routes asked for were found, of at most 3 hops, under these conditions. The search was cut because too many actors are within reach: there may be others. Narrow it by years, roles or via.',
  ],
])('%o is told in words', (outcome, message) => {
  expect(explainPaths({ ...NONE, ...outcome })).toBe(message);
});
