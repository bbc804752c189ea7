import { type GraphQLInputFieldConfigMap, GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import type { Column } from '../../export/table/column.ts';
import { iatiFilter } from './export-iati.ts';
import { NETWORKS } from './export-network.ts';
import { type FormatName, formatsOf } from './formats.ts';
import { participationFilter } from './participation-filter.ts';
import { argumentsOf } from './read-arguments.ts';
import { columnsOf } from './read-table.ts';
import type { TableDefinition } from './table-definition.ts';
import { TABLES } from './tables/tables.ts';

export interface FilterField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** What can be exported: its formats, what it may be filtered by, and for a table its columns. */
export interface ExportDescription {
  readonly name: string;
  readonly description: string;
  readonly formats: readonly FormatName[];
  readonly filter: readonly FilterField[];
  readonly columns: readonly Column[];
}

/** All that can be exported; nothing else can be. */
export function describeExports(schema: GraphQLSchema): ExportDescription[] {
  return [
    ...TABLES.map((table) => ({
      name: table.name,
      description: table.description,
      formats: formatsOf('table'),
      filter: filterOf(table, schema),
      columns: columnsOf(table, schema),
    })),
    ...Object.entries(NETWORKS).map(([name, description]) => ({
      name,
      description,
      formats: formatsOf('network'),
      filter: toFields(participationFilter(schema)),
      columns: [],
    })),
    {
      name: 'iati',
      description: 'The activities in which an agency takes part or that it reports, as an IATI 2.03 file.',
      formats: formatsOf('iati'),
      filter: toFields(iatiFilter(schema)),
      columns: [],
    },
  ];
}

function filterOf(table: TableDefinition, schema: GraphQLSchema): FilterField[] {
  return table.kind === 'relation' ? toFields(table.filter(schema)) : argumentsOf(table.root, schema);
}

function toFields(fields: GraphQLInputFieldConfigMap): FilterField[] {
  return Object.entries(new GraphQLInputObjectType({ name: 'Filter', fields }).getFields()).map(
    ([name, { type, description }]) => ({ name, type: String(type), description: description ?? '' }),
  );
}
