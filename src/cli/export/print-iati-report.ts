import type { IatiReport } from '../../api/export/export-iati.ts';

/** What was published, what was left out and why, and what a publisher would still miss. */
export function printIatiReport({ publisher, published, leftOut, notes }: IatiReport): string {
  return [
    `Published by ${publisher}: ${published} activities. Left out: ${leftOut.length}.`,
    ...leftOut.map(
      ({ id, title, reasons }) => `  ${id} (${title}): ${reasons.map(({ explanation }) => explanation).join('; ')}`,
    ),
    ...(notes.length === 0 ? [] : ['Still missing, or without a place in IATI:']),
    ...notes.map(({ id, kind, message }) => `  ${id}: ${kind}: ${message}`),
  ].join('\n');
}
