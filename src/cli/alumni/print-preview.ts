import type { ImportPreview } from './preview-import.ts';

/** More would hide the counts; --json has them. */
const MOST_LINES = 100;

/** The preview for people, as lines of plain text. */
export function printPreview({ file, rows, consents, ...preview }: ImportPreview, isWritten: boolean): string {
  const would = isWritten ? '' : 'would be ';
  return [
    `${file}: ${rows.read} rows by the mapping ${preview.mapping}${isWritten ? '' : ': a preview, nothing is written'}`,
    line(`${would}added`, rows.added),
    line(`${would}updated`, rows.updated),
    line('unchanged', rows.unchanged),
    line('left out', rows.leftOut),
    line(`consents ${would}added`, consents.added),
    line(`consents ${would}withdrawn`, consents.withdrawn, 'no longer in the file'),
    line('consents not brought back', consents.notBroughtBack, 'withdrawn since'),
    line('contacts without a consent', preview.contactsWithoutConsent, 'kept sealed, shown to nobody'),
    ...problems(preview),
  ].join('\n');
}

function line(what: string, count: number, meaning = ''): string {
  return `  ${what.padEnd(30)}${String(count).padStart(7)}${meaning === '' ? '' : `  (${meaning})`}`;
}

function problems({ problems: found, problemCount }: Pick<ImportPreview, 'problems' | 'problemCount'>): string[] {
  if (problemCount === 0) return ['Problems: none'];
  const shown = found.slice(0, MOST_LINES);
  const more = problemCount - shown.length;
  return [
    `Problems: ${problemCount}`,
    ...shown.map(({ row, column, message }) => `  ${placeOf(row, column)}: ${message}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}

function placeOf(row: number, column: string): string {
  if (row === 0) return 'the file';
  return column === '' ? `row ${row}` : `row ${row}, ${column}`;
}
