import { type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';

/** The library describes little of what it generates; every member of the public schema says what it promises. */

const ARGUMENTS: Readonly<Record<string, string>> = {
  where: 'Only the records for which all of this holds.',
  limit: 'How many, 1 to 100; 20 where absent.',
  offset: 'How many to skip, at most 1,000. To go further, use a connection or narrow the filter.',
  sort: 'In which order. A root list without it comes in the order of the ids; records that are equal in it come in no fixed order: add the id to fix it.',
};

export function describeArgument(name: string): string | undefined {
  return ARGUMENTS[name];
}

export function describeType<Type extends GraphQLNamedType>(type: Type): Type {
  if (isInputObjectType(type)) type.description ??= describeInput(type.name);
  if (isEnumType(type) && type.name === 'SortDirection') {
    type.description ??= 'The order of a sort.';
    for (const value of type.getValues())
      value.description ??= value.name === 'ASC' ? 'Smallest first.' : 'Largest first.';
  }
  return type;
}

function describeInput(name: string): string {
  if (name.endsWith('Sort')) return `The fields by which ${recordOf(name, 'Sort')} records can be sorted.`;
  if (name.endsWith('Where'))
    return `What can be asked of ${recordOf(name, 'Where')} records. All that is given must hold.`;
  if (name.endsWith('RelationshipFilters'))
    return `How many of the related ${recordOf(name, 'RelationshipFilters')} records must fit.`;
  return 'Tests on one value. All that are given must hold.';
}

function recordOf(name: string, suffix: string): string {
  return name.slice(0, -suffix.length);
}

const OPERATORS: Readonly<Record<string, string>> = {
  AND: 'All of these hold.',
  OR: 'At least one of these holds.',
  NOT: 'This does not hold.',
  all: 'All related records fit, or there are none.',
  none: 'No related record fits.',
  single: 'Exactly one related record fits.',
  some: 'At least one related record fits.',
  eq: 'Equal to this; null: absent.',
  in: 'One of these, at most 100.',
  gt: 'Greater than this.',
  gte: 'Greater than or equal to this.',
  lt: 'Less than this.',
  lte: 'Less than or equal to this.',
  contains: 'Contains this text, letter case kept.',
  startsWith: 'Starts with this text, letter case kept.',
  endsWith: 'Ends with this text, letter case kept.',
};

export function describeInputField(typeName: string, name: string, generated: GraphQLSchema): string {
  const isFilter = /(ScalarFilters|RelationshipFilters)$/.test(typeName) || ['AND', 'OR', 'NOT'].includes(name);
  if (isFilter) return OPERATORS[name] ?? 'A test on the value.';
  const record = generated.getType(typeName.replace(/(Where|Sort)$/, ''));
  const field = isObjectType(record) ? record.getFields()[name] : undefined;
  const meaning = field?.description ?? name;
  return typeName.endsWith('Sort') ? `Sort by: ${meaning}` : `Filter on: ${meaning}`;
}
