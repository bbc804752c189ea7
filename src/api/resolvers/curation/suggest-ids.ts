import type { CurationProblem } from '../../../domain/curation/problems.ts';
import { searchNames } from '../../../graph/queries/search-names.ts';
import type { RequestContext } from '../../context.ts';

const MOST = 5;
const LONGEST = 200;

/**
 * The problems with ids that may have been meant, where an id was given that nothing has: what it was merged into, or
 * else what it seems to name.
 */
export function suggestIds(
  problems: readonly CurationProblem[],
  args: unknown,
  { graph, loaders, signal }: RequestContext,
): Promise<CurationProblem[]> {
  return Promise.all(
    problems.map(async (problem) => {
      const given = valueAt(args, problem.path);
      if (problem.code !== 'NOT_FOUND' || problem.suggestions.length > 0 || typeof given !== 'string') return problem;
      const merged = await loaders.redirect.load(given);
      if (merged !== null) return { ...problem, suggestions: [merged] };
      const text = given.slice(given.indexOf(':') + 1, LONGEST).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
      const found = await searchNames(graph, text, { labels: null, after: null, limit: MOST }, signal);
      return { ...problem, suggestions: found.map(({ reference }) => reference.id) };
    }),
  );
}

function valueAt(args: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    args,
  );
}
