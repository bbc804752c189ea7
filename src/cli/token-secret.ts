import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFileSystemError } from '../embedded/file-system-error.ts';
import { SetupError } from '../errors.ts';

const FILE = 'token-secret';
const BYTES = 48;
const FEWEST_BYTES = 32;

/** The secret that signs tokens for this data folder: made the first time, readable by its owner only. */
export function tokenSecret(dataFolder: string): string {
  const path = join(dataFolder, FILE);
  try {
    if (!has(path)) create(dataFolder, path);
    return read(path);
  } catch (error) {
    throw explainFileSystemError(error, dataFolder);
  }
}

function has(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The file appears whole or not at all; of two that make it at the same time, both take the one that was first. */
function create(dataFolder: string, path: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const partial = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(partial, randomBytes(BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(partial, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    // Not every file system has links; where two make the secret at the same time there, the later one stays.
    if (code !== 'EEXIST') renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
}

/** What others may read, or might guess, signs nothing. */
function read(path: string): string {
  const secret = readFileSync(path, 'utf8');
  const isOthersToo = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  if (isOthersToo) throw new SetupError(`${path} may be read by others: make it yours alone (chmod 600), or remove it`);
  if (Buffer.byteLength(secret) < FEWEST_BYTES)
    throw new SetupError(
      `${path} is too short for a secret: expected ${FEWEST_BYTES} bytes or more; remove it, and it is made anew`,
    );
  return secret;
}
