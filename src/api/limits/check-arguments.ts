import { DomainError } from '../../errors.ts';
import type { Limits } from './limits.ts';

/**
 * Refuses arguments of one field that are outside the limits; the message names the argument, what came and what was
 * expected. Gives how many relations the filter follows, each of which costs.
 */
export function checkArguments(field: string, args: Readonly<Record<string, unknown>>, limits: Limits): number {
  let hops = 0;
  for (const [name, value] of Object.entries(args)) {
    if (name === 'first' || name === 'limit') requireRange(`${field}(${name})`, value, 1, mostOf(field, limits));
    else if (name === 'offset') requireRange(`${field}(${name})`, value, 0, limits.offset);
    else if (name === 'where') hops += checkFilter(`${field}(${name})`, value, limits);
    else checkLists(`${field}(${name})`, value, mostItems(field, limits));
  }
  return hops;
}

/** How many a field gives at once: a page, but for questions whose answer is not one. */
function mostOf(field: string, { page, paths, neighbourhood }: Limits): number {
  return field === 'paths' ? paths : field === 'neighbourhood' ? neighbourhood : page;
}

/** How many a list has: who was written to is noted in longer ones than a question may be asked of. */
function mostItems(field: string, { listItems, notedAlumni }: Limits): number {
  return field === 'noteContact' ? notedAlumni : listItems;
}

function requireRange(argument: string, value: unknown, least: number, most: number): void {
  if (typeof value === 'number' && value >= least && value <= most) return;
  throw new DomainError('InvalidInput', `${argument}: got ${value}, expected a number from ${least} to ${most}`);
}

const RELATIONS = new Set(['some', 'all', 'none', 'single']);
const JUNCTIONS = new Set(['AND', 'OR', 'NOT', ...RELATIONS]);

interface FilterSize {
  leaves: number;
  hops: number;
}

/** How many relations the filter follows. */
function checkFilter(argument: string, filter: unknown, limits: Limits): number {
  const size: FilterSize = { leaves: 0, hops: 0 };
  measure(argument, filter, 1, size, limits);
  return size.hops;
}

function measure(argument: string, value: unknown, depth: number, size: FilterSize, limits: Limits): void {
  if (depth > limits.filterDepth) refuse(argument, `filters nested deeper than ${limits.filterDepth}`);
  if (Array.isArray(value)) requireFew(argument, value, limits.listItems);
  if (typeof value !== 'object' || value === null || isListOfValues(value)) {
    size.leaves += 1;
    if (size.leaves > limits.filterLeaves) refuse(argument, `more than ${limits.filterLeaves} tests`);
    for (const text of [value].flat()) requireShort(argument, text, limits);
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    size.hops += RELATIONS.has(key) ? 1 : 0;
    measure(argument, part, JUNCTIONS.has(key) ? depth + 1 : depth, size, limits);
  }
}

function requireShort(argument: string, text: unknown, { filterText }: Limits): void {
  if (typeof text !== 'string' || text.length <= filterText) return;
  throw new DomainError(
    'InvalidInput',
    `${argument}: got a text of ${text.length} characters, expected at most ${filterText}`,
  );
}

/** The values of `in` are one test together. */
function isListOfValues(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null);
}

function checkLists(argument: string, value: unknown, most: number): void {
  if (Array.isArray(value)) requireFew(argument, value, most);
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value))
      checkLists(Array.isArray(value) ? argument : `${argument}.${key}`, part, most);
  }
}

function requireFew(argument: string, list: readonly unknown[], most: number): void {
  if (list.length > most) refuse(argument, `${list.length} items; at most ${most} are answered`);
}

function refuse(argument: string, what: string): never {
  throw new DomainError('LimitExceeded', `${argument}: ${what}`);
}
