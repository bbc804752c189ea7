import type { AlumniDimension } from './alumni-dimension.ts';
import type { CountBlur } from './count-blur.ts';
import { publishCount } from './publish-count.ts';

/** How many persons there are of these values, one for each dimension. */
export interface AlumniCell {
  readonly values: readonly string[];
  readonly persons: number;
}

/** What is counted before anything of it is hidden. */
export interface AlumniCount {
  /** The dimensions, in the order of the values of a cell. */
  readonly dimensions: readonly AlumniDimension[];
  /** Those without persons may be missing. */
  readonly cells: readonly AlumniCell[];
  /** All persons, each once, whether or not any cell has them. */
  readonly persons: number;
  readonly hasSynthetic: boolean;
}

export interface AlumniTable {
  readonly groupedBy: readonly AlumniDimension[];
  /** The largest first, then by their values. */
  readonly rows: readonly { readonly values: readonly string[]; readonly persons: number }[];
  /** Null where there are too few to be shown. */
  readonly total: number | null;
  readonly hasSynthetic: boolean;
}

/** The part of a count that everybody may see. A row depends on its own persons alone, and so does the total. */
export function publishTable({ dimensions, cells, persons, hasSynthetic }: AlumniCount, blur: CountBlur): AlumniTable {
  const rows = cells.flatMap(({ values, persons: count }) => {
    const published = publishCount(count, blur(nameOf(dimensions, values)));
    return published === null ? [] : { values, persons: published };
  });
  return {
    groupedBy: dimensions,
    rows: rows.toSorted((a, b) => b.persons - a.persons || compare(a.values, b.values)),
    total: publishCount(persons, blur('')),
    hasSynthetic,
  };
}

/** Whatever order the dimensions are asked in: a cell has one blur. */
function nameOf(dimensions: readonly AlumniDimension[], values: readonly string[]): string {
  return JSON.stringify(dimensions.map((dimension, index) => `${dimension}=${values[index]}`).toSorted());
}

function compare(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one.join(' '), other.join(' ')];
  return a < b ? -1 : Number(a > b);
}
