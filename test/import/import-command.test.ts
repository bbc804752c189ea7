import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importFiles } from '../../src/cli/commands/import.ts';
import { fixture } from './iati/import-fixture.ts';

describe('kazaid import --dry-run', () => {
  const printed: string[] = [];

  beforeEach(() => {
    printed.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line));
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  const run = (names: string[], json: boolean) =>
    importFiles(names.map(fixture), { json, dryRun: true, wait: true, publisher: 'The Registry' });

  it('prints one report for each file', async () => {
    await run(['minimal.xml', 'complete.xml'], false);
    expect(printed.map((text) => text.split('\n')[0])).toEqual([
      expect.stringMatching(/minimal\.xml: 1 records in .*, nothing written \(dry run\)$/),
      expect.stringMatching(/complete\.xml: 1 records/),
    ]);
    expect(process.exitCode).toBeUndefined();
  });

  it('prints an array of reports and nothing else with --json', async () => {
    await run(['minimal.xml', 'complete.xml'], true);
    expect(printed).toHaveLength(1);
    const reports = JSON.parse(printed[0] ?? '');
    expect(reports).toMatchObject([
      { isDryRun: true, source: { title: 'minimal.xml', publisher: 'The Registry' } },
      { records: { read: 1 }, tallies: { activities: { read: 1 } } },
    ]);
  });

  it('reads no file where one is missing', async () => {
    await expect(run(['minimal.xml', 'no-such-file.xml'], false)).rejects.toMatchObject({ code: 'NotFound' });
    expect(printed).toEqual([]);
  });

  it('gives exit code 1 where a file ends early', async () => {
    await run(['truncated.xml'], true);
    expect(process.exitCode).toBe(1);
  });
});
