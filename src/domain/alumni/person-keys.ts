/**
 * The keys that open what is held of persons, one for each, kept outside the graph. Whoever destroys a key makes all that
 * it sealed unreadable, wherever a copy of it lies.
 */
export interface PersonKeys {
  /** The keys of those who have one; who is absent was erased, or never was. Never older than the last destroy of any process. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** The keys of these persons, made for those who have none. They are kept safely before this resolves. */
  ensure(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Destroys the keys of these persons; none of them can be found again. */
  destroy(ids: readonly string[]): Promise<void>;
  /** The key of blind indexes, by which equal words can be found without being read. The same for ever. */
  indexKey(): Promise<Buffer>;
}
