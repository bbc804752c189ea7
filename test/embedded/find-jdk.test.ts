import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findJdk } from '../../src/embedded/find-jdk.ts';
import { SetupError } from '../../src/errors.ts';
import { createJdk } from '../support/fake-programs.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const NOWHERE = { searchPath: '', jdkFolders: [] };

describe('the search for a JDK', () => {
  it('prefers JAVA_HOME to the path, and the path to the usual folders', () => {
    const root = createTemporaryFolder();
    const [first, second, third] = ['first', 'second', 'usual/third'].map((name) =>
      createJdk(join(root, name), '17.0.15'),
    );
    const everywhere = { javaHome: first, searchPath: join(root, 'second/bin'), jdkFolders: [join(root, 'usual')] };
    expect(findJdk(everywhere)).toEqual({ home: first, version: '17.0.15' });
    expect(findJdk({ ...everywhere, javaHome: undefined }).home).toBe(second);
    expect(findJdk({ ...everywhere, javaHome: undefined, searchPath: '' }).home).toBe(third);
  });

  it('follows the link in the path to the JDK it belongs to', () => {
    const root = createTemporaryFolder();
    const home = createJdk(join(root, 'jdk'), '21');
    mkdirSync(join(root, 'bin'));
    symlinkSync(join(home, 'bin/java'), join(root, 'bin/java'));
    expect(findJdk({ ...NOWHERE, searchPath: `/nowhere:${join(root, 'bin')}` })).toEqual({ home, version: '21' });
  });

  it('looks into the folders of macOS', () => {
    const root = createTemporaryFolder();
    const home = createJdk(join(root, 'temurin-21.jdk/Contents/Home'), '21.0.7');
    expect(findJdk({ ...NOWHERE, jdkFolders: [root] }).home).toBe(home);
  });

  it('passes over what is too old, too new or without a compiler, and takes the one that fits', () => {
    const root = createTemporaryFolder();
    createJdk(join(root, 'a'), '25.0.3');
    createJdk(join(root, 'b'), '11.0.2');
    createJdk(join(root, 'c'), '1.8.0_402');
    rmSync(join(createJdk(join(root, 'd'), '17.0.1'), 'bin/javac'));
    const home = createJdk(join(root, 'e'), '17.0.15');
    expect(findJdk({ javaHome: join(root, 'a'), searchPath: join(root, 'b/bin'), jdkFolders: [root] }).home).toBe(home);
  });

  it('lists what it found, each once, when nothing fits', () => {
    const root = createTemporaryFolder();
    const tooNew = createJdk(join(root, 'a'), '25.0.3');
    const tooOld = createJdk(join(root, 'b'), '11.0.2');
    const noCompiler = createJdk(join(root, 'c'), '17.0.1');
    rmSync(join(noCompiler, 'bin/javac'));
    const search = () => findJdk({ javaHome: tooNew, searchPath: join(tooOld, 'bin'), jdkFolders: [root] });
    expect(search).toThrow(SetupError);
    expect(search).toThrow(
      `needs a JDK 17 or 21; found: JDK 25.0.3 in ${tooNew}, JDK 11.0.2 in ${tooOld}, JRE without javac 17.0.1 in ${noCompiler}. `,
    );
  });

  it('says so when there is no Java at all', () => {
    expect(() => findJdk({ ...NOWHERE, javaHome: '/nowhere' })).toThrow('needs a JDK 17 or 21; found: none. ');
  });
});
