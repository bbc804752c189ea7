import { entityTypeOf } from '../../domain/entity-type.ts';
import type { Term } from '../../domain/vocabulary.ts';
import type { LanguageText, NamedActor, OwnActivity, OwnTransaction } from '../../export/iati/own-activity.ts';
import {
  type ActorRow,
  COUNTRY_PREFIX,
  type NameRow,
  type OwnActivityRow,
  type ParticipantRow,
} from '../../graph/queries/export/read-own-activities.ts';

/** A row of the graph as the writer of IATI wants it; `agency` is the id of who publishes. */
export function toOwnActivity(row: OwnActivityRow, agency: string): OwnActivity {
  const { activity, participants, reporters } = row;
  const text = (name: string) => (typeof activity[name] === 'string' ? (activity[name] as string) : null);
  return {
    id: activity.id,
    kind: entityTypeOf(row.labels) as OwnActivity['kind'],
    isPhantom: activity.isPhantom === true,
    reportedByOthers: reporters.filter(({ id }) => id !== agency).map(({ name }) => name),
    isReportedByPublisher: reporters.some(({ id }) => id === agency),
    iatiIdentifier: text('iatiIdentifier'),
    titles: textsOf(text('name') ?? activity.id, row.names, text('language')),
    description: text('description'),
    topic: text('topic'),
    status: text('status') as Term<'ActivityStatus'> | null,
    start: text('start'),
    end: text('end'),
    plannedStart: text('plannedStart'),
    actualStart: text('actualStart'),
    plannedEnd: text('plannedEnd'),
    actualEnd: text('actualEnd'),
    hierarchy: typeof activity.hierarchy === 'number' ? activity.hierarchy : null,
    language: text('language'),
    lastUpdated: text('lastUpdated'),
    defaultCurrency: text('defaultCurrency'),
    collaborationType: text('collaborationType'),
    isTriangular: row.isTriangular,
    defaultFlowType: text('defaultFlowType'),
    defaultFinanceType: text('defaultFinanceType'),
    defaultAidType: text('defaultAidType'),
    participants: participants
      .filter((participant) => !isRecipient(participant))
      .map(({ actor, role }) => ({ ...toActor(actor), role })),
    recipients: participants.filter(isRecipient).map(({ actor: { code, id, name }, percentage }) => ({
      code: code ?? id.slice(COUNTRY_PREFIX.length),
      name,
      percentage,
    })),
    regions: row.regions.flatMap(toRegion),
    sectors: row.sectors.flatMap(({ code, vocabulary, ...share }) =>
      code === null ? [] : [{ ...share, code, vocabulary: vocabulary ?? '1' }],
    ),
    goals: row.goals,
    wholes: row.wholes,
    parts: row.parts,
    related: row.related,
    transactions: row.transactions.map(toTransaction),
    figures: row.figures,
  };
}

/** The names of an agency, and the org-id under which it is known. */
export function toActor({ id, kind, name, names, identifiers }: ActorRow): NamedActor {
  const ref = (['ORG_ID', 'IATI'] as const).flatMap((scheme) =>
    identifiers.filter((each) => each.scheme === scheme).map(({ value }) => value),
  )[0];
  return { id, isCountry: id.startsWith(COUNTRY_PREFIX), kind, ref: ref ?? null, names: textsOf(name, names, null) };
}

function isRecipient({ actor, role }: ParticipantRow): boolean {
  return role === 'BENEFICIARY' && actor.id.startsWith(COUNTRY_PREFIX);
}

/** One name for each language, the main one first; in which language that is, its own record of names says. */
function textsOf(main: string, names: readonly NameRow[], language: string | null): LanguageText[] {
  const own = names.find(({ value }) => value === main)?.language ?? language ?? 'en';
  const texts = new Map([[own, main]]);
  for (const name of names) {
    const its = name.language ?? 'und';
    if (!texts.has(its)) texts.set(its, name.value);
  }
  return [...texts].map(([its, value]) => ({ language: its, value }));
}

/** How the ids of regions begin that an import has found no other record for. */
const OF_DAC = 'region:dac-';
const OF_UN = 'region:m49-';

/** By the DAC's code, which is IATI's default, else the UN's; a region with neither cannot be named. */
function toRegion({
  id,
  code,
  name,
  percentage,
  identifiers,
}: OwnActivityRow['regions'][number]): OwnActivity['regions'] {
  const known = (scheme: Term<'IdentifierScheme'>, prefix: string) =>
    identifiers.find((each) => each.scheme === scheme)?.value ?? (id.startsWith(prefix) ? code : null);
  const [dac, un] = [known('DAC_REGION', OF_DAC), known('UN_M49', OF_UN)];
  if (dac !== null) return [{ code: dac, vocabulary: '1', name, percentage }];
  return un === null ? [] : [{ code: un, vocabulary: '2', name, percentage }];
}

function toTransaction({
  transaction,
  valueDate,
  provider,
  receiver,
}: OwnActivityRow['transactions'][number]): OwnTransaction {
  const text = (name: string) => (typeof transaction[name] === 'string' ? (transaction[name] as string) : null);
  return {
    type: transaction.type as Term<'TransactionType'>,
    amount: String(transaction.amount),
    currency: String(transaction.currency),
    date: text('date'),
    valueDate,
    isHumanitarian: typeof transaction.isHumanitarian === 'boolean' ? transaction.isHumanitarian : null,
    provider: provider && toActor(provider),
    providerName: text('providerName'),
    providerActivityRef: text('providerActivityRef'),
    receiver: receiver && toActor(receiver),
    receiverName: text('receiverName'),
    receiverActivityRef: text('receiverActivityRef'),
  };
}
