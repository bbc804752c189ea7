import {
  type DocumentNode,
  type GraphQLField,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  getNamedType,
  parse,
} from 'graphql';
import type { Column, Row } from '../../export/table/column.ts';
import { keysetPages } from '../../graph/queries/export/keyset-pages.ts';
import { listIds } from '../../graph/queries/export/list-ids.ts';
import { LIST_PAGE } from '../generated/list-page.ts';
import { ask } from './ask.ts';
import type { Answered } from './column-spec.ts';
import { type ExportContext, limitsOf } from './export-context.ts';
import { declareVariables, passVariables, readArguments } from './read-arguments.ts';
import { readFilter } from './read-filter.ts';
import { type ResolvedColumns, resolveColumns } from './resolve-columns.ts';
import type { ListTable, QuestionTable, RelationTable, TableDefinition } from './table-definition.ts';

export type Filter = Readonly<Record<string, unknown>>;

/** A table that is read: its columns at once, its rows page by page as they are asked for. */
export interface ReadTable {
  readonly columns: readonly Column[];
  readonly pages: AsyncGenerator<readonly Row[]>;
}

/** The columns of a table, with the types and descriptions that the schema gives them. */
export function columnsOf(table: TableDefinition, schema: GraphQLSchema): readonly Column[] {
  return resolve(table, schema).columns;
}

/** Refuses a filter that does not fit; reads nothing yet. */
export function readTable(table: TableDefinition, filter: Filter, context: ExportContext): ReadTable {
  const resolved = resolve(table, context.schemas.schema);
  const records = recordsOf(table, filter, context, resolved.selection);
  return { columns: resolved.columns, pages: toRows(records, resolved) };
}

async function* toRows(pages: AsyncIterable<readonly Answered[]>, { rowsOf }: ResolvedColumns): AsyncGenerator<Row[]> {
  for await (const page of pages) yield page.flatMap(rowsOf);
}

function resolve(table: TableDefinition, schema: GraphQLSchema): ResolvedColumns {
  if (table.kind === 'list') return resolveColumns(getNamedType(fieldOf(schema, table.root).type), table.columns);
  if (table.kind === 'relation') return resolveColumns(rowTypeOf(table, schema), table.columns);
  return resolveColumns(rowsType(table, schema), table.columns, table.each);
}

function recordsOf(table: TableDefinition, filter: Filter, context: ExportContext, selection: string) {
  const { schema } = context.schemas;
  if (table.kind === 'relation') {
    const read = readFilter(table.filter(schema), filter, limitsOf(context));
    return relationRecords(table, read, context, selection);
  }
  const variables = readArguments(fieldOf(schema, table.root), filter, limitsOf(context));
  return table.kind === 'list'
    ? listRecords(table, variables, context, selection)
    : questionRecords(table, variables, context, selection);
}

/** Ids in their order, by which pages neither repeat nor skip; which of them fit is for the list's own filter to say. */
async function* listRecords(
  { root, label }: ListTable,
  variables: Filter,
  context: ExportContext,
  selection: string,
): AsyncGenerator<readonly Answered[]> {
  const { schemas, graph, signal } = context;
  const document = documentOf(fieldOf(schemas.schema, root), `limit: ${LIST_PAGE.most}`, selection);
  const pages = keysetPages(
    LIST_PAGE.most,
    (page) => listIds(graph, label, page, signal),
    (id) => id,
  );
  for await (const ids of pages) {
    const among = { id: { in: ids } };
    const where = variables.where ? { AND: [variables.where, among] } : among;
    const answer = await ask(context, { schema: schemas.schema, document, variables: { where } });
    yield answer[root] as Answered[];
  }
}

/** Pages of a connection, or all rows of an answer that is not paged. */
async function* questionRecords(
  table: QuestionTable,
  variables: Filter,
  context: ExportContext,
  selection: string,
): AsyncGenerator<readonly Answered[]> {
  const { schema } = context.schemas;
  const { root, rows } = table;
  const first = `first: ${Math.min(table.pageSize, MOST_AT_ONCE)}`;
  const isPaged = rows === 'edges';
  const inner = isPaged ? `edges { node ${selection} } pageInfo { hasNextPage endCursor }` : `${rows} ${selection}`;
  const paging = isPaged ? `${first}, after: $after` : first;
  const document = documentOf(fieldOf(schema, root), paging, `{ ${inner} }`, isPaged ? '$after: String' : '');
  for (let after: string | null = null; ; ) {
    const answer: Answered = await ask(context, { schema, document, variables: { ...variables, after } });
    const page = answer[root] as Readonly<Record<string, unknown>>;
    if (!isPaged) return yield page[rows] as Answered[];
    yield (page.edges as readonly { readonly node: Answered }[]).map(({ node }) => node);
    const { hasNextPage, endCursor } = page.pageInfo as { hasNextPage: boolean; endCursor: string };
    if (!hasNextPage) return;
    after = endCursor;
  }
}

/** GraphQL's integers end here. */
const MOST_AT_ONCE = 2_147_483_646;

async function* relationRecords(
  table: RelationTable,
  filter: Filter,
  context: ExportContext,
  selection: string,
): AsyncGenerator<readonly Answered[]> {
  const schema = rowSchema(rowTypeOf(table, context.schemas.schema), context.schemas.schema);
  const document = parse(`{ rows ${selection} }`);
  for await (const rows of table.pages(context, filter as never)) {
    const answer = await ask(context, { schema, document, root: { rows } });
    yield answer.rows as Answered[];
  }
}

/** What one row of relations consists of, as a type of its own over those of the schema. */
function rowTypeOf({ fields }: RelationTable, schema: GraphQLSchema): GraphQLObjectType {
  const type = (name: string) => ({ type: schema.getType(name) as GraphQLOutputType });
  return new GraphQLObjectType({
    name: 'ExportedRow',
    fields: Object.fromEntries(Object.entries(fields).map(([field, name]) => [field, type(name)])),
  });
}

/** A schema with the same types, whose one question is answered with the rows at hand. */
function rowSchema(row: GraphQLObjectType, schema: GraphQLSchema): GraphQLSchema {
  const rows = { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(row))) };
  const query = new GraphQLObjectType({ name: 'ExportQuery', fields: { rows } });
  return new GraphQLSchema({ ...schema.toConfig(), query, mutation: undefined });
}

function rowsType({ root, rows }: QuestionTable, schema: GraphQLSchema): GraphQLOutputType {
  const answer = getNamedType(fieldOf(schema, root).type) as GraphQLObjectType;
  const list = answer.getFields()[rows]?.type;
  if (!list) throw new Error(`${root} has no ${rows}`);
  return rows === 'edges'
    ? ((getNamedType(list) as GraphQLObjectType).getFields().node?.type as GraphQLOutputType)
    : getNamedType(list);
}

function fieldOf(schema: GraphQLSchema, root: string): GraphQLField<unknown, unknown> {
  const field = schema.getQueryType()?.getFields()[root];
  if (!field) throw new Error(`the schema has no question ${root}`);
  return field;
}

function documentOf(
  field: GraphQLField<unknown, unknown>,
  paging: string,
  selection: string,
  pagingVariables = '',
): DocumentNode {
  const declared = [declareVariables(field), pagingVariables].filter((part) => part !== '').join(', ');
  const passed = [passVariables(field), paging].filter((part) => part !== '').join(', ');
  return parse(`query ${declared === '' ? '' : `(${declared})`} { ${field.name}(${passed}) ${selection} }`);
}
