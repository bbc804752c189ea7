import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Real files to try the importers on, which lie beside the project and not in it; null where they do not. */
export const SHARED_DATA: string | null = existsSync(FOLDER) ? FOLDER : null;

/** Tests on the shared data. Where it is missing nothing of them is run, and what is reported as skipped says why. */
export function describeWithSharedData(name: string, define: (folder: string) => void): void {
  if (SHARED_DATA === null) it.runIf(false)(`${name} (skipped: ../shared/data is not there)`, () => {});
  else describe(name, () => define(SHARED_DATA));
}
