import { parseTemplate } from './template.ts';

/** A column that a mapping names, and where it does. */
export interface NamedColumn {
  readonly column: string;
  readonly path: readonly PropertyKey[];
  /** Only whether it is filled, or with what, is looked at. */
  readonly isCondition: boolean;
}

/** Keys whose text is about the file or the evidence, and no template. */
const NOT_TEMPLATES: ReadonlySet<string> = new Set([
  'source',
  'file',
  'evidence',
  'because',
  'split',
  'forms',
  'codes',
  'is',
  'isNot',
]);

/** Every column that the part of a mapping names, with the path to each place. */
export function columnsOf(part: unknown, path: readonly PropertyKey[] = []): NamedColumn[] {
  if (typeof part === 'string') {
    return parseTemplate(part).columns.map((column) => ({ column, path, isCondition: false }));
  }
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(part) ? Number(key) : key];
    if (NOT_TEMPLATES.has(key)) return [];
    if (key === 'column' && typeof inner === 'string') return [{ column: inner, path: at, isCondition: true }];
    return columnsOf(inner, at);
  });
}
