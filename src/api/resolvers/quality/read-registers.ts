import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const LIST = new URL('../../../../seed/codelists/registration-agencies.csv', import.meta.url);

let registers: readonly string[] | undefined;

/** The codes of the registers from which an org-id may come, such as XM-DAC and KZ-BIN. Read once. */
export function readRegisters(): readonly string[] {
  if (registers === undefined) {
    const rows: { code: string }[] = parse(readFileSync(LIST, 'utf8'), {
      columns: true,
      comment: '#',
      comment_no_infix: true,
    });
    registers = rows.map(({ code }) => code.toUpperCase());
  }
  return registers;
}
