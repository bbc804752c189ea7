import type { Found } from './find-mentions.ts';

export interface Counts {
  readonly all: number;
  readonly right: number;
  readonly wrong: number;
  readonly ask: number;
  readonly lost: number;
}

export function count(found: readonly Found[]): Counts {
  const of = (result: Found['result']) => found.filter((each) => each.result === result).length;
  return { all: found.length, right: of('RIGHT'), wrong: of('WRONG'), ask: of('ASK'), lost: of('LOST') };
}

/** Of what is decided as the same, what is right; of all, what is found. */
export function describeCounts(name: string, { all, right, wrong, ask, lost }: Counts): string[] {
  return [
    `${name}: ${all} names`,
    `  decided as the same: ${right} right, ${wrong} wrong   precision ${ratio(right, right + wrong)}   recall ${ratio(right, all)}`,
    `  left to a person with the right one shown: ${ask} (${ratio(ask, all)})   not found: ${lost}`,
    `  counting those as found: precision ${ratio(right + ask, right + ask + wrong)}   recall ${ratio(right + ask, all)}`,
  ];
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? 'none' : (part / whole).toFixed(3);
}
