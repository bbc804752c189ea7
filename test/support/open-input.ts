import { findInputFiles } from '../../src/import/files/find-input-files.ts';
import type { InputFile } from '../../src/import/input-file.ts';

/** The one file at the path, as importers take it. */
export async function openInput(path: string): Promise<InputFile> {
  const [input] = await findInputFiles([path]);
  if (input === undefined) throw new Error(`there is no file at ${path}`);
  return input;
}
