/** A file that an importer reads: on disk, gzipped or not, or an entry of an archive. */
export interface InputFile {
  /** How reports name it: the path; for what lies in an archive `archive.zip/entry.csv`. */
  readonly name: string;
  /** How many bytes it takes where it lies, packed or not: progress is counted in them. */
  readonly bytes: number;
  /**
   * The content, unpacked, from its beginning; tells how many of `bytes` were taken. Can be read more than once. Throws
   * `ReadingStopped` where the packing turns out damaged half-way.
   */
  read(onBytes?: (bytes: number) => void): AsyncIterable<Buffer>;
}
