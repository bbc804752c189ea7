import { type GraphQLObjectType, type GraphQLOutputType, getNamedType } from 'graphql';

interface Tree extends Map<string, Tree> {}

/** The GraphQL selection that answers these paths; lists are asked for as long as a page may be. */
export function selectPaths(type: GraphQLOutputType, paths: readonly string[]): string {
  const tree: Tree = new Map();
  for (const path of paths) {
    let at = tree;
    for (const name of path.split('.')) {
      const next = at.get(name) ?? new Map();
      at.set(name, next);
      at = next;
    }
  }
  return print(type, tree);
}

const LONGEST_PAGE = 100;

function print(type: GraphQLOutputType, tree: Tree): string {
  const fields = (getNamedType(type) as GraphQLObjectType).getFields();
  const selected = [...tree].map(([name, inner]) => {
    const field = fields[name];
    if (!field) throw new Error(`${String(type)} has no field ${name}`);
    const page = field.args.find((argument) => argument.name === 'first' || argument.name === 'limit');
    const args = page ? `(${page.name}: ${LONGEST_PAGE})` : '';
    return `${name}${args}${inner.size > 0 ? ` ${print(field.type, inner)}` : ''}`;
  });
  return `{ ${selected.join(' ')} }`;
}
