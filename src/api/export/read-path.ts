/** The value that a path leads to; where lists are on the way, all values in one list. Absent is null, and left out of lists. */
export function readPath(value: unknown, path: readonly string[]): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    return value.flatMap((item) => readPath(item, path)).filter((item) => item !== null);
  }
  const [name, ...rest] = path;
  return name === undefined ? value : readPath((value as Record<string, unknown>)[name], rest);
}
