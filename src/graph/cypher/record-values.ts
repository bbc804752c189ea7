import type { RecordSelection, RelationSelection } from './record-selection.ts';

/**
 * The Cypher of a list of what is selected of the record in `variable`: its properties, then its lists, in the order of
 * the selection. The names that a client chose stay out of it; how much of each list is wanted goes to the parameters.
 */
export function recordValues(
  variable: string,
  { properties, relations }: RecordSelection,
  parameters: Record<string, number>,
): string {
  const values = [
    ...properties.map(({ property }) => propertyOf(variable, property)),
    ...relations.map((relation, index) => listOf(variable, `${variable}_${index}`, relation, parameters)),
  ];
  return `[${values.join(', ')}]`;
}

function listOf(
  variable: string,
  related: string,
  { relation: { type, direction, target }, selection, sort, offset, limit }: RelationSelection,
  parameters: Record<string, number>,
): string {
  parameters[`${related}_offset`] = offset;
  parameters[`${related}_limit`] = limit;
  const [from, to] = direction === 'OUT' ? ['', '>'] : ['<', ''];
  const terms = sort.map(({ property, direction: way }) => `${propertyOf(related, property)} ${way}`);
  const order = terms.length > 0 ? `ORDER BY ${terms.join(', ')}` : '';
  const values = recordValues(related, selection, parameters);
  return `COLLECT {
    MATCH (${variable})${from}-[:${type}]-${to}(${related}:${target})
    WITH DISTINCT ${related} ${order} SKIP $${related}_offset LIMIT $${related}_limit
    RETURN ${values}
  }`;
}

/** Selections name properties of the model, which are all plain names; anything else is a mistake of the program. */
function propertyOf(variable: string, property: string): string {
  if (!/^\w+$/.test(property)) throw new Error(`not a property of the model: ${property}`);
  return `${variable}.${property}`;
}
