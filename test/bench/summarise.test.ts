import { expect, it } from 'vitest';
import type { ContestantName, Turn } from '../../bench/import/compare.ts';
import { summarise } from '../../bench/import/summarise.ts';

const turn = (contestant: ContestantName, slice: number, milliseconds: number): Turn => ({
  contestant,
  slice,
  facts: 1_000,
  milliseconds,
  ownCpu: 100,
  neo4jCpu: null,
});

it('compares the importer with the others by all slices but the first', () => {
  const turns = [
    turn('importer', 0, 60_000),
    turn('plain CREATE', 0, 1),
    turn('plain CREATE', 1, 500),
    turn('importer', 1, 800),
    turn('importer', 2, 1_200),
    turn('plain CREATE', 2, 500),
  ];
  expect(summarise(turns)).toMatchObject([
    { contestant: 'importer', facts: 2_000, factsPerSecond: 1_000, ownCpuPerFact: 100, importerRatio: 1 },
    {
      contestant: 'plain CREATE',
      milliseconds: 1_000,
      factsPerSecond: 2_000,
      neo4jCpuPerFact: null,
      importerRatio: 0.5,
    },
  ]);
});
