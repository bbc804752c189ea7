import type { RequestContext } from '../context.ts';
import { idOf } from './record-id.ts';

/** What supports a record, relation or figure. One round trip for all facts of a page. */
export function evidence(fact: object, { first }: { readonly first: number }, { loaders }: RequestContext) {
  return loaders.evidence.load({ factId: idOf(fact), limit: first });
}
