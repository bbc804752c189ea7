import type { Importer } from './importer.ts';

/** The importer of a file of which nothing can be read: all that it gives is the problem that says why. */
export function refuseContent<Item>(importer: Importer<Item>, file: string, message: string): Importer<Item> {
  return {
    ...importer,
    async *read() {
      yield { problem: { file, line: 1, kind: 'refused', message } };
    },
  };
}
