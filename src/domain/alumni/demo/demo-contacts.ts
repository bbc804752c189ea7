import { foldText } from '../../fold-text.ts';
import type { ContactField } from '../consent.ts';
import type { DemoAlumnus } from './demo-alumnus.ts';
import type { DemoPerson } from './demo-person.ts';
import type { RepeatableRandom } from './repeatable-random.ts';

const SHARES: Readonly<Record<ContactField, number>> = { EMAIL: 0.9, PHONE: 0.7, MESSENGER: 0.4, SOCIAL: 0.2 };

const DIALLING_CODES: Readonly<Record<string, string>> = {
  'country:KG': '996',
  'country:TJ': '992',
  'country:UZ': '998',
  'country:TM': '993',
  'country:AZ': '994',
  'country:AM': '374',
  'country:GE': '995',
};

/** Contacts that reach nobody: names of hosts that are kept for examples, and numbers of an area that no country has. */
export function demoContacts(
  { latin, profile }: DemoPerson,
  { number, again }: { readonly number: number; readonly again: DemoAlumnus['contacts'] },
  random: RepeatableRandom,
): DemoAlumnus['contacts'] {
  const made: Readonly<Record<ContactField, string>> = {
    EMAIL: `${foldText(latin.replaceAll('ʻ', '')).replaceAll(' ', '.')}.${number}@example.org`,
    PHONE: `+${DIALLING_CODES[profile.homeCountry]} 000 ${String(number).padStart(6, '0')}`,
    MESSENGER: `demo-${number}@chat.example`,
    SOCIAL: `https://social.example/demo-${number}`,
  };
  const fields = Object.keys(SHARES) as ContactField[];
  return fields.flatMap((field) => {
    const isThere = random.isChance(SHARES[field]);
    const same = again.find((contact) => contact.field === field);
    if (same) return [same];
    return isThere ? [{ field, value: made[field] }] : [];
  });
}
