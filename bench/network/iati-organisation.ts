import { HeavyTail } from './heavy-tail.ts';
import type { Random } from './random.ts';
import { element, narratives } from './xml.ts';

export interface IatiOrganisation {
  /** Absent for one that is only named. */
  readonly ref: string | undefined;
  readonly name: string;
  readonly type: string;
}

const COUNTS = { donor: 500, doer: 20_000 } as const;
const TAILS = { donor: new HeavyTail(COUNTS.donor, 10), doer: new HeavyTail(COUNTS.doer, 10) } as const;
const TYPES = ['10', '21', '22', '40', '70', '80'];

/** One of the organisations that give money, or of the many more that work with it; one doer in five has no reference. */
export function organisation(prefix: string, group: keyof typeof COUNTS, random: Random): IatiOrganisation {
  const place = TAILS[group].choose(random);
  const name = `${group === 'donor' ? 'Agency' : 'Society & Partners'} ${prefix} ${place + 1}`;
  const isOnlyNamed = group === 'doer' && place % 5 === 4;
  const ref = isOnlyNamed ? undefined : `${prefix}-${group.toUpperCase()}-${place + 1}`;
  return { ref, name, type: TYPES[place % TYPES.length] ?? '90' };
}

export function organisationElement(
  tag: string,
  { ref, name, type }: IatiOrganisation,
  more: Readonly<Record<string, string>> = {},
): string {
  return element(tag, { ...(ref === undefined ? {} : { ref }), type, ...more }, narratives({ en: name }));
}
