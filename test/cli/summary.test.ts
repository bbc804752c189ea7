import { expect, it } from 'vitest';
import { summary } from '../../src/cli/summary.ts';
import { DomainError } from '../../src/errors.ts';
import type { Graph } from '../../src/graph/open-graph.ts';

it.each([
  [new DomainError('Timeout', 'The question took longer than 5000 ms'), 'not counted: that would take too long'],
  [new Error('No connection'), 'not counted: No connection'],
])('stands without the counts where counting fails with %s', async (error, line) => {
  const read = () => Promise.reject(error);
  const opened = { graph: { read } as unknown as Graph, isEmbedded: true, close: async () => {} };
  expect(await summary(opened, { host: '::1', neo4j: null }, 4_321)).toBe(
    [
      '',
      '  GraphQL API   http://[::1]:4321/graphql',
      '  Playground    http://[::1]:4321/playground/',
      '  Exports       http://[::1]:4321/export/organisations.csv, … (docs/exports.md)',
      '  Health        http://[::1]:4321/health/ready',
      `  Graph         ${line}`,
      '  Neo4j         our own, in the data folder',
      '  Stop          Ctrl-C',
      '',
    ].join('\n'),
  );
});
