import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { howManyWorkers } from './test/support/how-many-workers.ts';
import { LongFilesFirst } from './test/support/long-files-first.ts';

export default defineConfig({
  resolve: {
    alias: [
      // Vitest would give our own files graphql's index.mjs, while the libraries get its index.js: two graphql, whose
      // classes are strangers to each other. Outside the tests Node gives index.js to all.
      { find: /^graphql$/, replacement: fileURLToPath(new URL('./node_modules/graphql/index.js', import.meta.url)) },
    ],
  },
  test: {
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.int.test.ts'],
          setupFiles: 'test/support/reproducible-properties.ts',
          // Some read large files; a busy machine takes its time.
          testTimeout: 60_000,
          // The files of a worker share one process, in which the libraries are loaded once.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['test/**/*.int.test.ts'],
          globalSetup: 'test/support/neo4j-global-setup.ts',
          setupFiles: 'test/support/own-test-server.ts',
          // The files of a worker share one database, and one process, in which the libraries are loaded and the schema is built once.
          maxWorkers: howManyWorkers(),
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
