import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../bin/kazaid.mjs', import.meta.url));

function run(programArguments: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...programArguments], {
    // Another folder than the project's: nothing may depend on where one stands.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...environment },
    encoding: 'utf8',
  });
  return { status, stdout, stderr: stderr.trim() };
}

describe('the command line', () => {
  it('lists its commands', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    for (const name of ['serve', 'seed', 'check-seed', 'import', 'self-test']) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
  });

  it('says in one line what is wrong with the configuration', () => {
    const { status, stderr } = run(['self-test'], { PORT: 'abc' });
    expect(stderr).toBe('kazaid: PORT is "abc"; expected a whole number from 0 to 65535');
    expect(status).toBe(1);
  });

  it.each([
    [['no-such-command'], "error: unknown command 'no-such-command'"],
    [
      ['serve', '--port', '65536'],
      "error: option '--port <number>' argument '65536' is invalid. Expected a whole number from 0 to 65535.",
    ],
    ...[
      ['token', '--role', 'alumni_officer'],
      ['api-key', 'create'],
    ].map((command): [string[], string] => [
      [...command, '--for', 'a\u0007b'],
      "error: option '--for <name>' argument 'a\u0007b' is invalid. Expected a name without control characters.",
    ]),
    [
      ['erase-alumnus', 'alumnus:1', '--reason', 'a test', '--by', 'dana\u202e'],
      "error: option '--by <name>' argument 'dana\u202e' is invalid. Expected a name without control characters.",
    ],
    [['import'], "error: missing argument 'paths': a file, folder or archive"],
  ])('refuses %j', (programArguments, message) => {
    // One that were not refused would find no database to begin with.
    const { status, stderr } = run(programArguments, { NEO4J_URI: 'bolt://127.0.0.1:1' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: message });
  });
});
