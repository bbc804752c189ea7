import type { ProblemKind } from './importer.ts';

/** Nothing more of the file can be read. Importers turn it into a problem; it never leaves them. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped';

  constructor(
    readonly kind: ProblemKind,
    message: string,
  ) {
    super(message);
  }
}
