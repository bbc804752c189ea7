import { DEFAULT_BASIS } from '../../../domain/default-basis.ts';
import { type Term, VOCABULARY } from '../../../domain/vocabulary.ts';
import { keysetPages } from '../../../graph/queries/export/keyset-pages.ts';
import { listFittingActivities } from '../../../graph/queries/export/list-fitting-activities.ts';
import { listParticipations } from '../../../graph/queries/export/list-participations.ts';
import { listStatements } from '../../../graph/queries/export/list-statements.ts';
import { listTies } from '../../../graph/queries/export/list-ties.ts';
import { listTransactions } from '../../../graph/queries/export/list-transactions.ts';
import type { ActivitySearch } from '../../../graph/queries/flows/activity-search.ts';
import { findIdsMeant } from '../../../graph/queries/flows/find-ids-meant.ts';
import { type FlowFilter, readFlowFilter } from '../../resolvers/flow-filter.ts';
import { requireItems } from '../../resolvers/require-items.ts';
import { ACTORS, requireRecords } from '../../resolvers/require-records.ts';
import { type ExportContext, pageContext } from '../export-context.ts';
import { type ParticipationFilter, participationFilter, readParticipationFilter } from '../participation-filter.ts';
import { fieldsOf, listOf } from '../read-filter.ts';
import type { RelationTable } from '../table-definition.ts';
import { evidenceColumns, referenceColumns } from './evidence-columns.ts';

const ROWS_AT_ONCE = 500;
const ACTIVITIES_AT_ONCE = 200;

const idOf = ({ id }: { readonly id: string }) => id;

/** The activities that fit, page by page, each page with what is read of it. */
export async function* ofFittingActivities<Item extends { readonly id: string }>(
  { graph, signal }: ExportContext,
  search: ActivitySearch,
  read: (
    activities: readonly string[],
    page: { readonly after: string; readonly limit: number },
  ) => Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[]> {
  const activities = keysetPages(
    ACTIVITIES_AT_ONCE,
    (page) => listFittingActivities(graph, search, page, signal),
    (id) => id,
  );
  for await (const ids of activities) yield* keysetPages(ROWS_AT_ONCE, (page) => read(ids, page), idOf);
}

async function* participations(context: ExportContext, filter: ParticipationFilter) {
  const { search, parts } = await readParticipationFilter(filter, context);
  // An activity in which none of the actors takes part has nothing to show.
  const pages = ofFittingActivities(context, search, (activities, page) =>
    listParticipations(context.graph, activities, parts, page, context.signal),
  );
  for await (const page of pages) yield page.map((node) => ({ node }));
}

interface TransactionFilter extends FlowFilter {
  readonly types?: readonly Term<'TransactionType'>[] | null;
}

async function* transactions(context: ExportContext, { types, ...filter }: TransactionFilter) {
  requireItems({ types }, 'filter.');
  const { check, search, criteria } = await readFlowFilter(filter, pageContext(context));
  await check;
  const wanted = { ...criteria, types: types ?? VOCABULARY.TransactionType, basis: DEFAULT_BASIS };
  const pages = ofFittingActivities(context, search, (activities, page) =>
    listTransactions(context.graph, activities, wanted, page, context.signal),
  );
  for await (const page of pages) yield page.map((node) => ({ node, activity: node.activity }));
}

interface TieFilter {
  readonly actors?: readonly string[] | null;
  readonly basis?: readonly Term<'Basis'>[] | null;
}

async function* ties(context: ExportContext, { actors, basis }: TieFilter) {
  requireItems({ actors, basis }, 'filter.');
  await requireRecords('filter.actors', actors ?? [], pageContext(context).loaders, ACTORS);
  const meant = await findIdsMeant(context.graph, { actors: actors ?? [] }, context.signal);
  const criteria = { actors: actors ? [...meant.actors.values()].flat() : null, basis: basis ?? DEFAULT_BASIS };
  const pages = keysetPages(ROWS_AT_ONCE, (page) => listTies(context.graph, criteria, page, context.signal), idOf);
  for await (const page of pages) yield page.map((node) => ({ node }));
}

interface StatementFilter {
  readonly sources?: readonly string[] | null;
  readonly basis?: readonly Term<'Basis'>[] | null;
}

async function* statements(context: ExportContext, { sources, basis }: StatementFilter) {
  requireItems({ sources, basis }, 'filter.');
  await requireRecords('filter.sources', sources ?? [], pageContext(context).loaders, ['SOURCE']);
  const criteria = { sources: sources ?? null, basis: basis ?? null };
  const pages = keysetPages(
    ROWS_AT_ONCE,
    (page) => listStatements(context.graph, criteria, page, context.signal),
    idOf,
  );
  for await (const page of pages) yield page.map((node) => ({ node, statement: node }));
}

const BASIS = 'Bases to include. Where absent: DECLARED and CURATED.';

/** Relations and transactions as tables. */
export const RELATION_TABLES: readonly RelationTable[] = [
  {
    kind: 'relation',
    name: 'participations',
    description: "An actor's part in an activity, in one role.",
    fields: { node: 'Participation' },
    filter: participationFilter,
    pages: participations,
    columns: [
      'node.id',
      ...referenceColumns('node.actor'),
      ...referenceColumns('node.activity'),
      ...['role', 'status', 'since', 'until', 'percentage', 'note'].map((field) => `node.${field}`),
      ...evidenceColumns('node.'),
    ],
  },
  {
    kind: 'relation',
    name: 'transactions',
    description: 'One movement of money, in its own currency.',
    fields: { node: 'Transaction', activity: 'EntityReference' },
    filter: (schema) => ({
      ...fieldsOf('FlowFilter', schema),
      types: listOf('TransactionType', 'Only these types; all where absent.', schema),
    }),
    pages: transactions,
    columns: [
      'node.id',
      'activity.id',
      'activity.name',
      ...['type', 'amount', 'currency', 'date', 'valueDate'].map((field) => `node.${field}`),
      ...['provider', 'receiver', 'fromActivity', 'toActivity'].flatMap((end) => [
        `node.${end}.id`,
        `node.${end}.name`,
      ]),
      ...evidenceColumns('node.'),
    ],
  },
  {
    kind: 'relation',
    name: 'ties',
    description: 'What two actors have to do with each other outside of activities, read from the first to the second.',
    fields: { node: 'Tie' },
    filter: (schema) => ({
      actors: listOf('ID', 'Ids of actors at either end; a country matches itself and its own organisations.', schema),
      basis: listOf('Basis', BASIS, schema),
    }),
    pages: ties,
    columns: [
      'node.id',
      'node.kind',
      ...referenceColumns('node.from'),
      ...referenceColumns('node.to'),
      ...['status', 'since', 'until', 'note'].map((field) => `node.${field}`),
      ...evidenceColumns('node.'),
    ],
  },
  {
    kind: 'relation',
    name: 'statements',
    description:
      'What this project understood of a source, and the id of the fact that it supports: the evidence of all tables.',
    fields: { node: 'Evidence', statement: 'Statement' },
    filter: (schema) => ({
      sources: listOf('ID', 'Ids of sources.', schema),
      basis: listOf('Basis', 'Bases to include; all where absent.', schema),
    }),
    pages: statements,
    columns: [
      'node.id',
      { name: 'fact_id', path: 'statement.factId' },
      'node.basis',
      'node.text',
      'node.locator',
      'node.aspect',
      'node.speaker',
      'node.reasoning',
      'node.rule',
      'node.source.id',
      'node.source.title',
      'node.source.publisher',
      'node.source.published',
      'node.source.licence',
      'node.source.url',
    ],
  },
];
