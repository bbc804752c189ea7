import type { GraphQLInputFieldConfigMap, GraphQLSchema } from 'graphql';
import type { NodeLabel } from '../../domain/model.ts';
import type { ColumnSpec } from './column-spec.ts';
import type { ExportContext } from './export-context.ts';

interface NamedTable {
  /** What the table is called in the command and in the address. */
  readonly name: string;
  /** What a row is. */
  readonly description: string;
  readonly columns: readonly ColumnSpec[];
}

/** A generated list of the schema, in the order of ids, with its own filter. */
export interface ListTable extends NamedTable {
  readonly kind: 'list';
  readonly root: string;
  readonly label: NodeLabel;
}

/** A question of the schema with its own arguments. */
export interface QuestionTable extends NamedTable {
  readonly kind: 'question';
  readonly root: string;
  /** Where the rows are: on the pages of a connection, or in a list of the answer. */
  readonly rows: 'edges' | string;
  /** Rows asked for at once: what is ranked as a whole is read as a whole. */
  readonly pageSize: number;
  /** A list of the record that is taken apart: a row for each of its items. */
  readonly each?: string;
}

/** Relations or transactions, for which the schema has no list of its own; what is shown of each is what the schema shows. */
export interface RelationTable extends NamedTable {
  readonly kind: 'relation';
  /** What a row is read from: types of the schema, by name. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields of the filter, in the words of the API's own filters. */
  readonly filter: (schema: GraphQLSchema) => GraphQLInputFieldConfigMap;
  /** The rows that the filter, checked and coerced, means. */
  readonly pages: (context: ExportContext, filter: never) => AsyncIterable<readonly object[]>;
}

export type TableDefinition = ListTable | QuestionTable | RelationTable;
