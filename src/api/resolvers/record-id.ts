import { ID_ALIAS } from '../generated/translate-selection.ts';

/** The id of a record or relation, whether the generated half gave it or a question of ours. */
export function idOf(parent: object): string {
  const { [ID_ALIAS]: generated, id } = parent as { [ID_ALIAS]?: string; id?: string };
  const found = generated ?? id;
  if (found === undefined) throw new Error('a record without an id cannot be resolved further');
  return found;
}
