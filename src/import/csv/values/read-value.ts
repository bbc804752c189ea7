import { parseTemplate, type Template } from '../mapping/template.ts';
import type { ValueMapping } from '../mapping/value-format.ts';
import type { Cells } from '../read/cells.ts';

const templates = new Map<string, Template>();

/** The text of a template in this row; undefined where one of its columns is empty. */
export function fill(text: string, cells: Cells): string | undefined {
  const template = templates.get(text) ?? parseTemplate(text);
  templates.set(text, template);
  let filled = '';
  for (const part of template.parts) {
    const piece = typeof part === 'string' ? part : cells.cell(part.column);
    if (piece === '') return undefined;
    filled += piece;
  }
  return filled;
}

export type ReadValue =
  | { readonly text: string | undefined }
  /** A text that is not among the codes of the mapping. */
  | { readonly unknown: string; readonly expected: readonly string[] };

/** What the value comes to in this row: its text, what the text stands for, or else what the mapping says otherwise. */
export function readValue({ value, codes, otherwise }: ValueMapping, cells: Cells): ReadValue {
  const text = fill(value, cells);
  const meant = text === undefined || codes === undefined ? text : codes[text];
  if (meant !== undefined && meant !== '') return { text: meant };
  if (otherwise !== undefined) return { text: fill(otherwise, cells) };
  if (text === undefined || meant === '') return { text: undefined };
  return { unknown: text, expected: Object.keys(codes ?? {}) };
}
