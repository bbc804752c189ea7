import type { ExportDescription } from '../../api/export/describe-exports.ts';

/** What can be exported, a line each; or one of them with its filter and its columns. */
export function printExports(exports: readonly ExportDescription[], what: string | undefined): string {
  const one = exports.find(({ name }) => name === what);
  if (one) return printExport(one);
  const width = Math.max(...exports.map(({ name }) => name.length));
  return [
    ...exports.map(
      ({ name, formats, description }) => `${name.padEnd(width)}  ${formats.join(', ').padEnd(13)}  ${description}`,
    ),
    '',
    'kazaid export <what> --list shows the filter and the columns of one of them.',
  ].join('\n');
}

function printExport({ name, description, formats, filter, columns }: ExportDescription): string {
  return [
    `${name}: ${description}`,
    `Formats: ${formats.join(', ')}`,
    '',
    'Filter (--filter, a JSON object):',
    ...filter.map(
      (field) => `  ${field.name}: ${field.type}${field.description === '' ? '' : `  ${field.description}`}`,
    ),
    ...(columns.length === 0 ? [] : ['', 'Columns:']),
    ...columns.map(
      (column) => `  ${column.name}: ${column.type}${column.isList ? ', several' : ''}  ${column.description}`,
    ),
  ].join('\n');
}
