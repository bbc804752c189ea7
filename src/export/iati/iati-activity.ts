import { Decimal } from 'decimal.js';
import { element, textElement } from '../xml/element.ts';
import { activityDates } from './activity-dates.ts';
import { HIERARCHY, RELATED, ROLES, STATUSES, TRIANGULAR } from './codes.ts';
import { iatiTransactions } from './iati-transactions.ts';
import type { Note, NoteKind } from './note.ts';
import { organisationAttributes } from './organisation-attributes.ts';
import type { LanguageText, OwnActivity, Share } from './own-activity.ts';
import type { Publisher } from './publisher.ts';

export interface PublishedContext {
  readonly publisher: Publisher;
  /** YYYY-MM-DD: what is past is actual, what is to come is planned. */
  readonly today: string;
  /** ISO 8601: when the graph was last changed, for activities that do not say when they were. */
  readonly changedAt: string;
  /** The identifier of an activity that is published as well; undefined where it is not. */
  readonly identifierOf: (id: string) => string | undefined;
}

export interface PublishedActivity {
  readonly xml: string;
  /** What a publisher would still miss, and what is lost. */
  readonly notes: readonly Note[];
}

/** One activity as IATI 2.03, its elements in the order of the schema. */
export function iatiActivity(activity: OwnActivity, identifier: string, context: PublishedContext): PublishedActivity {
  const notes: Note[] = [];
  const note = (kind: NoteKind, message: string) => notes.push({ id: activity.id, kind, message });
  const children = [
    textElement('iati-identifier', {}, identifier),
    reportingOrg(context.publisher),
    element('title', {}, ...activity.titles.map(narrative)),
    ...descriptions(activity, note),
    ...participants(activity, context.publisher, note),
    element('activity-status', { code: activity.status === null ? null : STATUSES[activity.status] }),
    ...dates(activity, context.today, note),
    ...recipients(activity, note),
    ...sectors(activity, note),
    ...activity.goals.map(goalTag),
    ...coded('collaboration-type', activity.isTriangular ? TRIANGULAR : activity.collaborationType),
    ...coded('default-flow-type', activity.defaultFlowType),
    ...coded('default-finance-type', activity.defaultFinanceType),
    ...coded('default-aid-type', activity.defaultAidType),
    ...iatiTransactions(activity, context.publisher, note),
    ...relatedActivities(activity, context, note),
  ];
  if (activity.figures > 0)
    note('figures-not-published', `${activity.figures} published numbers about it: IATI has no place for them`);
  const attributes = {
    'xml:lang': activity.language ?? 'en',
    'default-currency': activity.defaultCurrency,
    hierarchy: activity.hierarchy ?? HIERARCHY[activity.kind],
    'last-updated-datetime': isDateTime(activity.lastUpdated) ? activity.lastUpdated : context.changedAt,
  };
  return { xml: `${element('iati-activity', attributes, ...children)}\n`, notes };
}

type AddNote = (kind: NoteKind, message: string) => void;

function narrative({ value, language }: LanguageText): string {
  return textElement('narrative', { 'xml:lang': language === UNKNOWN ? null : language }, value);
}

/** BCP 47 for a language that nobody has stated. */
const UNKNOWN = 'und';

/** Publishers write many things there. */
function isDateTime(text: string | null): boolean {
  return text !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(text);
}

function reportingOrg({ ref, type, names }: Publisher): string {
  return element('reporting-org', { ref, type, 'secondary-reporter': '0' }, ...names.map(narrative));
}

/** A description is required: where no source has one, the theme stands for it, else the title again, and it is said. */
function descriptions({ description, topic, titles, participants: all }: OwnActivity, note: AddNote): string[] {
  if (description === null)
    note('no-description', `no description; the ${topic === null ? 'title' : 'theme'} is repeated`);
  const texts =
    description === null
      ? topic === null
        ? titles
        : [{ value: topic, language: 'en' }]
      : [{ value: description, language: 'en' }];
  const others = all.filter(({ role }) => ROLES[role] === undefined && !(role === 'BENEFICIARY'));
  const beneficiaries = all.filter(({ role, isCountry }) => role === 'BENEFICIARY' && !isCountry);
  const unknown = [...others, ...beneficiaries];
  if (unknown.length === 0) return [element('description', { type: '1' }, ...texts.map(narrative))];
  for (const { id, role } of unknown) note('role-unknown-to-iati', `${id} as ${role}: named in a description only`);
  const list = unknown.map(({ names, id, role }) => `${names[0]?.value ?? id} (${role.toLowerCase()})`).join('; ');
  const told = { value: `Also takes part, in a role that IATI has no code for: ${list}.`, language: 'en' };
  return [
    element('description', { type: '1' }, ...texts.map(narrative)),
    element('description', { type: '4' }, narrative(told)),
  ];
}

function participants({ participants: all }: OwnActivity, publisher: Publisher, note: AddNote): string[] {
  return all.flatMap((actor) => {
    const role = ROLES[actor.role];
    if (role === undefined) return [];
    if (actor.isCountry)
      note('country-as-organisation', `${actor.id} as ${actor.role}: published as a government without a reference`);
    const attributes = { ...organisationAttributes(actor, publisher), role };
    if (!actor.isCountry && !('ref' in attributes))
      note('participant-without-reference', `${actor.id}: no org-id is known for it`);
    return [element('participating-org', attributes, ...actor.names.map(narrative))];
  });
}

function dates(activity: OwnActivity, today: string, note: AddNote): string[] {
  return activityDates(activity, today).map(({ type, day, published }) => {
    if (published === null) return element('activity-date', { type, 'iso-date': day });
    note('date-less-exact-than-a-day', `${published} is published as ${day}, with ${published} beside it`);
    return element('activity-date', { type, 'iso-date': day }, textElement('narrative', {}, published));
  });
}

/** A region is named only where it is no mere region of the countries named. Shares are those of the sources, never made up. */
function recipients({ recipients: countries, regions }: OwnActivity, note: AddNote): string[] {
  const named = regions.filter(({ percentage }) => countries.length === 0 || percentage !== null);
  for (const { name } of regions.filter((region) => !named.includes(region)))
    note('region-beside-countries', `${name}: IATI wants no region beside the countries in it`);
  checkShares('recipients', [...countries, ...named], note);
  if (countries.length + named.length === 0) note('no-recipient', 'no country or region is known to benefit');
  return [
    ...countries.map(({ code, percentage, name }) =>
      element('recipient-country', { code, percentage }, narrative({ value: name, language: 'en' })),
    ),
    ...named.map(({ code, vocabulary, percentage, name }) =>
      element('recipient-region', { code, vocabulary, percentage }, narrative({ value: name, language: 'en' })),
    ),
  ];
}

function sectors({ sectors: all }: OwnActivity, note: AddNote): string[] {
  if (all.length === 0) note('no-sector', 'no sector is known');
  for (const vocabulary of new Set(all.map((sector) => sector.vocabulary)))
    checkShares(
      `sectors of vocabulary ${vocabulary}`,
      all.filter((sector) => sector.vocabulary === vocabulary),
      note,
    );
  return all.map(({ code, vocabulary, percentage, name }) =>
    element('sector', { vocabulary, code, percentage }, narrative({ value: name, language: 'en' })),
  );
}

function checkShares(what: string, shares: readonly Share[], note: AddNote): void {
  const known = shares.flatMap(({ percentage }) => percentage ?? []);
  if (shares.length > 1 && known.length < shares.length)
    note('shares-missing', `${shares.length} ${what} without shares of all: IATI wants shares that add up to 100`);
  else if (known.length > 0 && !Decimal.sum(...known).equals(100))
    note('shares-not-100', `the shares of ${what} add up to ${Decimal.sum(...known)}, not to 100`);
}

function goalTag({ number, target }: OwnActivity['goals'][number]): string {
  return target === null
    ? element('tag', { vocabulary: '2', code: number })
    : element('tag', { vocabulary: '3', code: target });
}

function coded(name: string, code: string | null): string[] {
  return code === null ? [] : [element(name, { code })];
}

function relatedActivities(activity: OwnActivity, context: PublishedContext, note: AddNote): string[] {
  const named = [
    ...activity.wholes.map((id) => ({ id, kind: 'PARENT' as const, identifier: context.identifierOf(id) })),
    ...activity.parts.map((id) => ({ id, kind: 'CHILD' as const, identifier: context.identifierOf(id) })),
    ...activity.related.map(({ id, kind, iatiIdentifier }) => ({
      id,
      kind,
      identifier: context.identifierOf(id) ?? iatiIdentifier ?? undefined,
    })),
  ];
  const written = new Map<string, string>();
  for (const { id, kind, identifier } of named) {
    const type = RELATED[kind];
    if (type === undefined) continue;
    if (identifier === undefined) note('related-activity-not-published', `${id} as ${kind}: it is not published`);
    else written.set(`${kind} ${identifier}`, element('related-activity', { ref: identifier, type }));
  }
  return [...written.values()];
}
