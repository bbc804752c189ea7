import { realpath, stat } from 'node:fs/promises';
import { DomainError } from '../../errors.ts';
import type { InputFile } from '../input-file.ts';
import { explainFileError } from './explain-file-error.ts';
import { fileKind } from './file-kind.ts';
import { fileOnDisk } from './file-on-disk.ts';
import { filesInFolder } from './files-in-folder.ts';
import { filesInZip } from './files-in-zip.ts';

/**
 * The files that the paths lead to, in their order: files themselves, gzipped or not; all files in a folder and in its
 * folders, by name; all files in a zip archive. Hidden ones are left out, and what two paths lead to comes once.
 */
export async function findInputFiles(paths: readonly string[]): Promise<InputFile[]> {
  const seen = new Set<string>();
  const found: InputFile[] = [];
  for (const named of paths) {
    for (const path of await filesAt(named)) {
      const real = await realpath(path);
      if (seen.has(real)) continue;
      seen.add(real);
      found.push(...(await openFile(path, path === named)));
    }
  }
  return found;
}

async function filesAt(path: string): Promise<string[]> {
  try {
    const status = await stat(path);
    if (status.isFile()) return [path];
    if (!status.isDirectory()) {
      throw new DomainError('InvalidInput', `${path}: expected a file or folder, found a device or socket`);
    }
    const files = await filesInFolder(path);
    if (files.length === 0) throw new DomainError('InvalidInput', `${path}: there is no file in this folder`);
    return files;
  } catch (error) {
    throw explainFileError(error, path);
  }
}

/** An empty file in a folder is reported by whoever reads it, so that it does not stop the others. */
async function openFile(path: string, isNamed: boolean): Promise<InputFile[]> {
  try {
    const kind = await fileKind(path);
    if (kind === 'empty' && isNamed) throw new DomainError('InvalidInput', `${path}: the file is empty`);
    if (kind === 'zip') return await filesInZip(path);
    const { size } = await stat(path);
    return [fileOnDisk(path, size, kind === 'gzip')];
  } catch (error) {
    throw explainFileError(error, path);
  }
}
