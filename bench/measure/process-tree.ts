import { readdir, readFile } from 'node:fs/promises';

/** A process and all its descendants, by id; itself alone where the system does not tell (elsewhere than on Linux). */
export async function processTree(processId: number): Promise<[number, ...number[]]> {
  const children = await childrenOf(processId);
  const trees = await Promise.all(children.map(processTree));
  return [processId, ...trees.flat()];
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
