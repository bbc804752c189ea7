import type { NodeFact, Properties } from './fact.ts';
import { foldText } from './fold-text.ts';
import { stableKey } from './identity.ts';
import { scriptOf } from './script.ts';
import type { Term } from './vocabulary.ts';

export interface NameNode {
  readonly id: string;
  readonly properties: Properties;
  readonly links: NonNullable<NodeFact['links']>;
}

/** A name as the graph keeps it: the same words in the same language name an entity once, whoever says so. */
export function nameNode(
  entityId: string,
  {
    value,
    language,
    kind,
  }: { readonly value: string; readonly language: string | null; readonly kind: Term<'NameKind'> },
): NameNode {
  return {
    id: `name:${stableKey(entityId, language ?? '', value)}`,
    properties: {
      value,
      language,
      kind,
      script: scriptOf(value),
      folded: foldText(value),
      subject: subjectOf(entityId),
    },
    links: [{ type: 'NAME_OF', to: entityId }],
  };
}

/** What sort of entity an id belongs to, as the id itself says: the search narrows by it. */
function subjectOf(entityId: string): string {
  return entityId.slice(0, entityId.indexOf(':'));
}
