import { DomainError } from '../../errors.ts';
import { gexf } from '../../export/network/gexf.ts';
import { graphml } from '../../export/network/graphml.ts';
import type { Row } from '../../export/table/column.ts';
import { csvLines } from '../../export/table/csv.ts';
import { jsonLines } from '../../export/table/json-lines.ts';
import type { ExportContext } from './export-context.ts';
import { exportIati, type IatiReport } from './export-iati.ts';
import { exportNetwork, NETWORKS, type NetworkName } from './export-network.ts';
import { FORMATS, type Format, type FormatName, formatsOf } from './formats.ts';
import { readDelimiter } from './read-delimiter.ts';
import { type Filter, readTable } from './read-table.ts';
import { TABLES } from './tables/tables.ts';
import { tooManyRows } from './too-many-rows.ts';

export interface ExportRequest {
  /** What is exported: the name of a table or network, or `iati`. */
  readonly what: string;
  /** Absent: the usual one. */
  readonly format?: string | undefined;
  readonly filter: Filter;
  /** For CSV: whether to begin with the mark by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** For CSV: what stands between two cells: a comma, a semicolon, `tab`; absent: a comma. */
  readonly delimiter?: string | undefined;
  /** For IATI: whose activities; absent: KazAID's. */
  readonly agency?: string | undefined;
  /** For IATI: the org-id of who publishes. */
  readonly publisherRef?: string | undefined;
  /** No more rows, nodes, edges or activities than this; absent: all there are. */
  readonly mostRows?: number;
  readonly now?: Date;
}

export interface OpenedExport {
  readonly fileName: string;
  readonly contentType: string;
  /** The file, piece by piece; what goes wrong from here on ends it with an error. */
  readonly chunks: AsyncGenerator<string>;
  /** Rows, nodes and edges, or activities, so far. */
  readonly count: () => number;
  /** For IATI, once all has been read. */
  readonly report?: () => IatiReport;
}

const DEFAULT_AGENCY = 'organisation:kazaid';

/** Begins an export. What is wrong with the request, or with the first page, is told before there is anything to write. */
export async function openExport(request: ExportRequest, context: ExportContext): Promise<OpenedExport> {
  const { what } = request;
  const counter = new Counter(request.mostRows);
  const table = TABLES.find(({ name }) => name === what);
  if (table) {
    const format = requireFormat(request, 'table');
    const delimiter = readDelimiter(request.delimiter);
    const { columns, pages } = readTable(table, request.filter, context);
    const rows = counter.counted(await begun(pages));
    const options = { bom: request.bom ?? false, delimiter };
    const chunks = format === 'csv' ? csvLines(columns, rows, options) : jsonLines(columns, rows);
    return opened(what, format, chunks, counter);
  }
  if (isNetwork(what)) {
    const format = requireFormat(request, 'network');
    const network = await exportNetwork(what, request.filter, context);
    const counted = { ...network, nodes: counter.counted(network.nodes), edges: counter.counted(network.edges) };
    return opened(what, format, format === 'gexf' ? gexf(counted) : graphml(counted), counter);
  }
  if (what === 'iati') {
    const format = requireFormat(request, 'iati');
    const { agency = DEFAULT_AGENCY, publisherRef = null, filter, now = new Date() } = request;
    const { chunks, report } = await exportIati({ agency, publisherRef, filter, now, most: counter.most }, context);
    return { ...opened(what, format, chunks, counter), count: () => report().published, report };
  }
  throw new DomainError('NotFound', `export: got "${what.slice(0, 100)}", expected one of ${exportNames().join(', ')}`);
}

/** The names of all that can be exported. */
export function exportNames(): string[] {
  return [...TABLES.map(({ name }) => name), ...Object.keys(NETWORKS), 'iati'];
}

function opened(what: string, format: FormatName, chunks: AsyncGenerator<string>, counter: Counter): OpenedExport {
  const { contentType } = FORMATS[format];
  return { fileName: `kazaid-${what}.${format}`, contentType, chunks, count: () => counter.count };
}

function requireFormat({ what, format, delimiter }: ExportRequest, of: Format['of']): FormatName {
  const fitting = formatsOf(of);
  const wanted = format === undefined ? fitting[0] : fitting.find((name) => name === format);
  if (delimiter !== undefined && wanted !== undefined && wanted !== 'csv')
    throw new DomainError('InvalidInput', `delimiter: given for ${wanted}, expected none; only csv has one`);
  if (wanted !== undefined) return wanted;
  throw new DomainError(
    'InvalidInput',
    `format: got "${format?.slice(0, 20)}" for ${what}, expected ${fitting.join(' or ')}`,
  );
}

function isNetwork(what: string): what is NetworkName {
  return Object.hasOwn(NETWORKS, what);
}

/** The same pages, the first of which has been read: what it tells of a mistake is told now. */
async function begun(pages: AsyncGenerator<readonly Row[]>): Promise<AsyncGenerator<readonly Row[]>> {
  const first = await pages.next();
  return (async function* () {
    if (first.done) return;
    try {
      yield first.value;
      yield* pages;
    } finally {
      await pages.return(undefined);
    }
  })();
}

class Counter {
  count = 0;

  constructor(readonly most: number = Number.POSITIVE_INFINITY) {}

  async *counted<Item>(pages: AsyncIterable<readonly Item[]>): AsyncGenerator<readonly Item[]> {
    for await (const page of pages) {
      this.count += page.length;
      if (this.count > this.most) throw tooManyRows(this.most);
      yield page;
    }
  }
}
