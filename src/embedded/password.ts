import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'password';

/** The password the store was given; null before its first start, or when the file is lost: then it gets a new one. */
export function findPassword(home: string): string | null {
  try {
    return readFileSync(join(home, FILE), 'utf8').trim() || null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

export function createPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** To be called once the store has this password: a start that is killed before leaves no file and sets another. */
export function keepPassword(home: string, password: string): void {
  const partial = join(home, `${FILE}.${process.pid}`);
  writeFileSync(partial, password, { mode: 0o600 });
  renameSync(partial, join(home, FILE));
}
