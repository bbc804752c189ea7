/** A day as it came by the scalar Date, YYYY-MM-DD; null where none was given. */
export function toDay(date: { toString(): string } | null | undefined): string | null {
  return date?.toString() ?? null;
}
