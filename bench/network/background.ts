import type { Term } from '../../src/domain/vocabulary.ts';
import { OTHER_COUNTRIES, SECTORS } from './code-lists.ts';
import { HeavyTail } from './heavy-tail.ts';
import { makeProject, makeTransactions } from './make-project.ts';
import { inSector, participation } from './make-rows.ts';
import type { ActivityRows, NetworkSize, OrganisationRow, ParticipationRow } from './network.ts';
import { BRIDGES, HUB_ID } from './planted.ts';
import { Random } from './random.ts';

/** The part of the network that grows: heavy tails, one hub of the size asked for, others of a few per cent. */

const PARTICIPATIONS_PER_ORGANISATION = 30;
const PUBLISHERS = 40;
const KINDS: readonly (readonly [Term<'OrganisationKind'>, string])[] = [
  ['GOVERNMENT', 'Ministry'],
  ['NGO', 'Association'],
  ['ACADEMIC', 'University'],
  ['NATIONAL_AGENCY', 'Agency'],
  ['FOUNDATION', 'Foundation'],
  ['PRIVATE', 'Company'],
  ['MULTILATERAL', 'Development Bank'],
  ['UN_BODY', 'Programme'],
];

export function countOrganisations({ participations }: NetworkSize): number {
  return Math.max(30, Math.floor(participations / PARTICIPATIONS_PER_ORGANISATION));
}

/** The id of the organisation at this place of the tail; that at 0 is the largest but for the hub. */
export function organisationId(place: number): string {
  return `organisation:bench-${String(place + 1).padStart(6, '0')}`;
}

export function* backgroundOrganisations(size: NetworkSize): Iterable<OrganisationRow> {
  const random = new Random(1);
  yield { id: HUB_ID, name: 'United Fund', kind: 'MULTILATERAL', countryId: null };
  for (let place = 0; place < countOrganisations(size); place += 1) {
    const [kind, word] = random.of(KINDS);
    const country = random.of(OTHER_COUNTRIES);
    const isNational = kind !== 'MULTILATERAL' && kind !== 'UN_BODY';
    const name = isNational ? `${word} ${place + 1} of ${country.name}` : `International ${word} ${place + 1}`;
    yield { id: organisationId(place), name, kind, countryId: isNational ? country.id : null };
  }
}

/** Exactly as many participations as the size says; the last project is cut short where need be. */
export function* backgroundActivities(size: NetworkSize): Iterable<ActivityRows> {
  const maker = new Maker(size);
  let written = 0;
  for (let number = 1; written < size.participations; number += 1) {
    const activity = maker.make(number, written);
    written += activity.participations.length;
    yield activity;
  }
}

class Maker {
  readonly #random = new Random(2);
  readonly #organisations: HeavyTail;
  readonly #countries = new HeavyTail(OTHER_COUNTRIES.length, 5);
  readonly #count: number;
  /** How many projects the hub has so far. */
  #hubs = 0;

  constructor(readonly size: NetworkSize) {
    this.#count = countOrganisations(size);
    this.#organisations = new HeavyTail(this.#count, 10);
  }

  make(number: number, written: number): ActivityRows {
    const random = this.#random;
    const id = `activity:XM-P${String(1 + random.below(PUBLISHERS)).padStart(2, '0')}-${String(number).padStart(7, '0')}`;
    const funder = this.#isHubDue(written) ? HUB_ID : organisationId(this.#organisations.choose(random));
    const [countries, sectors] = [this.#chooseCountries(), this.#chooseSectors()];
    const parts = [
      participation(funder, 'FUNDING', id),
      ...countries.map((country) => participation(country.id, 'BENEFICIARY', id)),
      ...this.#others(id, funder),
    ].slice(0, this.size.participations - written);
    const project = makeProject(id, `${sectors[0]?.name} in ${countries[0]?.name}, phase ${1 + (number % 7)}`, random);
    const receiverId = parts.find(({ role }) => role === 'IMPLEMENTING')?.actorId ?? null;
    const transactions = makeTransactions(project, this.#howMany(), { providerId: funder, receiverId }, random);
    return {
      project,
      participations: parts,
      inSector: sectors.map((sector) => inSector(id, sector.id)),
      transactions,
    };
  }

  /** Spread evenly over the network. */
  #isHubDue(written: number): boolean {
    const wanted = this.size.largestHub - BRIDGES;
    if (this.#hubs >= Math.ceil((wanted * (written + 1)) / this.size.participations)) return false;
    this.#hubs += 1;
    return true;
  }

  #chooseCountries() {
    const first = this.#countries.choose(this.#random);
    const second = this.#random.next() < 0.35 ? this.#countries.choose(this.#random) : first;
    return [...new Set([first, second])].flatMap((place) => OTHER_COUNTRIES[place] ?? []);
  }

  #chooseSectors() {
    const sectors = [this.#random.of(SECTORS), ...(this.#random.next() < 0.2 ? [this.#random.of(SECTORS)] : [])];
    return [...new Set(sectors)];
  }

  /** Who carries it out is rarely who gives most; sometimes the funder manages it as well. */
  #others(id: string, funder: string): ParticipationRow[] {
    const random = this.#random;
    const others: ParticipationRow[] = [];
    const add = (actor: string, role: Term<'Role'>) => {
      if (!others.some(({ actorId }) => actorId === actor)) others.push(participation(actor, role, id));
    };
    if (random.next() < 0.1 && funder !== HUB_ID) add(funder, 'EXTENDING');
    if (random.next() < 0.4) add(this.#doer(funder), 'IMPLEMENTING');
    if (random.next() < 0.15) add(this.#doer(funder), 'PARTNER');
    return others;
  }

  #doer(funder: string): string {
    const place = (this.#organisations.choose(this.#random) + Math.floor(this.#count / 3)) % this.#count;
    return organisationId(organisationId(place) === funder ? (place + 1) % this.#count : place);
  }

  #howMany(): number {
    const chance = this.#random.next();
    return chance < 0.55 ? 0 : chance < 0.85 ? 1 : 2;
  }
}
