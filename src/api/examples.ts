import { readdir, readFile } from 'node:fs/promises';

const FOLDER = new URL('../../examples/', import.meta.url);

export interface Example {
  /** What it asks, in a few words. */
  readonly name: string;
  readonly query: string;
}

/** The worked examples of examples/, in their order. */
export async function readExamples(): Promise<Example[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file
        .replace(/^\d+-/, '')
        .replace(/\.graphql$/, '')
        .replaceAll('-', ' '),
      query: await readFile(new URL(file, FOLDER), 'utf8'),
    })),
  );
}
