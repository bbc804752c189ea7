import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../support/fake-programs.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const BIN = fileURLToPath(new URL('../../bin', import.meta.url));

const LOCKED = {
  '': { name: 'project' },
  'node_modules/needed': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/tool': { version: '1.0.0', integrity: 'sha512-b', dev: true },
  'node_modules/for-another-system': { version: '1.0.0', integrity: 'sha512-c', optional: true },
};

const { '': _, 'node_modules/for-another-system': __, ...INSTALLED } = LOCKED;

const { 'node_modules/tool': ___, ...WITHOUT_TOOLS } = INSTALLED;

/** Runs a copy of the program in a project of its own, whose npm only notes what it was asked for, and fails. */
function run(command: string, installed: object | null) {
  const root = createTemporaryFolder();
  cpSync(BIN, join(root, 'bin'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));
  if (installed) {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  const path = createProgram(join(root, 'npm-bin/npm'), 'echo "$@" > npm-was-asked; exit 7');
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/kazaid.mjs'), command], {
    env: { PATH: path },
    encoding: 'utf8',
  });
  const note = join(root, 'npm-was-asked');
  return { status, lines: stderr.trim().split('\n'), npm: existsSync(note) ? readFileSync(note, 'utf8').trim() : null };
}

/** Runs the program in a Node that says it is of this version. */
function runInNode(version: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  const path = join(BIN, 'kazaid.mjs');
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURI(pretend)}`, path, '--help'], {
    encoding: 'utf8',
  });
}

describe('the program', () => {
  it('says which Node it needs, the same everywhere', () => {
    expect(runInNode('20.15.0').status).toBe(0);
    expect(runInNode('20.14.1')).toMatchObject({
      status: 1,
      stderr: 'kazaid: Node 20.15 or newer is needed; this is 20.14.1\n',
    });
    const text = (name: string) => readFileSync(join(BIN, '..', name), 'utf8');
    expect(JSON.parse(text('package.json')).engines.node).toBe('>=20.15');
    expect(JSON.parse(text('package-lock.json')).packages[''].engines.node).toBe('>=20.15');
    expect(text('README.md')).toContain('Node 20.15 or newer');
  });

  it('installs its packages when there are none, and says in one line that this failed', () => {
    const { status, lines, npm } = run('serve', null);
    expect(npm).toBe('ci --no-audit --no-fund');
    expect(status).toBe(1);
    expect(lines).toEqual([
      'kazaid: installing packages (npm ci) …',
      expect.stringMatching(/^kazaid: npm ci failed; its reason stands above\. Repeat it in /),
    ]);
  });

  it.each([
    ['of another version', { ...INSTALLED, 'node_modules/needed': { version: '0.9.0', integrity: 'sha512-a' } }],
    ['of another content', { ...INSTALLED, 'node_modules/needed': { version: '1.0.0', integrity: 'sha512-z' } }],
    ['missing', {}],
  ])('installs its packages when one is %s', (_case, installed) => {
    expect(run('serve', installed).npm).toBe('ci --no-audit --no-fund');
  });

  it('installs the tools only where the tests are run', () => {
    expect(run('serve', WITHOUT_TOOLS).npm).toBeNull();
    expect(run('self-test', WITHOUT_TOOLS).npm).toBe('ci --no-audit --no-fund --include=dev');
  });

  it.each(['serve', 'self-test'])('installs nothing for %s when all is there', (command) => {
    expect(run(command, INSTALLED).npm).toBeNull();
  });
});
