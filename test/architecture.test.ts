import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EDGES, NODES } from '../src/domain/model.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

/** Folder → what it may import besides itself. Files of src/ itself are named as files. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'config.ts': ['errors.ts'],
  domain: ['errors.ts'],
  graph: ['domain', 'errors.ts'],
  import: ['domain', 'errors.ts'],
  export: ['domain', 'errors.ts'],
  api: ['domain', 'graph', 'export', 'errors.ts'],
  embedded: ['errors.ts'],
  keys: ['domain', 'errors.ts'],
  cli: ['errors.ts', 'config.ts', 'domain', 'graph', 'import', 'export', 'api', 'embedded', 'keys'],
};

/** A file that has grown longer than this holds more than one thing. */
const MOST_LINES = 300;

interface SourceFile {
  /** From src/, with slashes. */
  readonly path: string;
  readonly text: string;
  /** The files of src/ that it imports, from src/; types too, for they bind as much. */
  readonly imports: readonly string[];
}

const files = readSource();
/** What makes parts of statements; that of persons stands with all else about them. */
const fragments = new Set([...exportsOf('graph/cypher/'), ...exportsOf('graph/alumni/match-alumni.ts')]);

describe('the source', () => {
  it('has the folders that the dependency rule speaks of, and no others', () => {
    const folders = readdirSync(SRC).filter((name) => name !== 'explore');
    expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(Object.entries(MAY_IMPORT))('imports into %s only what it may', (layer, allowed) => {
    const forbidden = filesOf(layer).flatMap(({ path, imports }) =>
      imports
        .filter((imported) => layerOf(imported) !== layer && !allowed.includes(layerOf(imported)))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(forbidden).toEqual([]);
  });

  it('imports no file that is not there', () => {
    const known = new Set(files.map(({ path }) => path));
    const lost = files.flatMap(({ path, imports }) =>
      imports.filter((imported) => !known.has(imported)).map((imported) => `${path} imports ${imported}`),
    );
    expect(lost).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(circles()).toEqual([]);
  });

  it('leaves no folder for its own except through named files: no barrels', () => {
    expect(files.map(({ path }) => path).filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  });

  it('exports everything by name', () => {
    expect(where(/^export default\b/m)).toEqual([]);
  });

  it('reads the environment in one place', () => {
    expect(where(/\bprocess\.env\b/)).toEqual(['config.ts']);
  });

  it('ends the process in one place', () => {
    expect(where(/\bprocess\.exit\b/).filter((path) => path !== 'cli/main.ts')).toEqual([]);
  });

  it('keeps the domain free of files, network, driver and GraphQL', () => {
    const packages = filesOf('domain').flatMap(({ path, text }) =>
      [...text.matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => `${path} imports ${name}`),
    );
    expect(packages.filter((line) => !/ (node:crypto|decimal\.js|fastest-levenshtein)$/.test(line))).toEqual([]);
  });

  it('has Cypher in graph/ only', () => {
    const withCypher = files.filter(({ text }) => stringsOf(text).some(isCypher)).map(({ path }) => path);
    expect(withCypher.filter((path) => layerOf(path) !== 'graph')).toEqual([]);
    expect(withCypher.length).toBeGreaterThan(10);
  });

  it('names what alumni are kept in, and their relations, in graph/alumni/ only', () => {
    const ofAlumni = files.filter(({ text }) =>
      stringsOf(text).some((string) => isCypher(string) && OF_ALUMNI.test(string)),
    );
    expect(ofAlumni.map(({ path }) => path).filter((path) => !path.startsWith('graph/alumni/'))).toEqual([]);
    expect(ofAlumni.length).toBeGreaterThan(5);
  });

  it('asks of alumni and of what is public in no statement together', () => {
    const ofPublic = new RegExp(`:(${[...Object.keys(NODES), ...Object.keys(EDGES)].join('|')})\\b`);
    const both = files.flatMap(({ path, text }) =>
      stringsOf(text)
        .filter((string) => isCypher(string) && OF_ALUMNI.test(string) && ofPublic.test(string))
        .map((string) => `${path}: ${string.slice(0, 80)}`),
    );
    expect(both).toEqual([]);
  });

  it('puts into Cypher nothing but parts that are themselves Cypher of the program', () => {
    const unsafe = files
      .filter(({ path }) => layerOf(path) === 'graph')
      .flatMap(({ path, text }) => interpolationsOf(text).map((part) => `${path}: \${${part}}`))
      .filter((line) => !PARTS_OF_CYPHER.test(line) && !isFragment(line));
    expect(unsafe).toEqual([]);
  });

  it('speaks to the driver in graph/ only', () => {
    expect(where(/from 'neo4j-driver'/).filter((path) => !['graph', 'embedded'].includes(layerOf(path)))).toEqual([]);
  });

  it('gives an error its public code in the API alone', () => {
    const codes = /'(BAD_USER_INPUT|LIMIT_EXCEEDED|CURSOR_EXPIRED|INTERNAL_SERVER_ERROR|UNAVAILABLE|TIMEOUT)'/;
    expect(where(codes).filter((path) => layerOf(path) !== 'api')).toEqual([]);
  });

  it(`has no file of more than ${MOST_LINES} lines`, () => {
    const long = files.map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`);
    expect(long.filter((line) => Number(line.split(': ')[1]) > MOST_LINES)).toEqual([]);
  });

  it('names its files in kebab-case', () => {
    expect(files.map(({ path }) => path).filter((path) => !/^([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path))).toEqual([]);
  });

  it('names no path of the machine it was written on', () => {
    expect(where(/['"`(]\/(home|work|root|Users)\//)).toEqual([]);
  });
});

/** Labels, relations and the index of alumni. */
const OF_ALUMNI =
  /:(Alumnus|AlumniDrawer|ContactPoint|Consent|AlumniState|AlumniEvent|FILED_UNDER|REACHED_BY|GAVE)\b|alumni_by_words/;

/** What may stand in `${…}` of a statement: constants and helpers of graph/, and labels and types of the domain's model. */
const PARTS_OF_CYPHER =
  /\$\{([A-Z_]+(\(.*\))?|[A-Z_]+\[.*\](\.\w+)*|referenceTo\('[\w.]+'\)|keyLabel\(label\)|labels\.join\(':'\)|\w+\.labels\.join\(':'\)|NODES\..*|LINKS\[type\]\.to|MENTIONS\.join\('\|'\)|Object\.keys\((?:LINKS|EDGES)\)\.join\('\|'\)|label|type|from|to|formerKinds|variable|player|actors|ids|role|cypher|match|key|extend|row|body|anchors \? FROM_ACTORS : FROM_ALL)\}$/;

/** A call of a function of graph/cypher/ or match-alumni.ts, which makes Cypher of names that the program chooses; there, the names themselves. */
function isFragment(line: string): boolean {
  if (/^graph\/cypher\/[\w-]+\.ts: \$\{\w+\}$/.test(line)) return true;
  const called = /: \$\{(\w+)\((?:'[^']*'|\w+|\['\w+'\]|, )*\)\}$/.exec(line)?.[1];
  return called !== undefined && fragments.has(called);
}

function exportsOf(folder: string): Set<string> {
  const texts = files.filter(({ path }) => path.startsWith(folder)).map(({ text }) => text);
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name = '']) => name)),
  );
}

function readSource(): SourceFile[] {
  return (readdirSync(SRC, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts') && !path.startsWith(`explore${sep}`))
    .filter((path) => statSync(join(SRC, path)).isFile())
    .map((path) => {
      const text = readFileSync(join(SRC, path), 'utf8');
      // The version of the program stands in package.json alone.
      const imports = [
        ...text.replaceAll(/from '[./]+\/package\.json'/g, '').matchAll(/(?:from|import\(|import)\s*'(\.[^']+)'/g),
      ].map(([, to = '']) =>
        relative(SRC, join(SRC, dirname(path), to))
          .split(sep)
          .join('/'),
      );
      return { path: path.split(sep).join('/'), text, imports };
    });
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function filesOf(layer: string): SourceFile[] {
  return files.filter(({ path }) => layerOf(path) === layer);
}

function where(pattern: RegExp): string[] {
  return files.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function stringsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(/`((?:[^`\\]|\\.)*)`|'((?:[^'\\\n]|\\.)*)'/g)].map(
    ([, template, plain]) => template ?? plain ?? '',
  );
}

/** A clause followed by a pattern: `MATCH (n`, `MERGE (n`, `CREATE CONSTRAINT`. */
function isCypher(text: string): boolean {
  return (
    /\b(MATCH|MERGE|CREATE|UNWIND \$\w+ AS|DETACH DELETE)\b\s*(\(|:|\w+ AS|$)/m.test(text) && !/^[A-Z]+$/.test(text)
  );
}

function interpolationsOf(text: string): string[] {
  return stringsOf(text)
    .filter(isCypher)
    .flatMap((cypher) => [...cypher.matchAll(/\$\{([^}]*)\}/g)].map(([, part = '']) => part));
}

/** Circles of imports, each once, as the files it runs through. */
function circles(): string[] {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]));
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.add([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const imported of importsOf.get(path) ?? []) walk(imported, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return [...found];
}
