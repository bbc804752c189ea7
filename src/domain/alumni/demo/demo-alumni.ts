import { stableKey } from '../../identity.ts';
import type { DemoAlumnus } from './demo-alumnus.ts';
import { demoConsents } from './demo-consents.ts';
import { demoContacts } from './demo-contacts.ts';
import { DEMO_EDITIONS, type DemoEdition } from './demo-editions.ts';
import { type DemoPerson, demoName, demoPerson, sameByAnotherName } from './demo-person.ts';
import { type RepeatableRandom, repeatableRandom } from './repeatable-random.ts';

/** So many of those made up last may turn up once more, from another programme or in another script. */
const REMEMBERED = 20;
const TWICE = 0.03;

interface Remembered {
  readonly person: DemoPerson;
  readonly edition: DemoEdition;
  readonly contacts: DemoAlumnus['contacts'];
}

/**
 * People made up, the same ones every time: of two counts, the smaller one's are the first of the larger one's. Who took
 * part in what contradicts no document (docs/alumni-demo.md); some are there twice, for the office to find.
 */
export function* demoAlumni(count: number): Generator<DemoAlumnus> {
  const taken = new Map<DemoEdition, number>();
  const recent: Remembered[] = [];
  for (let number = 1; number <= count; number++) {
    const random = repeatableRandom(`demo alumnus ${number}`);
    const open = DEMO_EDITIONS.filter(
      (edition) => (taken.get(edition) ?? 0) < (edition.most ?? Number.POSITIVE_INFINITY),
    );
    const known = recent.length === REMEMBERED && random.isChance(TWICE) ? random.pick(recent) : null;
    const edition = (known && elsewhere(known, open, random)) ?? random.pickWeighted(open);
    const isKnown = known !== null && edition !== known.edition && comesFrom(edition, known.person);
    const person = isKnown
      ? sameByAnotherName(known.person, edition, random)
      : demoPerson(demoName(edition, random), edition, random);
    const again = isKnown ? known.contacts.filter(() => random.isChance(0.6)) : [];
    const contacts = demoContacts(person, { number, again }, random);
    for (const attended of DEMO_EDITIONS)
      if (person.profile.attendances.some((attendance) => attendance.edition === attended.edition))
        taken.set(attended, (taken.get(attended) ?? 0) + 1);
    if (!isKnown) {
      recent.push({ person, edition, contacts });
      if (recent.length > REMEMBERED) recent.shift();
    }
    const id = `alumnus:${stableKey('demo alumnus', String(number))}`;
    yield {
      id,
      isSynthetic: true,
      profile: person.profile,
      contacts,
      consents: demoConsents(id, { year: edition.year ?? 2024, contacts }, random),
    };
  }
}

function elsewhere(known: Remembered, open: readonly DemoEdition[], random: RepeatableRandom): DemoEdition | null {
  const others = open.filter((edition) => edition !== known.edition && comesFrom(edition, known.person));
  return others.length === 0 ? null : random.pickWeighted(others);
}

function comesFrom({ countries }: DemoEdition, { profile }: DemoPerson): boolean {
  return countries.some(({ country }) => country === profile.homeCountry);
}
