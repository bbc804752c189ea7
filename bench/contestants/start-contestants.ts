import { mkdir } from 'node:fs/promises';
import type { OpenStage } from '../open-stage.ts';
import type { Contestant, Started } from './contestant.ts';

export interface StartedContestants {
  readonly started: ReadonlyMap<string, Started>;
  /** Those that did not start, and why. */
  readonly absent: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts all of them at the same time, and gives them in their order; one that does not start is left out, and it is said why. */
export async function startContestants(
  contestants: readonly Contestant[],
  { network, neo4j, folderFor }: OpenStage,
  log: (line: string) => void,
): Promise<StartedContestants> {
  const started = new Map<string, Started>();
  const absent: Record<string, string> = {};
  await Promise.all(
    contestants.map(async ({ name, start }) => {
      try {
        const folder = folderFor(name);
        await mkdir(folder, { recursive: true });
        started.set(name, await start({ network, neo4j, folder, log }));
      } catch (error) {
        absent[name] = (error as Error).message;
        log(`  ${name} is left out: ${absent[name]}`);
      }
    }),
  );
  const inOrder = contestants.flatMap(({ name }) => {
    const found = started.get(name);
    return found ? [[name, found] as const] : [];
  });
  return {
    started: new Map(inOrder),
    absent,
    stop: async () => {
      for (const each of started.values()) await each.stop();
    },
  };
}
