import { readdir, readFile } from 'node:fs/promises';
import { type DefinitionNode, type DocumentNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';

const FOLDER = new URL('../../../schema/', import.meta.url);

/** The model in its two halves: what @neo4j/graphql generates queries for, and what is written by hand around it. */
export interface Definitions {
  readonly generated: DocumentNode;
  readonly handWritten: DocumentNode;
}

/**
 * Reads schema/*.graphql. Types marked @node, enums and scalars go to the library;
 * extensions, interfaces, inputs and all other types are the hand-written half.
 */
export async function readDefinitions(): Promise<Definitions> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.graphql')).sort();
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, FOLDER), 'utf8')));
  const definitions = texts.flatMap((text) => parse(text, { noLocation: true }).definitions);
  return {
    generated: document(definitions.filter(isForLibrary)),
    handWritten: document(definitions.filter((definition) => !isForLibrary(definition))),
  };
}

function document(definitions: readonly DefinitionNode[]): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions };
}

/** `Date` is a scalar that the library brings itself. */
const OWN_SCALARS = new Set(['Date', 'DateTime']);

function isForLibrary(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) return !OWN_SCALARS.has(definition.name.value);
  return definition.kind === Kind.ENUM_TYPE_DEFINITION || isNodeType(definition);
}

export function isNodeType(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    definition.directives?.some((directive) => directive.name.value === 'node') === true
  );
}
