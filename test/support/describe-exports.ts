import { describeExports, type ExportDescription } from '../../src/api/export/describe-exports.ts';
import { builtOnce } from './api.ts';

const HEAD = `# Exports: filters and columns

What docs/exports.md says of tables, table by table. This page is written from the code: \`UPDATE_GOLDEN=1 npx vitest run
--project unit test/api/export\` writes it anew.

In CSV several values stand in one cell, joined by \`; \`; in JSON Lines they are a list. A \`decimal\` is an exact number,
which JSON Lines writes as text.
`;

/** docs/export-columns.md, from what is declared and from the schema. */
export async function exportColumnsPage(): Promise<string> {
  const { schema } = await builtOnce();
  return [HEAD, ...describeExports(schema).map(section)].join('\n');
}

function section({ name, description, formats, filter, columns }: ExportDescription): string {
  // A list of the API has a filter of its own with a member for each field.
  const isList = filter.some((field) => field.name === 'AND');
  const filters = isList
    ? [`- \`${name}(where:)\` of the API.`]
    : filter.map(
        (field) =>
          `- \`${field.name}\`: \`${field.type}\`${field.description ? `. ${oneLine(field.description)}` : ''}`,
      );
  const table = columns.map(
    (column) =>
      `| \`${column.name}\` | ${column.type}${column.isList ? ', several' : ''} | ${oneLine(column.description)} |`,
  );
  return [
    `## ${name}`,
    '',
    `${description} Formats: ${formats.join(', ')}.`,
    '',
    ...(filters.length > 0 ? ['Filter:', '', ...filters, ''] : []),
    ...(table.length > 0 ? ['| column | type | meaning |', '|---|---|---|', ...table, ''] : []),
  ].join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}
