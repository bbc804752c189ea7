import type { Prepared } from '../contestants/contestant.ts';
import { runClients, type Stint } from './clients.ts';
import { percentile } from './percentile.ts';

export interface Effort {
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds before them, which do not. */
  readonly warmUpRounds: number;
  readonly alone: Stint;
  readonly together: Stint;
}

/** How many clients ask at the same time, in turn. */
export const CLIENTS = [1, 16] as const;
export type Clients = (typeof CLIENTS)[number];

/** What a contestant needed for one question, with so many clients. Milliseconds; requests each second. */
export interface Timing {
  readonly requests: number;
  /** The median over the rounds of each round's median, and the least and the greatest of these: the noise of the machine. */
  readonly p50: number;
  readonly p50Least: number;
  readonly p50Greatest: number;
  /** Over all requests of all rounds. */
  readonly p95: number;
  /** The median over the rounds. */
  readonly throughput: number;
}

export type Timings = Readonly<Record<Clients, Timing>>;

export interface MeasuredCase {
  readonly timings: Readonly<Record<string, Timings>>;
  /** By contestant: why it has no timings, where a request of it failed. */
  readonly failed: Readonly<Record<string, string>>;
}

/**
 * Measures all contestants in one go: in every round each has its turn, in an order that is rotated from round to round,
 * so that whatever else the machine does meets all of them alike. One that fails has no further turn.
 */
export async function measureCase(contestants: ReadonlyMap<string, Prepared>, effort: Effort): Promise<MeasuredCase> {
  const names = [...contestants.keys()];
  const rounds = new Map([...contestants].map(([name]) => [name, { 1: [] as Round[], 16: [] as Round[] }]));
  const failed: Record<string, string> = {};
  for (let number = 0; number < effort.warmUpRounds + effort.rounds; number += 1) {
    for (const name of rotated(names, number)) {
      const [prepared, own] = [contestants.get(name), rounds.get(name)];
      if (!prepared || !own) continue;
      try {
        const [alone, together] = [await oneRound(prepared, 1, effort), await oneRound(prepared, 16, effort)];
        if (number < effort.warmUpRounds) continue;
        own[1].push(alone);
        own[16].push(together);
      } catch (error) {
        failed[name] = (error as Error).message;
        rounds.delete(name);
      }
    }
  }
  const timings = [...rounds].map(([name, own]) => [name, { 1: summarise(own[1]), 16: summarise(own[16]) }] as const);
  return { timings: Object.fromEntries(timings), failed };
}

interface Round {
  readonly latencies: readonly number[];
  readonly p50: number;
  readonly throughput: number;
}

async function oneRound(prepared: Prepared, clients: Clients, effort: Effort): Promise<Round> {
  const stint = clients === 1 ? effort.alone : effort.together;
  const { latencies, elapsed } = await runClients(prepared, clients, stint);
  return { latencies, p50: percentile(latencies, 0.5) ?? 0, throughput: (latencies.length / elapsed) * 1000 };
}

function summarise(rounds: readonly Round[]): Timing {
  const medians = rounds.map(({ p50 }) => p50);
  const latencies = rounds.flatMap((round) => round.latencies);
  return {
    requests: latencies.length,
    p50: percentile(medians, 0.5) ?? 0,
    p50Least: Math.min(...medians),
    p50Greatest: Math.max(...medians),
    p95: percentile(latencies, 0.95) ?? 0,
    throughput:
      percentile(
        rounds.map(({ throughput }) => throughput),
        0.5,
      ) ?? 0,
  };
}

function rotated(names: readonly string[], by: number): string[] {
  const start = by % Math.max(1, names.length);
  return [...names.slice(start), ...names.slice(0, start)];
}
