import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainFileSystemError } from '../embedded/file-system-error.ts';

const FILE = 'token-secret';
const BYTES = 48;

/** The secret that signs tokens for this data folder: made the first time, readable by its owner only. */
export function tokenSecret(dataFolder: string): string {
  const path = join(dataFolder, FILE);
  try {
    return find(path) ?? create(dataFolder, path);
  } catch (error) {
    throw explainFileSystemError(error, dataFolder);
  }
}

function find(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The file appears whole or not at all; of two that make it at the same time, both take the one that was first. */
function create(dataFolder: string, path: string): string {
  mkdirSync(dataFolder, { recursive: true });
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, randomBytes(BYTES).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(partial, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(partial, { force: true });
  }
  return readFileSync(path, 'utf8');
}
