import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importFiles } from '../../src/cli/commands/import.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { zipOf } from '../support/zip-of.ts';
import { LEAST } from './csv/csv-fixture.ts';
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

  const OPTIONS = { json: false, dryRun: true, wait: true } as const;
  const run = (names: string[], json: boolean, problems?: string) =>
    importFiles(
      names.map((name) => (name.startsWith('/') ? name : fixture(name))),
      { ...OPTIONS, json, publisher: 'The Registry', problems },
    );

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

  it('refuses a file of another format by what it is', async () => {
    const file = join(createTemporaryFolder(), 'report.xml');
    writeFileSync(file, '%PDF-1.7\n');
    await expect(run([fixture('minimal.xml'), file], false)).rejects.toThrow(`${file}: this is a PDF`);
    expect(printed).toEqual([]);
  });

  it('reads the others where one in a folder or an archive is of another format', async () => {
    const folder = createTemporaryFolder();
    const xml = readFileSync(fixture('minimal.xml'));
    writeFileSync(join(folder, 'a.json'), '{}');
    writeFileSync(join(folder, 'b.xml'), xml);
    writeFileSync(join(folder, 'c.zip'), zipOf([{ name: 'd.csv', content: 'id;title\n' }]));
    writeFileSync(join(folder, 'e.xlsx'), zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }]));
    await run([folder], true);
    const message = (text: string) => ({
      refused: { count: 1, examples: [{ message: expect.stringContaining(text) }] },
    });
    expect(JSON.parse(printed[0] ?? '')).toMatchObject([
      { records: { read: 0 }, problems: message('this is JSON') },
      { records: { read: 1 }, problems: {} },
      { file: join(folder, 'c.zip/d.csv'), records: { read: 0 }, problems: message('this looks like a table') },
      { file: join(folder, 'e.xlsx'), records: { read: 0 }, problems: message('this is an Office file') },
    ]);
    expect(process.exitCode).toBe(1);
  });

  it('writes every problem into a file of its own', async () => {
    const problems = join(createTemporaryFolder(), 'problems.csv');
    await run(['transactions.xml', 'truncated.xml'], false, problems);
    const [header, ...rows] = readFileSync(problems, 'utf8').trimEnd().split('\r\n');
    expect(header).toBe('file,line,record,kind,message');
    const file = fixture('transactions.xml');
    expect(rows.filter((row) => row.startsWith(file) && row.includes(',missing-value,'))).toHaveLength(5);
    expect(rows[0]).toMatch(new RegExp(`^${file},9,XX-TEST-1-money,bad-date,"XX-TEST-1-money: transaction-date`));
    expect(rows).toContainEqual(expect.stringMatching(/truncated\.xml,8,,malformed,the XML is not well-formed/));
    expect(statSync(problems).mode & 0o777).toBe(0o600);
    expect(printed[0]).toContain(`${problems} has all of them`);
  });

  it('writes no problem that a spreadsheet would compute', async () => {
    const folder = createTemporaryFolder();
    writeFileSync(join(folder, 't.csv'), 'id,title,c\n=1+1,A,nowhere\n');
    writeFileSync(join(folder, 'm.yaml'), `${LEAST}recipients: [{ country: "{c}" }]`);
    await importFiles([join(folder, 't.csv')], {
      ...OPTIONS,
      mapping: join(folder, 'm.yaml'),
      problems: join(folder, 'p.csv'),
    });
    expect(readFileSync(join(folder, 'p.csv'), 'utf8')).toContain(",2,'=1+1,unknown-code,");
  });

  it('replaces no file by problems, and leaves none where nothing was read', async () => {
    const folder = createTemporaryFolder();
    const problems = join(folder, 'problems.csv');
    await expect(run(['no-such-file.xml'], false, problems)).rejects.toMatchObject({ code: 'NotFound' });
    writeFileSync(problems, 'mine');
    await expect(run(['minimal.xml'], false, problems)).rejects.toThrow(`${problems} is there already`);
    await expect(run(['minimal.xml'], false, join(folder, 'none/p.csv'))).rejects.toThrow('its folder does not exist');
    expect(readFileSync(problems, 'utf8')).toBe('mine');
  });

  it('gives exit code 1 where a file ends early', async () => {
    await run(['truncated.xml'], true);
    expect(process.exitCode).toBe(1);
  });
});
