import type { Term } from './vocabulary.ts';

/** A document or data file that statements come from. */
export interface Source {
  readonly id: string;
  readonly kind: Term<'SourceKind'>;
  readonly title: string;
  readonly publisher: string;
  readonly author?: string;
  /** EDTF, as published; absent where the source is undated. */
  readonly published?: string;
  readonly publishedNote?: string;
  readonly language?: string;
  readonly licence: string;
  /** YYYY-MM-DD. */
  readonly retrieved: string;
  readonly url?: string;
  readonly sha256?: string;
  readonly note?: string;
}
