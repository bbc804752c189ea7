import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { suggestClosest } from '../../domain/suggest-closest.ts';
import { explainIssue } from '../yaml/explain-issue.ts';
import { findUnreadable, lineAt } from '../yaml/places.ts';
import { type Evidence, fileHead, KEYS, SEED_FILES, type SeedFileName, type SeedRow } from './format.ts';

export interface SeedProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Where in the seed something comes from. */
export interface Place {
  readonly file: SeedFileName;
  /** The line the row begins on. */
  readonly line: number;
  /** The line where the row, or else its file, has this value; where neither has it, the one the row begins on. */
  readonly lineOf: (value: string) => number;
}

/** A row of a seed file, with its place and the evidence its file states for all rows. */
export interface Located<Row> extends Place {
  readonly row: Row;
  readonly fileEvidence: readonly Evidence[] | undefined;
}

export type SeedRows = {
  readonly [File in SeedFileName]: readonly Located<SeedRow<File>>[];
};

const FILES = Object.keys(SEED_FILES) as SeedFileName[];

/** Reads every seed file of the folder. What does not fit the format is a problem with file and line, never an exception. */
export async function readSeed(folder: string): Promise<{ rows: SeedRows; problems: SeedProblem[] }> {
  const present = await readdir(folder).catch(answerAbsent<string[]>([]));
  const problems = present.filter((file) => !isExpected(file)).map(unknownFile);
  const files = await Promise.all(
    FILES.map(async (file) => [file, await readFileRows(folder, file, problems)] as const),
  );
  return { rows: Object.fromEntries(files) as unknown as SeedRows, problems };
}

function isExpected(file: string): boolean {
  return file in SEED_FILES || file === 'README.md' || file === 'codelists';
}

function unknownFile(file: string): SeedProblem {
  return { file, line: 1, message: `not a file of the seed${suggestClosest(file, FILES)}` };
}

async function readFileRows(folder: string, file: SeedFileName, problems: SeedProblem[]): Promise<Located<unknown>[]> {
  const text = await readFile(join(folder, file), 'utf8').catch(answerAbsent(null));
  if (text === null) {
    problems.push({ file, line: 1, message: `missing in ${folder}; expected a file with rows, or with "rows: []"` });
    return [];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const unreadable = findUnreadable(document, lines);
  problems.push(...unreadable.map((problem) => ({ file, ...problem })));
  return unreadable.length > 0 ? [] : parseRows(document, lines, file, problems);
}

function parseRows(
  document: Document,
  lines: LineCounter,
  file: SeedFileName,
  problems: SeedProblem[],
): Located<unknown>[] {
  const content: unknown = document.toJS() ?? {};
  const report = (error: z.ZodError, value: unknown, prefix: readonly PropertyKey[]) => {
    for (const { path, message } of error.issues.flatMap((issue) => explainIssue(issue, value, KEYS))) {
      problems.push({ file, line: lineAt(document, lines, [...prefix, ...path]), message });
    }
  };
  const head = fileHead.safeParse(content);
  if (!head.success) {
    report(head.error, content, []);
    return [];
  }
  return head.data.rows.flatMap((value, index) => {
    const parsed = SEED_FILES[file].safeParse(value);
    if (!parsed.success) {
      report(parsed.error, value, ['rows', index]);
      return [];
    }
    const line = lineAt(document, lines, ['rows', index]);
    const lineOf = (text: string) =>
      lineOfValue(document.getIn(['rows', index], true) as Node, text, lines) ??
      lineOfValue(document.contents, text, lines) ??
      line;
    return [{ file, line, lineOf, row: parsed.data, fileEvidence: head.data.evidence }];
  });
}

function lineOfValue(node: Node | null, value: string, lines: LineCounter): number | null {
  let line: number | null = null;
  visit(node, (key, part) => {
    if (key === 'key' || !isScalar(part) || part.value !== value || !part.range) return undefined;
    line = lines.linePos(part.range[0]).line;
    return visit.BREAK;
  });
  return line;
}

/** What a missing file or folder is read as; every other failure is not ours to answer. */
function answerAbsent<Answer>(answer: Answer): (error: NodeJS.ErrnoException) => Answer {
  return (error) => {
    if (error.code === 'ENOENT') return answer;
    throw error;
  };
}
