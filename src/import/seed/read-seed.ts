import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Evidence, fileHead, SEED_FILES, type SeedFileName, type SeedRow } from './format.ts';

export interface SeedProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A row of a seed file, with the line it begins on and the evidence its file states for all rows. */
export interface Located<Row> {
  readonly file: SeedFileName;
  readonly line: number;
  readonly row: Row;
  readonly fileEvidence: readonly Evidence[] | undefined;
}

export type SeedRows = {
  readonly [File in SeedFileName]: readonly Located<SeedRow<File>>[];
};

/** Reads every seed file of the folder. What does not fit the format is a problem with file and line, never an exception. */
export async function readSeed(folder: string): Promise<{ rows: SeedRows; problems: SeedProblem[] }> {
  const problems: SeedProblem[] = [];
  const files = await Promise.all(
    (Object.keys(SEED_FILES) as SeedFileName[]).map(async (file) => [file, await readFileRows(folder, file, problems)]),
  );
  return { rows: Object.fromEntries(files) as SeedRows, problems };
}

async function readFileRows(folder: string, file: SeedFileName, problems: SeedProblem[]): Promise<Located<unknown>[]> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => null);
  if (text === null) {
    problems.push({
      file,
      line: 1,
      message: `the file is missing in ${folder}`,
    });
    return [];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const error of document.errors) {
    problems.push({
      file,
      line: lines.linePos(error.pos[0]).line,
      message: error.message.split('\n')[0] ?? 'not YAML',
    });
  }
  if (document.errors.length > 0) return [];

  const lineOf = (path: readonly PropertyKey[]) => lineAt(document, lines, path);
  const head = fileHead.safeParse(document.toJS());
  if (!head.success) {
    problems.push(...explain(head.error, file, lineOf, []));
    return [];
  }
  return head.data.rows.flatMap((value, index) => {
    const parsed = SEED_FILES[file].safeParse(value);
    if (!parsed.success) {
      problems.push(...explain(parsed.error, file, lineOf, ['rows', index]));
      return [];
    }
    return [
      {
        file,
        line: lineOf(['rows', index]),
        row: parsed.data,
        fileEvidence: head.data.evidence,
      },
    ];
  });
}

function explain(
  error: z.ZodError,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
  prefix: readonly PropertyKey[],
): SeedProblem[] {
  return error.issues.map((issue) => {
    const path = [...prefix, ...issue.path];
    return {
      file,
      line: lineOf(path),
      message: `${issue.path.join('.') || 'row'}: ${issue.message}`,
    };
  });
}

/** The line of the nearest thing that exists on the path. */
function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
