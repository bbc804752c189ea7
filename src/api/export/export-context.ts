import type { Graph } from '../../graph/open-graph.ts';
import type { Schemas } from '../build-schema.ts';
import { createContext, type RequestContext } from '../context.ts';
import type { ReadGenerated } from '../generated/read-generated.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits/limits.ts';

/** What an export reads from: nobody is signed in, so that nothing personal can be in it. */
export interface ExportContext {
  readonly graph: Graph;
  readonly schemas: Schemas;
  readonly readGenerated: ReadGenerated;
  /** What a filter may ask for. */
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
}

/** The context of one page: what was loaded for it goes with it. */
export function pageContext({ graph, readGenerated, signal }: ExportContext): RequestContext {
  return createContext({ graph, readGenerated, ...(signal && { signal }) });
}

/** The limits of filters that hold for this export. */
export function limitsOf({ limits }: ExportContext): Limits {
  return limits ?? DEFAULT_LIMITS;
}
