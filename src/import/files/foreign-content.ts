import { isOffice } from './is-office.ts';

/** As much of a file is looked at. */
export const START_BYTES = 4_096;

/** What is to be read out of a file. */
export type WantedContent = 'iati' | 'table';

const WANTED: Readonly<Record<WantedContent, string>> = {
  iati: 'expected IATI (XML), or a table (CSV) with --mapping',
  table: 'expected a table (CSV)',
};

const OFFICE =
  'an Office file (such as xlsx, docx or ods): save the sheet as CSV in UTF-8 and import that with --mapping';
const IMAGE = 'an image, of which nothing can be read';
const ARCHIVE =
  'an archive within an archive, or one of a kind that is not read (expected .zip or .gz): unpack it first';

/** How a file begins, and what it is then. */
const BY_BYTES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF, of which nothing can be read'],
  ['\xd0\xcf\x11\xe0', OFFICE],
  ['PK\x03\x04', ARCHIVE],
  ['\x1f\x8b', ARCHIVE],
  ['Rar!', ARCHIVE],
  ['7z\xbc\xaf', ARCHIVE],
  ['\x89PNG', IMAGE],
  ['\xff\xd8\xff', IMAGE],
  ['GIF8', IMAGE],
];

const BY_TEXT: Readonly<Record<WantedContent, readonly (readonly [RegExp, string])[]>> = {
  iati: [
    [/^<(!doctype\s+html|html)\b/i, 'a web page (HTML)'],
    [/^[[{]/, 'JSON, which is not read'],
  ],
  table: [
    [/^<(!doctype\s+html|html)\b/i, 'a web page (HTML)'],
    [/^<(\?xml|!--|iati-)/, 'XML: leave out --mapping where it is IATI'],
    [/^(\{\s*"|\[\s*[[{])/, 'JSON, which is not read'],
  ],
};

/** What the file is, by its first bytes, where that is not what is wanted: as a message. Null where it may be it. */
export function foreignContent(content: Buffer, wanted: WantedContent): string | null {
  const start = content.subarray(0, START_BYTES);
  const text = beginningOf(start);
  const kind = kindByBytes(start.toString('latin1')) ?? BY_TEXT[wanted].find(([pattern]) => pattern.test(text))?.[1];
  if (kind !== undefined) return describe(kind, wanted);
  if (wanted === 'table' || text === '' || text.startsWith('<')) return null;
  return isTable(text)
    ? 'this looks like a table: say what its columns mean by --mapping, with the name of a ready mapping or the path of your own (docs/mappings.md)'
    : describe('no XML', wanted);
}

function describe(kind: string, wanted: WantedContent): string {
  return `this is ${kind}; ${WANTED[wanted]}`;
}

function kindByBytes(start: string): string | undefined {
  return isOffice(start) ? OFFICE : BY_BYTES.find(([beginning]) => start.startsWith(beginning))?.[1];
}

/** Only signs of ASCII are looked for: any encoding that has them will do. */
function beginningOf(start: Buffer): string {
  const isUtf16 = ['fffe', 'feff'].includes(start.toString('hex', 0, 2));
  const text = isUtf16 ? start.toString('latin1').replaceAll('\0', '').slice(2) : start.toString('latin1');
  return text.replace(/^ï»¿/, '').trimStart();
}

function isTable(text: string): boolean {
  const [header = ''] = text.split(/[\r\n]/, 1);
  return /[,;\t|]/.test(header) && !text.includes('\0');
}
