/** How many alumni of a country and field there are, and how many of them can be contacted. */
export interface AlumniGap {
  readonly country: string;
  readonly field: string;
  readonly alumni: number;
  readonly reachable: number;
}

/** Each country with each field, counted or not: those first where the fewest can be contacted, then where there are the fewest. */
export function orderGaps(
  countries: readonly string[],
  fields: readonly string[],
  counted: readonly AlumniGap[],
): AlumniGap[] {
  const known = new Map(counted.map((gap) => [`${gap.country} ${gap.field}`, gap]));
  return countries
    .flatMap((country) =>
      fields.map((field) => known.get(`${country} ${field}`) ?? { country, field, alumni: 0, reachable: 0 }),
    )
    .sort(compareGaps);
}

export function compareGaps(one: AlumniGap, other: AlumniGap): number {
  return (
    one.reachable - other.reachable ||
    one.alumni - other.alumni ||
    compareText(one.country, other.country) ||
    compareText(one.field, other.field)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
