import type { Employment } from '../alumnus.ts';
import type { DemoEdition } from './demo-editions.ts';
import { DEMO_EMPLOYERS, type DemoEmployer } from './demo-employers.ts';
import type { RepeatableRandom } from './repeatable-random.ts';

const FIRST_YEAR = 2012;
const LAST_YEAR = 2023;
const PRESENT = 0.85;
const FORMER = 0.4;

/** Where somebody of this edition works and worked: now as a rule, and somewhere else before more than one time in three. */
export function demoEmployments(
  { employers, year }: DemoEdition,
  country: string,
  random: RepeatableRandom,
): Employment[] {
  const kind = random.pick(employers);
  const possible = DEMO_EMPLOYERS[kind].filter((employer) => employer.country === null || employer.country === country);
  const since = FIRST_YEAR + random.below((year ?? LAST_YEAR) - FIRST_YEAR);
  const now = random.pickWeighted(possible);
  const isPresent = random.isChance(PRESENT);
  const present = employment(now, { since, until: isPresent ? null : (year ?? LAST_YEAR) }, random);
  const others = possible.filter((employer) => employer !== now);
  if (others.length === 0 || !random.isChance(FORMER)) return [present];
  const former = random.pickWeighted(others);
  return [present, employment(former, { since: since - 1 - random.below(5), until: since }, random)];
}

function employment(
  { organisation, name, kind, positions }: DemoEmployer,
  { since, until }: { readonly since: number; readonly until: number | null },
  random: RepeatableRandom,
): Employment {
  return {
    organisation,
    name,
    kind,
    position: random.pick(positions),
    since: String(since),
    until: until === null ? null : String(until),
    isPresent: until === null,
  };
}
