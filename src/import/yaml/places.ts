import { type Document, type LineCounter, type Node, visit } from 'yaml';

/** Something wrong in a YAML file. */
export interface YamlProblem {
  readonly line: number;
  readonly message: string;
}

/** What is not YAML, and aliases (`*name`) of anchors that nothing sets. */
export function findUnreadable(document: Document, lines: LineCounter): YamlProblem[] {
  const unreadable = document.errors.map(({ pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    message: `not readable as YAML: ${message.split('\n')[0]?.replace(/ at line .*$/, '')}`,
  }));
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      const line = alias.range ? lines.linePos(alias.range[0]).line : 1;
      unreadable.push({ line, message: `not readable as YAML: nothing before it is marked &${alias.source}` });
    },
  });
  return unreadable;
}

/** The line of the nearest thing that exists on the path. */
export function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
