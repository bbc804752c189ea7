import type { Prepared } from '../contestants/contestant.ts';
import { runClients, type Stint } from './clients.ts';
import { cpuTime } from './cpu-time.ts';
import { percentile } from './percentile.ts';
import { processTree } from './process-tree.ts';

export interface Effort {
  readonly rounds: number;
  readonly alone: Stint;
  readonly together: Stint;
  /** What comes before all of it, for each contestant and question. */
  readonly warmUp: Stint;
}

/** How many clients ask at the same time, in turn. */
export const CLIENTS = [1, 16] as const;
export type Clients = (typeof CLIENTS)[number];

/** Somebody who is measured with one question. */
export interface Measurable extends Prepared {
  /** All that runs for it beside the process that asks. */
  readonly processIds: readonly number[];
}

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
  /** Processor time of one request, of all processes that take part, the asking one included; null where the system does not tell. */
  readonly cpu: number | null;
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
export async function measureCase(contestants: ReadonlyMap<string, Measurable>, effort: Effort): Promise<MeasuredCase> {
  const rounds = new Map([...contestants].map(([name]) => [name, { 1: [] as Round[], 16: [] as Round[] }]));
  const failed: Record<string, string> = {};
  const takeTurn = async (name: string, turn: (measurable: Measurable, own: RoundsOfOne) => Promise<unknown>) => {
    const [measurable, own] = [contestants.get(name), rounds.get(name)];
    if (!measurable || !own) return;
    try {
      await turn(measurable, own);
    } catch (error) {
      failed[name] = (error as Error).message;
      rounds.delete(name);
    }
  };
  const names = [...contestants.keys()];
  for (let number = 0; number < effort.rounds; number += 1)
    for (const name of rotated(names, number))
      await takeTurn(name, async (measurable, own) => {
        for (const clients of CLIENTS) own[clients].push(await oneRound(measurable, clients, effort));
      });
  const timings = [...rounds].map(([name, own]) => [name, { 1: summarise(own[1]), 16: summarise(own[16]) }] as const);
  return { timings: Object.fromEntries(timings), failed };
}

type RoundsOfOne = Readonly<Record<Clients, Round[]>>;

interface Round {
  readonly latencies: readonly number[];
  readonly p50: number;
  readonly throughput: number;
  readonly cpu: number | null;
}

async function oneRound(measurable: Measurable, clients: Clients, effort: Effort): Promise<Round> {
  const before = await cpuOfAll(measurable.processIds);
  const { latencies, elapsed } = await runClients(measurable, clients, clients === 1 ? effort.alone : effort.together);
  const after = await cpuOfAll(measurable.processIds);
  return {
    latencies,
    p50: percentile(latencies, 0.5) ?? 0,
    throughput: (latencies.length / elapsed) * 1000,
    cpu: before === null || after === null ? null : after - before,
  };
}

/** Milliseconds of processor time that these processes, their descendants and this one have used so far. */
async function cpuOfAll(processIds: readonly number[]): Promise<number | null> {
  const { user, system } = process.cpuUsage();
  let sum = (user + system) / 1000;
  for (const [root, ...descendants] of await Promise.all(processIds.map(processTree))) {
    const own = cpuTime(root);
    if (own === null) return null;
    sum += own;
    for (const each of descendants) sum += cpuTime(each) ?? 0;
  }
  return sum;
}

function summarise(rounds: readonly Round[]): Timing {
  const medians = rounds.map(({ p50 }) => p50);
  const latencies = rounds.flatMap((round) => round.latencies);
  const cpu = rounds.reduce<number | null>(
    (sum, round) => (sum === null || round.cpu === null ? null : sum + round.cpu),
    0,
  );
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
    cpu: cpu === null ? null : cpu / latencies.length,
  };
}

function rotated(names: readonly string[], by: number): string[] {
  const start = by % Math.max(1, names.length);
  return [...names.slice(start), ...names.slice(0, start)];
}
