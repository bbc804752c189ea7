import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { DomainError } from '../../errors.ts';
import type { InputFile } from '../input-file.ts';
import { PACKING_LIMITS, requireHonestSize } from './packing-limits.ts';
import { readZipEntry } from './read-zip-entry.ts';

/** Folders, hidden files, and what macOS adds to the archives it makes. */
const JUNK = /\/$|(^|\/)(\.|__MACOSX\/)/;

/**
 * The files in a zip archive, in the order of their names. Only its index is read. An archive that is damaged,
 * encrypted or unpacks to more than honest data would is refused as a whole.
 */
export async function filesInZip(path: string): Promise<InputFile[]> {
  const archive = await open(path);
  try {
    const entries = await readIndex(archive, path);
    if (entries.length === 0) throw new DomainError('InvalidInput', `${path}: there is no file in this archive`);
    const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    requireHonestSize(path, archive.fileSize, unpacked);
    return entries.map((entry) => toInputFile(path, entry)).sort((one, other) => (one.name < other.name ? -1 : 1));
  } finally {
    archive.close();
  }
}

async function open(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw damaged(path, error);
  }
}

async function readIndex(archive: ZipFile, path: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let size = 0;
  let count = 0;
  const iterator = archive.eachEntry()[Symbol.asyncIterator]();
  for (let next = await nextEntry(iterator, path); next !== null; next = await nextEntry(iterator, path)) {
    size += next.fileNameLength + next.extraFieldLength + next.fileCommentLength;
    count += 1;
    if (count > PACKING_LIMITS.entries || size > PACKING_LIMITS.index) refuseMany(path);
    if (JUNK.test(next.fileName)) continue;
    entries.push(next);
    requireReadable(path, next);
  }
  return entries;
}

async function nextEntry(iterator: AsyncIterator<Entry>, path: string): Promise<Entry | null> {
  try {
    const { done, value } = await iterator.next();
    return done === true ? null : value;
  } catch (error) {
    throw damaged(path, error);
  }
}

function requireReadable(path: string, entry: Entry): void {
  if (entry.canDecodeFileData()) return;
  const found = entry.isEncrypted() ? 'encrypted' : `packed by method ${entry.compressionMethod}`;
  throw new DomainError(
    'InvalidInput',
    `${printable(`${path}/${entry.fileName}`)} is ${found}; expected stored or deflated entries: unpack the archive with another tool`,
  );
}

function refuseMany(path: string): never {
  throw new DomainError(
    'LimitExceeded',
    `${path}: more than ${PACKING_LIMITS.entries} entries, or an index of more than ${PACKING_LIMITS.index} bytes; split the archive`,
  );
}

function damaged(path: string, error: unknown): DomainError {
  const message = `${path}: the zip archive is damaged or cut off: ${(error as Error).message}`;
  return new DomainError('InvalidInput', message, { cause: error });
}

function toInputFile(path: string, entry: Entry): InputFile {
  return {
    name: printable(`${path}/${entry.fileName}`),
    bytes: entry.compressedSize,
    read: (onBytes = () => {}) => readZipEntry(path, entry, onBytes),
  };
}

/** Names in an archive are a stranger's: nothing in them may drive the terminal. */
function printable(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '?');
}
