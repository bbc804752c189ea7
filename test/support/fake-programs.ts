import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A program that does what the shell script says; gives back the folder it is in. */
export function createProgram(path: string, script: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return dirname(path);
}

/** Stands for Neo4j: says that it is ready and ends with its standard input. */
export const READY_JAVA = 'echo READY; cat > /dev/null';

/** Looks like a JDK: javac makes an empty folder, jar an empty file, java does what the script says. */
export function createJdk(home: string, version: string, java = READY_JAVA): string {
  createProgram(join(home, 'bin', 'java'), java);
  createProgram(join(home, 'bin', 'javac'), 'mkdir -p "$6"');
  createProgram(join(home, 'bin', 'jar'), 'touch "$3"');
  writeFileSync(join(home, 'release'), `IMPLEMENTOR="Test"\nJAVA_VERSION="${version}"\n`);
  return home;
}

/** Fetches one jar that holds nothing, into the folder it is asked for; the path by which a shell finds mkdir stays. */
export const FETCHING_MAVEN = `for option; do case "$option" in
  -DoutputDirectory=*) mkdir -p "\${option#*=}" && touch "\${option#*=}/neo4j.jar";;
esac; done`;
