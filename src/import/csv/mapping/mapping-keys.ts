import type { z } from 'zod';
import { mappingFormat } from './format.ts';

/** Every key that may stand somewhere in a mapping, to suggest the one that was meant. */
export const MAPPING_KEYS: ReadonlySet<string> = new Set(keysIn(mappingFormat));

interface Definition {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}

/** The keys of the shape and of all shapes in it. */
export function keysIn(type: z.ZodType): string[] {
  const { shape = {}, options = [], element, innerType, in: input } = type.def as Definition;
  const inner = [...Object.values(shape), ...options, element, innerType, input];
  return [...Object.keys(shape), ...inner.flatMap((each) => (each === undefined ? [] : keysIn(each)))];
}
