import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../config.ts';
import { DomainError } from '../../errors.ts';
import { applyConstraints } from '../../graph/constraints.ts';
import {
  type ImportHolder,
  type LockHolder,
  leaveImportLock,
  takeImportLock,
} from '../../graph/imports/import-lock.ts';
import type { Graph } from '../../graph/open-graph.ts';
import { type ConfiguredGraph, openConfiguredGraph } from '../open-configured-graph.ts';
import { keepTurn } from './keep-turn.ts';
import { isGone, PROCESS_SPACE } from './process-space.ts';

const POLL_MS = 1_000;

export interface TurnOptions {
  /** What it is about, for those who wait. */
  readonly task: string;
  /** False: refuse at once where another import is under way. */
  readonly mayWait: boolean;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

/**
 * Opens the graph and runs the work as the only one that imports into it; waits for its turn where another process
 * does, or refuses with a Conflict. Null where it was stopped while it waited.
 */
export async function withImportTurn<Result>(
  options: TurnOptions,
  work: (graph: Graph, signal: AbortSignal) => Promise<Result>,
): Promise<Result | null> {
  const holder = {
    token: randomUUID(),
    host: hostname(),
    processId: process.pid,
    processSpace: PROCESS_SPACE,
    task: options.task,
  };
  const opened = await openOnTurn(holder, options);
  if (opened === null) return null;
  const { graph, close } = opened;
  try {
    return await keepTurn({ graph, token: holder.token, signal: options.signal }, (signal) => work(graph, signal));
  } finally {
    await leaveImportLock(graph, holder.token).catch(() => {});
    await close();
  }
}

async function openOnTurn(holder: ImportHolder, options: TurnOptions): Promise<ConfiguredGraph | null> {
  let configured = await openConfiguredGraph(readConfig(), console.error);
  let told: string | null = null;
  for (;;) {
    const other = await takeOrReopen();
    if (other === null) return configured;
    if (!options.mayWait || options.signal.aborted) {
      await configured.close();
      if (options.signal.aborted) return null;
      throw new DomainError('Conflict', `${describe(other)}; run it again later, or without --no-wait`);
    }
    if (told !== other.token) console.error(`kazaid: waiting: ${describe(other)}`);
    told = other.token;
    await wait(POLL_MS, undefined, { signal: options.signal }).catch(() => {});
  }

  /** The embedded Neo4j ends with the command that started it: with the one that is waited for, or with any other. */
  async function takeOrReopen(): Promise<LockHolder | null> {
    const take = async () => {
      // Without its key there could be two places.
      await applyConstraints(configured.graph);
      return takeImportLock(configured.graph, holder, isGone);
    };
    try {
      return await take();
    } catch (error) {
      if (!configured.isEmbedded) throw error;
      await configured.close().catch(() => {});
      configured = await openConfiguredGraph(readConfig(), console.error);
      return take();
    }
  }
}

function describe({ task, since, host, processId }: LockHolder): string {
  const where = host === hostname() ? `process ${processId}` : `process ${processId} on ${host}`;
  return `another import is under way (${task}, since ${since.slice(0, 19).replace('T', ' ')} UTC, ${where})`;
}
