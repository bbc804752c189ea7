/** As much as a pipe takes at a time. */
const CHUNK = 64 * 1024;

/** Rows in the text format of PostgreSQL's COPY, as many at a time as fill a chunk; null and absent values as its null. */
export function* copyText(rows: Iterable<object>, columns: readonly string[]): Iterable<string> {
  let chunk = '';
  for (const row of rows) {
    const values = row as Readonly<Record<string, unknown>>;
    chunk += `${columns.map((column) => field(values[column])).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  return String(value).replaceAll(/[\\\t\n\r]/g, (letter) => ESCAPED[letter] ?? letter);
}
