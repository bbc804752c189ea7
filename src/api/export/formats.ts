export interface Format {
  readonly contentType: string;
  /** Whether it holds a table, a network or activities. */
  readonly of: 'table' | 'network' | 'iati';
}

/** The formats, by the name they have in the command and as extension of the file. */
export const FORMATS = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', of: 'table' },
  jsonl: { contentType: 'application/x-ndjson; charset=utf-8', of: 'table' },
  graphml: { contentType: 'application/graphml+xml; charset=utf-8', of: 'network' },
  gexf: { contentType: 'application/gexf+xml; charset=utf-8', of: 'network' },
  xml: { contentType: 'application/xml; charset=utf-8', of: 'iati' },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

/** The formats of what holds a table, a network or activities; the usual one first. */
export function formatsOf(of: Format['of']): FormatName[] {
  return (Object.keys(FORMATS) as FormatName[]).filter((name) => FORMATS[name].of === of);
}
