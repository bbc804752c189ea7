import { activityDates } from '../../src/export/iati/activity-dates.ts';
import { ROLES, TRIANGULAR } from '../../src/export/iati/codes.ts';
import type { NamedActor, OwnActivity } from '../../src/export/iati/own-activity.ts';
import type { Publisher } from '../../src/export/iati/publisher.ts';
import type { InputFile } from '../../src/import/input-file.ts';
import { type ImportedFile, importInput } from '../import/iati/import-fixture.ts';

/** What must come back of an activity, in the same form whichever side it is read from. */
export interface Compared {
  readonly names: readonly string[];
  readonly description: string | null;
  readonly status: string | null;
  readonly dates: readonly string[];
  readonly hierarchy: number | null;
  readonly collaborationType: string | null;
  readonly reporter: string;
  readonly participants: readonly string[];
  readonly recipients: readonly string[];
  readonly regions: readonly string[];
  readonly sectors: readonly string[];
  readonly goals: readonly string[];
  readonly related: readonly string[];
  readonly transactions: readonly string[];
}

/** Imports the file as if it lay on disk, into a list. */
export function importText(xml: string): Promise<ImportedFile> {
  const content = Buffer.from(xml);
  const input: InputFile = {
    name: 'exported.xml',
    bytes: content.length,
    async *read() {
      yield content;
    },
  };
  return importInput(input);
}

/** What the graph held. */
export function heldIn(
  activity: OwnActivity,
  publisher: Publisher,
  today: string,
  hierarchy: number,
  identifiers: ReadonlyMap<string, string>,
): Compared {
  const actor = ({ id, ref, names }: NamedActor) =>
    id === publisher.id ? publisher.ref : (ref ?? names[0]?.value ?? '');
  return {
    names: activity.titles.map(({ value, language }) => `${language} ${value}`).sort(),
    description: activity.description ?? activity.topic ?? activity.titles[0]?.value ?? null,
    status: activity.status,
    dates: activityDates(activity, today).map(({ type, day }) => `${type} ${day}`),
    hierarchy,
    collaborationType: activity.isTriangular ? TRIANGULAR : activity.collaborationType,
    reporter: publisher.ref,
    participants: activity.participants
      .filter(({ role }) => ROLES[role])
      .map((each) => `${each.role} ${actor(each)}`)
      .sort(),
    recipients: activity.recipients.map(({ code, percentage }) => `${code} ${percentage ?? '-'}`).sort(),
    regions: (activity.recipients.length > 0
      ? activity.regions.filter(({ percentage }) => percentage !== null)
      : activity.regions
    ).map(({ code, percentage }) => `${code} ${percentage ?? '-'}`),
    sectors: activity.sectors
      .map(({ code, vocabulary, percentage }) => `${vocabulary} ${code} ${percentage ?? '-'}`)
      .sort(),
    goals: activity.goals.map(({ number, target }) => `${number} ${target ?? '-'}`).sort(),
    related: [
      ...activity.wholes.map((id) => ['PARENT', id] as const),
      ...activity.parts.map((id) => ['CHILD', id] as const),
      ...activity.related.map(({ id, kind }) => [kind, id] as const),
    ]
      .flatMap(([kind, id]) => (identifiers.has(id) ? [`${kind} ${identifiers.get(id)}`] : []))
      .sort(),
    transactions: activity.transactions
      .map(({ type, amount, currency, date, providerName, receiverName }) =>
        [type, amount, currency, date, providerName ?? '-', receiverName ?? '-'].join(' '),
      )
      .sort(),
  };
}

/** What came back of the activity with this identifier. */
export function cameBack({ nodes, edges }: ImportedFile, identifier: string): Compared {
  const id = `activity:${identifier}`;
  const project = nodes('Project').find((node) => node.id === id && node.isReference !== true);
  const text = (name: string) => (project?.properties[name] ?? null) as string | null;
  const out = (type: Parameters<typeof edges>[0]) => edges(type).filter(({ from }) => from === id);
  const refs = new Map(
    nodes('Identifier').flatMap(({ properties, links = [] }) =>
      links.map(({ to }) => [to, String(properties.value)] as const),
    ),
  );
  const names = new Map(nodes('Organisation').map(({ id: key, properties }) => [key, String(properties.name)]));
  const actor = (key: string) => refs.get(key) ?? names.get(key) ?? key;
  const code = (key: string) =>
    nodes('Sector')
      .concat(nodes('Region'))
      .find((node) => node.id === key)?.properties.code;
  const share = (value: unknown) => value ?? '-';
  const parts = edges('PARTICIPATES_IN').filter(({ to }) => to === id);
  return {
    names: nodes('Name')
      .filter(({ links = [] }) => links.some(({ to }) => to === id))
      .map(({ properties }) => `${properties.language} ${properties.value}`)
      .sort(),
    description: text('description'),
    status: text('status'),
    dates: ['plannedStart', 'actualStart', 'plannedEnd', 'actualEnd'].flatMap((name, index) =>
      text(name) === null ? [] : [`${index + 1} ${text(name)}`],
    ),
    hierarchy: (project?.properties.hierarchy ?? null) as number | null,
    collaborationType: text('collaborationType'),
    reporter: out('REPORTED_BY').map(({ to }) => actor(to))[0] ?? '',
    participants: parts
      .filter(({ from }) => !from.startsWith('country:'))
      .map(({ from, properties }) => `${properties.role} ${actor(from)}`)
      .sort(),
    recipients: parts
      .filter(({ from }) => from.startsWith('country:'))
      .map(({ from, properties }) => `${from.slice('country:'.length)} ${share(properties.percentage)}`)
      .sort(),
    regions: out('IN_REGION').map(({ to, properties }) => `${code(to)} ${share(properties.percentage)}`),
    sectors: out('IN_SECTOR')
      .map(({ to, properties }) => `${properties.vocabulary} ${code(to)} ${share(properties.percentage)}`)
      .sort(),
    goals: out('CONTRIBUTES_TO')
      .map(({ to, properties }) => `${to.slice('goal:'.length)} ${share(properties.target)}`)
      .sort(),
    related: out('RELATED_TO')
      .map(({ to, properties }) => `${properties.kind} ${to.slice('activity:'.length)}`)
      .sort(),
    transactions: nodes('Transaction')
      .filter(({ links = [] }) => links.some(({ type, to }) => type === 'MADE_IN' && to === id))
      .map(({ properties: { type, amount, currency, date, providerName, receiverName } }) =>
        [type, amount, currency, date, share(providerName), share(receiverName)].join(' '),
      )
      .sort(),
  };
}
