import type { GraphQLSchema } from 'graphql';
import type { Answer, Asked } from '../api.ts';
import type { AskedField } from './asked-fields.ts';
import type { Probe } from './probes.ts';
import { selectionOf } from './selection.ts';
import { fill, type Slot, slotsOf } from './slots.ts';

/** One place of one field, asked by one thing that would show a person. */
export interface Cell {
  readonly field: string;
  readonly channel: string;
  /** Equal where nothing was learnt. */
  readonly ofExisting: string;
  readonly ofAbsent: string;
}

export type Ask = (query: string, variables: object) => Promise<Asked>;

interface Variant {
  readonly slot: Slot | null;
  readonly probe: Probe | null;
}

/** Aliases in one request. */
const MOST = 20;

/** Asks a field by all probes in all places that take one, by what is there and by what is not. */
export async function compareAnswers(
  schema: GraphQLSchema,
  asked: AskedField,
  probes: readonly Probe[],
  ask: Ask,
): Promise<Cell[]> {
  // Of what curators write about public records, ids alone could lead to a person; texts would be written.
  const isPublicChange = asked.isMutation && !probes.some(({ name }) => name === 'e-mail');
  const slots = slotsOf(asked.field.args, asked.hasKnownFilter).filter(({ isId }) => isId || !isPublicChange);
  const variants = slots.flatMap((slot): Variant[] =>
    probes
      .filter(({ argument }) => (argument ?? 'any') === (slot.path.at(-1) === 'after' ? 'after' : 'any'))
      .map((probe) => ({ slot, probe })),
  );
  const cells: Cell[] = [];
  for (const chunk of chunksOf(variants.length === 0 ? [{ slot: null, probe: null }] : variants)) {
    const existing = await answers(schema, asked, chunk, 'existing', ask);
    // Nothing to compare where nothing is sent: what is answered must hold nothing of the person all the same.
    const absent = variants.length === 0 ? existing : await answers(schema, asked, chunk, 'absent', ask);
    chunk.forEach(({ slot, probe }, index) => {
      cells.push({
        field: `${asked.name}(${slot?.path.join('.') ?? ''}) by ${probe?.name ?? 'nothing'}`,
        channel: channelOf(asked, slot, existing[index] ?? ''),
        ofExisting: existing[index] ?? '',
        ofAbsent: absent[index] ?? '',
      });
    });
  }
  return cells;
}

/** What is answered to each variant, without what was sent and what each request has of its own. */
async function answers(
  schema: GraphQLSchema,
  { field, way, isMutation }: AskedField,
  variants: readonly Variant[],
  which: 'existing' | 'absent',
  ask: Ask,
): Promise<string[]> {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  // What a change gives back of one's own record differs with each; what it says of others stands in its problems.
  const selectionBy = (slot: Slot | null) =>
    isMutation
      ? '{ problems { code path message } __typename }'
      : selectionOf(schema, field.type, way.length > 0 || slot?.path[0] === 'where' ? 0 : 2);
  const fields = variants.map(({ slot, probe }, index) => {
    const filled = Object.entries(fill(field.args, slot, probe?.[which] ?? ''));
    for (const [name, value] of filled) {
      declared.push(`$a${index}_${name}: ${field.args.find((one) => one.name === name)?.type}`);
      variables[`a${index}_${name}`] = value;
    }
    const given = filled.map(([name]) => `${name}: $a${index}_${name}`).join(', ');
    const last = `${field.name}${given && `(${given})`} ${selectionBy(slot)}`;
    return `a${index}: ${[...way, last].join(' { ')}${' }'.repeat(way.length)}`;
  });
  const parameters = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  const { data, errors, body } = await ask(
    `${isMutation ? 'mutation' : 'query'} ${parameters} { ${fields.join(' ')} }`,
    variables,
  );
  if (data === undefined) throw new Error(`${field.name} was not asked as it should be: ${body.slice(0, 500)}`);
  return variants.map(({ probe }, index) => {
    const ofField = (errors ?? []).filter(({ path }) => path?.[0] === `a${index}`);
    const whole = JSON.stringify([data?.[`a${index}`], ofField.map(withoutRequest)]);
    return probe === null ? whole : whole.replaceAll(JSON.stringify(probe[which]).slice(1, -1), '…');
  });
}

function withoutRequest({ message, extensions, path }: Answer): object {
  return { message, path: path?.slice(1), extensions: { ...extensions, requestId: undefined } };
}

function chunksOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / MOST) }, (_, index) =>
    items.slice(index * MOST, (index + 1) * MOST),
  );
}

const OF_FIELD: readonly (readonly [RegExp, string])[] = [
  [/^Query\.search$/, 'search'],
  [/paths$/i, 'path'],
  [/neighbourhood/, 'neighbourhood'],
  [/chains?$/i, 'chain'],
  [/flows|timeline|networkSummary|dataQuality|Statistics|partners|Gaps/i, 'aggregate'],
  [/totalCount|count/i, 'count'],
];

function channelOf({ name, isMutation }: AskedField, slot: Slot | null, answer: string): string {
  const last = slot?.path.at(-1);
  if (isMutation) return 'mutation';
  if (last === 'after') return 'cursor';
  if (slot?.path.includes('some')) return 'relation filter';
  const known = OF_FIELD.find(([pattern]) => pattern.test(name))?.[1];
  if (known) return known;
  if (answer.includes('"message"')) return 'error text';
  if (slot !== null && slot.path.length > 1) return 'filter';
  return slot !== null ? 'node by id' : 'select';
}
