import type { ContestantName, Turn } from './compare.ts';

/** All turns of one contestant but the first, in which plans are made and code is compiled. */
export interface Summary {
  readonly contestant: ContestantName;
  readonly facts: number;
  readonly milliseconds: number;
  readonly factsPerSecond: number;
  /** Processor time for each fact in microseconds; null where the system does not tell. */
  readonly ownCpuPerFact: number | null;
  readonly neo4jCpuPerFact: number | null;
  /** The speed of the importer divided by that of this contestant. */
  readonly importerRatio: number;
}

/** How fast each contestant was, and how the importer compares. */
export function summarise(turns: readonly Turn[]): Summary[] {
  const counted = turns.some(({ slice }) => slice > 0) ? turns.filter(({ slice }) => slice > 0) : turns;
  const names = [...new Set(counted.map(({ contestant }) => contestant))].sort((one, other) =>
    one.localeCompare(other),
  );
  const total = (name: ContestantName, key: 'facts' | 'milliseconds') =>
    sum(counted.filter(({ contestant }) => contestant === name).map((turn) => turn[key]));
  const speed = (name: ContestantName) => (1000 * total(name, 'facts')) / total(name, 'milliseconds');
  return names.map((contestant) => {
    const own = counted.filter((turn) => turn.contestant === contestant);
    const facts = total(contestant, 'facts');
    const cpuPerFact = (key: 'ownCpu' | 'neo4jCpu') => {
      const times = own.flatMap((turn) => turn[key] ?? []);
      return times.length === own.length ? (1000 * sum(times)) / facts : null;
    };
    return {
      contestant,
      facts,
      milliseconds: total(contestant, 'milliseconds'),
      factsPerSecond: speed(contestant),
      ownCpuPerFact: cpuPerFact('ownCpu'),
      neo4jCpuPerFact: cpuPerFact('neo4jCpu'),
      importerRatio: speed('importer') / speed(contestant),
    };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
