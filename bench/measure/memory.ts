import { readdir, readFile } from 'node:fs/promises';

/**
 * Megabytes that the process and all its descendants hold in memory. Pages that several processes share count once in all,
 * where the system tells; null where it does not (elsewhere than on Linux) or the process is gone.
 */
export async function residentMegabytes(processId: number): Promise<number | null> {
  const own = await residentOf(processId);
  if (own === null) return null;
  const children = await childrenOf(processId);
  const theirs = await Promise.all(children.map(residentMegabytes));
  return theirs.reduce<number>((sum, megabytes) => sum + (megabytes ?? 0), own);
}

async function residentOf(processId: number): Promise<number | null> {
  const read = (file: string) => readFile(`/proc/${processId}/${file}`, 'utf8').catch(() => '');
  const kilobytes =
    /^Pss:\s+(\d+) kB$/m.exec(await read('smaps_rollup'))?.[1] ??
    /^VmRSS:\s+(\d+) kB$/m.exec(await read('status'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

async function childrenOf(processId: number): Promise<number[]> {
  const folder = `/proc/${processId}/task`;
  const threads = await readdir(folder).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`${folder}/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) =>
    list
      .split(' ')
      .filter((text) => text.trim() !== '')
      .map(Number),
  );
}
