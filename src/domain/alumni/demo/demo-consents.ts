import type { Consent, ConsentTerms } from '../consent.ts';
import type { DemoAlumnus } from './demo-alumnus.ts';
import type { RepeatableRandom } from './repeatable-random.ts';

/** What is agreed to, the most usual first, and how often. */
const USUAL: readonly (ConsentTerms & { readonly share: number })[] = [
  { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS', share: 0.9 },
  { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'PROGRAMME_NEWS', share: 0.7 },
  { field: 'EMAIL', audience: 'ALUMNI_OFFICE', purpose: 'RESEARCH', share: 0.3 },
  { field: 'EMAIL', audience: 'FELLOW_ALUMNI', purpose: 'COOPERATION', share: 0.4 },
  { field: 'EMAIL', audience: 'PARTNERS', purpose: 'COOPERATION', share: 0.25 },
  { field: 'PHONE', audience: 'ALUMNI_OFFICE', purpose: 'EVENT_INVITATIONS', share: 0.4 },
  { field: 'MESSENGER', audience: 'FELLOW_ALUMNI', purpose: 'EVENT_INVITATIONS', share: 0.5 },
  { field: 'SOCIAL', audience: 'FELLOW_ALUMNI', purpose: 'PROGRAMME_NEWS', share: 0.5 },
];

const NOTHING_AGREED = 0.2;

/** From January: before any of them is over or withdrawn. */
const MONTHS_OF_GIVING = 9;

/** How a consent goes on, and how often. */
const LATER: readonly { readonly weight: number; readonly ends: (random: RepeatableRandom) => Partial<Consent> }[] = [
  { weight: 45, ends: () => ({}) },
  { weight: 30, ends: (random) => ({ until: `${2027 + random.below(4)}-${monthOf(random)}-28` }) },
  { weight: 12, ends: (random) => ({ until: random.pick(['2025-10-31', '2025-11-30', '2025-12-31']) }) },
  { weight: 13, ends: (random) => ({ withdrawnOn: random.pick(['2025-10-06', '2025-11-17', '2025-12-01']) }) },
];

/** Consents of all kinds: none, in force with and without an end, over, withdrawn. Only to contacts that there are. */
export function demoConsents(
  id: string,
  { year, contacts }: { readonly year: number; readonly contacts: DemoAlumnus['contacts'] },
  random: RepeatableRandom,
): Consent[] {
  if (random.isChance(NOTHING_AGREED)) return [];
  return USUAL.filter(({ field }) => contacts.some((contact) => contact.field === field))
    .filter(({ share }) => random.isChance(share))
    .map(({ field, audience, purpose }) => {
      const given = { until: null, withdrawnOn: null, ...random.pickWeighted(LATER).ends(random) };
      const key = id.replace('alumnus:', '');
      return {
        id: `consent:${key}/${field}/${audience}/${purpose}`,
        field,
        audience,
        purpose,
        givenOn: `${year}-${monthOf(random, MONTHS_OF_GIVING)}-10`,
        ...given,
      };
    });
}

function monthOf(random: RepeatableRandom, most = 12): string {
  return String(1 + random.below(most)).padStart(2, '0');
}
