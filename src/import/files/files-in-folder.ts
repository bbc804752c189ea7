import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files in the folder and in its folders, by name; hidden ones left out. A folder that leads back to itself is read once. */
export async function filesInFolder(folder: string, seen: Set<string> = new Set()): Promise<string[]> {
  const real = await realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const files: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    const status = await statusOf(path);
    if (status?.isFile()) files.push(path);
    else if (status?.isDirectory()) files.push(...(await filesInFolder(path, seen)));
  }
  return files;
}

/** Null for a link that leads nowhere. */
async function statusOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
