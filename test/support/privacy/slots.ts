import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Where an argument takes an id or a text. */
export interface Slot {
  /** From the argument down, lists left out. */
  readonly path: readonly string[];
  readonly isId?: boolean;
}

interface Input {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

/** What is asked of where nothing is probed, by the name of the argument. */
const USUAL: Readonly<Record<string, unknown>> = {
  to: 'organisation:jica',
  text: 'cooperation',
  value: 'XM-DAC-41114',
  reason: 'The tests ask for it.',
  reasoning: 'The tests ask for it.',
  groupBy: undefined,
};

const OF_SCALARS: Readonly<Record<string, unknown>> = {
  ID: 'organisation:kazaid',
  String: 'anything',
  Int: 2,
  Float: 1,
  Boolean: true,
  Date: '2026-01-15',
  DateTime: '2026-01-15T00:00:00Z',
  PublishedDate: '2026',
  Currency: 'USD',
};

const DEEPEST = 5;
/** Generated filters nest without end: what follows a relation is tried by one way. */
const NOT_FOLLOWED = new Set(['AND', 'OR', 'NOT', 'all', 'none', 'single', 'endsWith', 'startsWith', 'in']);

/** Every place in the arguments that takes an id or a text; of generated filters some of each kind, or one of those known. */
export function slotsOf(inputs: readonly Input[], hasKnownFilter: boolean): Slot[] {
  return inputs.flatMap((input) => {
    const found = below(input, []);
    if (input.name !== 'where') return found;
    return hasKnownFilter ? fewOfWhere(found).slice(0, 1) : fewOfWhere(found);
  });
}

function below({ name, type }: Input, before: readonly string[]): Slot[] {
  const path = [...before, name];
  const named = getNamedType(type);
  if (named.name === 'ID' || named.name === 'String') return [{ path, isId: named.name === 'ID' }];
  if (!isInputObjectType(named) || path.length >= DEEPEST) return [];
  return Object.values(named.getFields())
    .filter((field) => !NOT_FOLLOWED.has(field.name))
    .flatMap((field) => below(field, path));
}

/** By the own id, by two texts, and by a record at the other end of two relations. */
function fewOfWhere(slots: readonly Slot[]): Slot[] {
  const own = slots.filter(({ path }) => path.length === 3);
  const related = slots.filter(({ path }) => path.includes('some') && path.at(-2) === 'id' && path.at(-1) === 'eq');
  const byText = own.filter(({ path }) => path[1] !== 'id' && path[2] === 'contains');
  return [
    ...own.filter(({ path }) => path[1] === 'id' && path[2] === 'eq'),
    ...byText.slice(0, 2),
    ...related.slice(0, 2),
  ];
}

/** The arguments with a text in one place, and with what is compulsory beside it. */
export function fill(inputs: readonly Input[], slot: Slot | null, text: string): Record<string, unknown> {
  const given = inputs.flatMap((input) => {
    const isOnTheWay = slot?.path[0] === input.name;
    if (!isOnTheWay && (!isNonNullType(input.type) || input.defaultValue !== undefined)) return [];
    return [[input.name, usualOf(input, isOnTheWay ? (slot?.path.slice(1) ?? []) : null, text)] as const];
  });
  return Object.fromEntries(given);
}

function usualOf({ name, type }: Input, way: readonly string[] | null, text: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [usualOf({ name, type: nullable.ofType }, way, text)];
  if (isInputObjectType(nullable))
    return fill(Object.values(nullable.getFields()), way === null ? null : { path: way }, text);
  if (way !== null) return text;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  return USUAL[name] ?? OF_SCALARS[nullable.name] ?? 'anything';
}
