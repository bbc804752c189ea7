import { OTHER_COUNTRIES, SECTORS } from './code-lists.ts';
import { HeavyTail } from './heavy-tail.ts';
import { type IatiOrganisation, organisation, organisationElement } from './iati-organisation.ts';
import { iatiTransactions } from './iati-transactions.ts';
import { Random } from './random.ts';
import { element, empty, narratives } from './xml.ts';

/** Shares as in files that are published: a few donors, countries and sectors have most of the activities. */
const COUNTRIES = new HeavyTail(OTHER_COUNTRIES.length, 5);
const PURPOSES = new HeavyTail(SECTORS.length, 20);
const REGIONS = ['298', '380', '498', '619', '679', '789', '998'];
const REPEATS_OF_TEXT = 8;

/**
 * One activity of an IATI 2.03 file, about four kilobytes and much like those that are published; the same number always gives the
 * same text. The prefix begins every identifier in it, so that files with different prefixes have no activity and no
 * organisation in common. It names earlier activities and some that no file holds.
 */
export function iatiActivity(prefix: string, number: number): string {
  const random = new Random(number + 1);
  const publisher = organisation(prefix, 'donor', random);
  const identifier = activityIdentifier(prefix, number);
  const country = OTHER_COUNTRIES[COUNTRIES.choose(random)]?.name ?? '';
  const sector = SECTORS[PURPOSES.choose(random)]?.name ?? '';
  const year = 2005 + random.below(18);
  const taking = participants(prefix, publisher, random);
  const attributes = {
    'xml:lang': 'en',
    'default-currency': random.of(['USD', 'EUR', 'KRW', 'JPY']),
    hierarchy: '1',
    'last-updated-datetime': `${year + 2}-03-01T10:00:00Z`,
  };
  return element('iati-activity', attributes, [
    element('iati-identifier', {}, [identifier]),
    organisationElement('reporting-org', publisher),
    element(
      'title',
      {},
      narratives({ en: `${sector} in ${country}, stage ${number}`, ru: `Проект ${number}: ${country}` }),
    ),
    element('description', { type: '1' }, narratives({ en: description(sector, country, random) })),
    ...taking.map(({ party, role }) => organisationElement('participating-org', party, { role })),
    empty('activity-status', { code: random.of(['1', '2', '2', '4', '4']) }),
    ...dates(year, random),
    ...recipients(random),
    ...sectors(random),
    empty('collaboration-type', { code: '1' }),
    empty('default-flow-type', { code: '10' }),
    empty('default-finance-type', { code: '110' }),
    empty('default-aid-type', { code: 'C01', vocabulary: '1' }),
    element('budget', { type: '1', status: '1' }, [empty('period-start', { 'iso-date': `${year}-01-01` })]),
    ...iatiTransactions(year, taking[0]?.party ?? publisher, taking.at(-1)?.party ?? publisher, random),
    ...documents(identifier, random),
    ...related(prefix, number, random),
  ]);
}

/** The IATI identifier of an activity of a generated file. */
export function activityIdentifier(prefix: string, number: number): string {
  return `${prefix}-ORG-1-${String(number).padStart(8, '0')}`;
}

function participants(prefix: string, publisher: IatiOrganisation, random: Random) {
  const funders = [publisher, ...(random.next() < 0.5 ? [organisation(prefix, 'donor', random)] : [])];
  const doers = [
    organisation(prefix, 'doer', random),
    ...(random.next() < 0.2 ? [organisation(prefix, 'doer', random)] : []),
  ];
  return [
    ...funders.map((party) => ({ party, role: '1' })),
    ...(random.next() < 0.5 ? [{ party: publisher, role: '2' }] : []),
    ...(random.next() < 0.25 ? [{ party: organisation(prefix, 'doer', random), role: '3' }] : []),
    ...doers.map((party) => ({ party, role: '4' })),
  ];
}

function description(sector: string, country: string, random: Random): string {
  const sentence = `The activity supports ${sector.toLowerCase()} in ${country} together with local authorities and partners. `;
  return sentence.repeat(1 + random.below(REPEATS_OF_TEXT)).trim();
}

function dates(year: number, random: Random): string[] {
  const day = `${String(1 + random.below(12)).padStart(2, '0')}-15`;
  return [
    empty('activity-date', { type: '1', 'iso-date': `${year}-${day}` }),
    empty('activity-date', { type: '2', 'iso-date': `${year}-${day}` }),
    empty('activity-date', { type: '3', 'iso-date': `${year + 1 + random.below(5)}-${day}` }),
  ];
}

function recipients(random: Random): string[] {
  if (random.next() < 0.2)
    return [empty('recipient-region', { code: random.of(REGIONS), vocabulary: '1', percentage: '100' })];
  const places = [...new Set([COUNTRIES.choose(random), ...(random.next() < 0.2 ? [COUNTRIES.choose(random)] : [])])];
  const percentage = String(100 / places.length);
  return places.map((place) => {
    const { iso2 = '', name = '' } = OTHER_COUNTRIES[place] ?? {};
    return element('recipient-country', { code: iso2, percentage }, narratives({ en: name }));
  });
}

function sectors(random: Random): string[] {
  const places = [...new Set([PURPOSES.choose(random), ...(random.next() < 0.3 ? [PURPOSES.choose(random)] : [])])];
  const percentage = String(100 / places.length);
  const goals = random.next() < 0.6 ? [`${1 + random.below(17)}`] : [];
  return [
    ...places.map((place) => {
      const { code = '', name = '' } = SECTORS[place] ?? {};
      return element('sector', { vocabulary: '1', code, percentage }, narratives({ en: name }));
    }),
    ...goals.map((code) => empty('tag', { vocabulary: '2', code })),
  ];
}

/** What the model does not hold is a good part of every published file. */
function documents(identifier: string, random: Random): string[] {
  return Array.from({ length: random.below(5) }, (_, index) =>
    element('document-link', { format: 'application/pdf', url: `https://example.org/${identifier}/${index}.pdf` }, [
      element('title', {}, narratives({ en: `Document ${index + 1} of ${identifier}` })),
      empty('category', { code: 'A01' }),
      empty('language', { code: 'en' }),
    ]),
  );
}

function related(prefix: string, number: number, random: Random): string[] {
  return Array.from({ length: random.below(5) }, (_, index) => {
    const isThere = number > 0 && random.next() < 0.4;
    const ref = isThere
      ? activityIdentifier(prefix, random.below(number))
      : `${activityIdentifier(prefix, number)}-${index + 1}`;
    return empty('related-activity', { ref, type: isThere ? '3' : '2' });
  });
}
