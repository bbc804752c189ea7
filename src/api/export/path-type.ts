import {
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { ColumnType } from '../../export/table/column.ts';

/** What the schema says of a field that a path leads to. */
export interface PathType {
  readonly type: ColumnType;
  /** Whether there may be several values, for one of the fields on the way is a list. */
  readonly isList: boolean;
  /** The descriptions of the fields on the way, joined. */
  readonly description: string;
}

const TYPES: Readonly<Record<string, ColumnType>> = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Decimal: 'decimal',
  Date: 'date',
};

/** Follows a path such as `actor.name` from a type; `each` is a list that is taken apart, so that it is none. */
export function pathType(from: GraphQLOutputType, path: string, each?: string): PathType {
  let type: GraphQLOutputType = from;
  let isList = false;
  const descriptions: string[] = [];
  for (const [index, name] of path.split('.').entries()) {
    const record = getNamedType(type);
    const field = isObjectType(record) || isInterfaceType(record) ? record.getFields()[name] : undefined;
    if (!field) throw new Error(`${record.name} has no field ${name} (in the column ${path})`);
    type = field.type;
    isList ||= isListOf(type) && !(index === 0 && name === each);
    if (field.description) descriptions.push(field.description);
  }
  return { type: TYPES[getNamedType(type).name] ?? 'text', isList, description: descriptions.join(' ') };
}

function isListOf(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
