import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toMarkdown } from './markdown.ts';
import { toPlot } from './plot.ts';
import type { Results } from './results.ts';

/** Writes results.json, results.md and plot.svg into the folder, which must exist, and gives the Markdown. */
export async function writeReport(results: Results, folder: string): Promise<string> {
  const markdown = toMarkdown(results);
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(join(folder, 'results.md'), `${markdown}\n`);
  await writeFile(join(folder, 'plot.svg'), toPlot(results));
  return markdown;
}
