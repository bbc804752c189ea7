import { type DocumentNode, type FieldDefinitionNode, type TypeNode, valueFromASTUntyped } from 'graphql';
import type { Relation } from '../../graph/cypher/record-selection.ts';
import { isNodeType } from './split-definitions.ts';
import { relationOf } from './tune-definitions.ts';

/** The relations that the fields of the model stand for, by `Type.field`. */
export type ModelRelations = ReadonlyMap<string, Relation>;

export function modelRelations(model: DocumentNode): ModelRelations {
  return new Map(
    model.definitions.filter(isNodeType).flatMap(({ name, fields = [] }) =>
      fields.flatMap((field) => {
        const relation = toRelation(field);
        return relation ? [[`${name.value}.${field.name.value}`, relation] as const] : [];
      }),
    ),
  );
}

function toRelation(field: FieldDefinitionNode): Relation | undefined {
  const args = relationOf(field)?.arguments;
  if (!args) return undefined;
  const { type, direction } = Object.fromEntries(
    args.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  ) as Pick<Relation, 'type' | 'direction'>;
  return { type, direction, target: namedTypeOf(field.type) as Relation['target'] };
}

function namedTypeOf(type: TypeNode): string {
  return 'type' in type ? namedTypeOf(type.type) : type.name.value;
}
