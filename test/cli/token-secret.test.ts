import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tokenSecret } from '../../src/cli/token-secret.ts';
import { SetupError } from '../../src/errors.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

describe('the secret of a data folder', () => {
  it('is made once, for its owner only, and leaves nothing else behind', () => {
    const folder = join(createTemporaryFolder(), 'not/there/yet');
    const secret = tokenSecret(folder);
    expect(Buffer.from(secret, 'base64url').length).toBe(48);
    expect(tokenSecret(folder)).toBe(secret);
    expect(statSync(join(folder, 'token-secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['token-secret']);
  });

  it('is another one in another folder', () => {
    expect(tokenSecret(createTemporaryFolder())).not.toBe(tokenSecret(createTemporaryFolder()));
  });

  it.each<[why: string, secret: string, mode: number, said: RegExp]>([
    ['short', 'x'.repeat(31), 0o600, /too short/],
    ['empty', '', 0o600, /too short/],
    ['read by the group', 'x'.repeat(64), 0o640, /may be read by others/],
    ['read by anybody', 'x'.repeat(64), 0o604, /may be read by others/],
  ])('is refused where it is %s', (_, secret, mode, said) => {
    const folder = createTemporaryFolder();
    writeFileSync(join(folder, 'token-secret'), secret);
    chmodSync(join(folder, 'token-secret'), mode);
    expect(() => tokenSecret(folder)).toThrow(said);
    expect(() => tokenSecret(folder)).toThrow(SetupError);
  });

  it('is explained where it cannot be written', () => {
    const file = join(createTemporaryFolder(), 'a-file');
    writeFileSync(file, '');
    expect(() => tokenSecret(join(file, 'below'))).toThrow(SetupError);
    mkdirSync(join(file, '..', 'folder', 'token-secret'), { recursive: true });
    expect(() => tokenSecret(join(file, '..', 'folder'))).toThrow();
  });
});
