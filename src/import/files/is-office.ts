/** Parts that only Office files begin with. */
const FIRST_PARTS = ['[Content_Types].xml', 'mimetype', '_rels/', 'docProps/', 'xl/', 'word/', 'ppt/'];

/** Where the name of the first entry of a zip archive begins. */
const NAME_AT = 30;

/** Whether what begins so (bytes as Latin-1) is an Office file: by its form a zip archive, but of parts of one thing. */
export function isOffice(start: string): boolean {
  return start.startsWith('PK\x03\x04') && FIRST_PARTS.some((part) => start.startsWith(part, NAME_AT));
}
