import { getNamedType, isLeafType } from 'graphql';
import type { Schemas } from '../../../src/api/build-schema.ts';
import { selectionOf } from '../privacy/selection.ts';
import { fill, slotsOf } from '../privacy/slots.ts';

export interface Question {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const AT_ONCE = 25;
const MOST_PLACES = 50;

/** Of public records, whose every place the matrix of privacy asks about. */
const FEW_PLACES = 3;

type Asked = Pick<Schemas, 'schema' | 'personal'>;

/**
 * Every question at the root: without what can be left out, and with one of the texts in each place that takes one, where
 * ids and names take turns. Many are asked by one request, and most is asked of those whose answers are personal.
 */
export function everyQuestion({ schema, personal }: Asked, texts: readonly string[]): Question[] {
  const asked = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const named = getNamedType(field.type);
    const selection = isLeafType(named) ? '' : selectionOf(schema, field.type, personal.has(named.name) ? 3 : 1);
    const places = slotsOf(field.args, false).slice(0, personal.has(named.name) ? MOST_PLACES : FEW_PLACES);
    const slots = places.map((slot, index) => fill(field.args, slot, texts[index % texts.length] ?? ''));
    return [fill(field.args, null, ''), ...slots].map((given) => ({ field, selection, given }));
  });
  return Array.from({ length: Math.ceil(asked.length / AT_ONCE) }, (_, group) => {
    const declared: string[] = [];
    const variables: Record<string, unknown> = {};
    const fields = asked.slice(group * AT_ONCE, (group + 1) * AT_ONCE).map(({ field, selection, given }, index) => {
      const passed = field.args
        .filter(({ name }) => name in given)
        .map(({ name, type }) => {
          declared.push(`$${name}${index}: ${type}`);
          variables[`${name}${index}`] = given[name];
          return `${name}: $${name}${index}`;
        });
      return `${field.name}_${index}: ${field.name}${passed.length === 0 ? '' : `(${passed.join(', ')})`} ${selection}`;
    });
    return {
      query: `query ${declared.length === 0 ? '' : `(${declared.join(', ')})`} { ${fields.join('\n')} }`,
      variables,
    };
  });
}
