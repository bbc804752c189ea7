import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** A key that changes when any file in the folders does: its name or its content. */
export async function contentKey(root: URL, folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(new URL(folder, root), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort();
    for (const file of files) hash.update(`${file.split(folder).at(-1)}\u0000`).update(await readFile(file));
  }
  return hash.digest('hex');
}
