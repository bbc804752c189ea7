import { readFile } from 'node:fs/promises';
import { processTree } from './process-tree.ts';

/**
 * Megabytes that the process and all its descendants hold in memory. Pages that several processes share count once in all,
 * where the system tells; null where it does not (elsewhere than on Linux) or the process is gone.
 */
export async function residentMegabytes(processId: number): Promise<number | null> {
  const [own, ...theirs] = await Promise.all((await processTree(processId)).map(residentOf));
  return own == null ? null : theirs.reduce<number>((sum, megabytes) => sum + (megabytes ?? 0), own);
}

async function residentOf(processId: number): Promise<number | null> {
  const read = (file: string) => readFile(`/proc/${processId}/${file}`, 'utf8').catch(() => '');
  const kilobytes =
    /^Pss:\s+(\d+) kB$/m.exec(await read('smaps_rollup'))?.[1] ??
    /^VmRSS:\s+(\d+) kB$/m.exec(await read('status'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
