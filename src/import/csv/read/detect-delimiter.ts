import { parse } from 'csv-parse/sync';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter under which the most of the wanted columns are in the header; else the one that makes the most columns. */
export function detectDelimiter(start: string, wanted: ReadonlySet<string>): Delimiter {
  const columns = new Set([...wanted].map((column) => column.toLowerCase()));
  const scored = DELIMITERS.map((delimiter) => {
    const header = headerIn(start, delimiter);
    return {
      delimiter,
      score: header.filter((column) => columns.has(column.toLowerCase())).length * 10_000 + header.length,
    };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function headerIn(start: string, delimiter: Delimiter): string[] {
  const [header = []] = parse(start, {
    delimiter,
    to: 1,
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
  }) as string[][];
  return header.map((column) => column.trim());
}
