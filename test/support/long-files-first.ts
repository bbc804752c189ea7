import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each takes more than a quarter of a minute, the longest first: begun last, one would keep the other worker waiting. */
const LONG = [
  'cli/import-command',
  'api/injection',
  'api/alumni/privacy-matrix',
  'api/alumni/erasure',
  'oracle/oracle',
  'graph/write-records',
  'graph/write-seed',
  'cli/serve-command',
  'api/alumni/public-answers',
  'oracle/connected-records',
  'cli/export-command',
  'oracle/suggestions',
  'api/golden-queries',
  'api/questions/potential-chains',
  'embedded/embedded-neo4j',
  'api/questions/funding-chains',
  'api/curation/decisions',
  'api/curation/retractions-and-merges',
  'api/export/tables',
  'api/questions/funding-chains-real-file',
  'oracle/shared-work',
].map((name) => `test/${name}.int.test.ts`);

/** The order in which workers take files: the long ones, then as Vitest has it (the longest, or largest, first). */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((file) => moduleId.endsWith(`/${file}`));
  return place === -1 ? LONG.length : place;
}
