import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';

export interface AskedField {
  readonly field: GraphQLField<unknown, unknown>;
  /** `Query.alumni`, `Organisation.projects`. */
  readonly name: string;
  /** What is asked for before it, from the root: `organisation(id: "…")`. */
  readonly way: readonly string[];
  readonly isMutation: boolean;
  /** A field before it takes the same generated filter. */
  readonly hasKnownFilter: boolean;
}

/** Every field of the roots, and every field with arguments of what can be reached from them by fields that need none. */
export function askedFields(schema: GraphQLSchema, records: Readonly<Record<string, string>>): AskedField[] {
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  const roots = (type: GraphQLObjectType | null | undefined, isMutation: boolean) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      field,
      name: `${type?.name}.${field.name}`,
      way: [],
      isMutation,
    }));
  const nested = [...waysFrom(schema, query, records)].flatMap(([type, way]) =>
    Object.values(type.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field) => ({ field, name: `${type.name}.${field.name}`, way, isMutation: false })),
  );
  const filters = new Set<string>();
  return [...roots(query, false), ...roots(mutation, true), ...nested].map((asked): AskedField => {
    const filter = asked.field.args.find(({ name }) => name === 'where');
    const name = filter && getNamedType(filter.type).name;
    const hasKnownFilter = name !== undefined && filters.has(name);
    if (name) filters.add(name);
    return { ...asked, hasKnownFilter };
  });
}

/** The shortest way to each type; records of kinds that have a look-up are asked for by an id that is there. */
function waysFrom(
  schema: GraphQLSchema,
  query: GraphQLObjectType | null | undefined,
  records: Readonly<Record<string, string>>,
): Map<GraphQLObjectType, readonly string[]> {
  const ways = new Map<GraphQLObjectType, readonly string[]>();
  if (!query) return ways;
  for (const [name, id] of Object.entries(records)) {
    const type = schema.getType(name);
    if (isObjectType(type)) ways.set(type, [`node(id: "${id}")`, `... on ${name}`]);
  }
  const queue: [GraphQLObjectType, readonly string[]][] = [...ways];
  for (const field of Object.values(query.getFields())) {
    const usual = USUAL_WAYS[field.name] ?? (field.args.length === 0 ? field.name : undefined);
    if (usual === undefined) continue;
    const type = getNamedType(field.type);
    if (isObjectType(type)) queue.push([type, [usual]]);
  }
  for (const [type, way] of queue) {
    if (!ways.has(type)) ways.set(type, way);
    if (way.length > 6) continue;
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!isObjectType(next) || isInterfaceType(next) || ways.has(next)) continue;
      if (field.args.some(({ type: needed, defaultValue }) => isNonNullType(needed) && defaultValue === undefined))
        continue;
      ways.set(next, [...way, field.name]);
      queue.push([next, [...way, field.name]]);
    }
  }
  return ways;
}

/** Questions whose answers have fields with arguments, asked so that there is an answer. */
const USUAL_WAYS: Readonly<Record<string, string>> = {
  partners: 'partners(of: "organisation:kazaid", first: 1)',
  dataQuality: 'dataQuality(filter: {kinds: [MISSING_DATES]})',
  trilateralChains: 'trilateralChains(first: 1)',
};
