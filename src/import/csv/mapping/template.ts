/** A text with the names of columns in braces: `{title}`, `crs-{donor}-{id}`. */
export interface Template {
  readonly parts: readonly (string | { readonly column: string })[];
  /** The columns it names, each once. */
  readonly columns: readonly string[];
}

const COLUMN = /\{([^{}]+)\}/;

/** Reads the text of a template. What is not in braces stands for itself. */
export function parseTemplate(text: string): Template {
  const parts = text
    .split(COLUMN)
    .map((part, index) => (index % 2 === 0 ? part : { column: part.trim() }))
    .filter((part) => part !== '');
  const columns = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.column]));
  return { parts, columns: [...new Set(columns)] };
}

/** A brace that neither opens nor closes the name of a column, or has none in it: nobody meant it. */
export function hasStrayBrace(text: string): boolean {
  const { parts } = parseTemplate(text);
  return parts.some((part) => (typeof part === 'string' ? /[{}]/.test(part) : part.column === ''));
}

/** The text with the brace that was most likely forgotten; undefined where that cannot be told. */
export function withMissingBrace(text: string): string | undefined {
  return [`${text}}`, `{${text}`].find((mended) => !hasStrayBrace(mended));
}

/** The text where it names no column: then it is the same in every row. */
export function constantOf(text: string): string | undefined {
  return COLUMN.test(text) ? undefined : text;
}
