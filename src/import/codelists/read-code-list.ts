import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { type CodeList, createCodeList } from '../../domain/codes/code-list.ts';
import { readSeedCodes } from './read-seed-codes.ts';

/** The lists in seed/codelists, one file each. */
const TABLES = [
  'aid-types',
  'collaboration-types',
  'crs-channels',
  'dac-agencies',
  'dac-donors',
  'dac-recipients',
  'finance-types',
  'flow-types',
  'registration-agencies',
] as const;

/** Lists whose codes are records of the graph: their rows are the seed's. */
const SEED_LISTS = ['countries', 'dac-sectors', 'organisations'] as const;

export const CODE_LISTS = [...TABLES, ...SEED_LISTS] as const;
export type CodeListName = (typeof CODE_LISTS)[number];

const FOLDER = new URL('../../../seed/codelists/', import.meta.url);
const read = new Map<CodeListName, CodeList>();

/**
 * The code list of this name. Read when it is first asked for, and kept: they are small. seed/README.md says where each
 * comes from, and `Code.more` has their further columns.
 */
export function readCodeList(name: CodeListName): CodeList {
  const known = read.get(name);
  if (known !== undefined) return known;
  const list = createCodeList(name, isSeedList(name) ? readSeedCodes(name) : readTable(name));
  read.set(name, list);
  return list;
}

function isSeedList(name: CodeListName): name is (typeof SEED_LISTS)[number] {
  return (SEED_LISTS as readonly string[]).includes(name);
}

function readTable(name: string) {
  const rows: Record<string, string>[] = parseCsv(readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8'), {
    columns: true,
    comment: '#',
    comment_no_infix: true,
  });
  return rows.map(({ code = '', name: title = '', status, ...more }) => ({
    code,
    name: title,
    isWithdrawn: status === 'withdrawn',
    more,
  }));
}
