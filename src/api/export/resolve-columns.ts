import type { GraphQLOutputType } from 'graphql';
import type { Column, Parts, Row, Single, Value } from '../../export/table/column.ts';
import type { Answered, ColumnSpec } from './column-spec.ts';
import { pathType } from './path-type.ts';
import { readPath } from './read-path.ts';
import { selectPaths } from './select-paths.ts';

/** The columns of a table, what must be asked to fill them, and how a record becomes rows. */
export interface ResolvedColumns {
  readonly columns: readonly Column[];
  /** A GraphQL selection on the record. */
  readonly selection: string;
  /** One row, or where the table takes a list apart, one for each of its records. */
  readonly rowsOf: (record: Answered) => Row[];
}

interface ResolvedColumn extends Column {
  readonly paths: readonly string[];
  readonly read: (record: Answered) => Value;
}

/** Checks the columns against the schema, from which their types and descriptions are taken. */
export function resolveColumns(type: GraphQLOutputType, specs: readonly ColumnSpec[], each?: string): ResolvedColumns {
  const resolved = specs.map((spec) => resolve(type, spec, each));
  const rowOf = (record: Answered) => resolved.map(({ read }) => read(record));
  return {
    columns: resolved.map(({ name, type: kind, isList, description }) => ({ name, type: kind, isList, description })),
    selection: selectPaths(
      type,
      resolved.flatMap(({ paths }) => paths),
    ),
    rowsOf(record) {
      if (each === undefined) return [rowOf(record)];
      const items = (record[each] ?? []) as readonly unknown[];
      return items.map((item) => rowOf({ ...record, [each]: item }));
    },
  };
}

function resolve(type: GraphQLOutputType, spec: ColumnSpec, each: string | undefined): ResolvedColumn {
  if (typeof spec === 'string') return resolve(type, { name: nameOf(spec), path: spec }, each);
  if ('needs' in spec) return { ...spec, paths: spec.needs, read: (record) => spec.read(record) as Value };
  if ('list' in spec) {
    const parts = spec.show.map((path) => ({ name: nameOf(path), path: path.split('.') }));
    const list = spec.list.split('.');
    return {
      name: spec.name,
      type: 'text',
      isList: true,
      description: `${pathType(type, spec.list, each).description} Each as ${spec.show.join(', ')}.`,
      paths: spec.show.map((path) => `${spec.list}.${path}`),
      read: (record) => itemsOf(readPath(record, list)).map((item) => partsOf(item, parts)),
    };
  }
  const { name, path } = spec;
  const found = pathType(type, path, each);
  const steps = path.split('.');
  // The same source may support a fact by several statements.
  const isEvidence = steps.includes('evidence');
  const description = isEvidence ? EVIDENCE : found.description;
  return {
    name,
    ...found,
    description,
    paths: [path],
    read(record) {
      const value = readPath(record, steps);
      if (!found.isList) return toSingle(value);
      const values = itemsOf(value).map(toSingle);
      return isEvidence ? [...new Set(values)] : values;
    },
  };
}

const EVIDENCE = 'The sources of the statements that support it, each once; of the first 100 statements.';

/** `actor.nameKk` is `actor_name_kk`; what wraps a relation has no name of its own. */
function nameOf(path: string): string {
  return path
    .replace(/^node\./, '')
    .replaceAll('.', '_')
    .replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === null ? [] : [value];
}

function partsOf(item: unknown, parts: readonly { readonly name: string; readonly path: readonly string[] }[]): Parts {
  return Object.fromEntries(parts.map(({ name, path }) => [name, toSingle(readPath(item, path))]));
}

/** What the schema answers for a leaf is text, a number or a truth value. */
function toSingle(value: unknown): Single {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
