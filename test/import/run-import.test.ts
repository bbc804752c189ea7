import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createIatiImporter } from '../../src/import/iati/iati-importer.ts';
import type { Importer } from '../../src/import/importer.ts';
import { printReport } from '../../src/import/print-report.ts';
import { type ImportProgress, runImport } from '../../src/import/run-import.ts';
import { Tally } from '../../src/import/tally.ts';
import { openInput } from '../support/open-input.ts';
import { fixture, importFixture } from './iati/import-fixture.ts';

/** An importer of a format without content: so many records, each of this size. */
function numbered(count: number, size = 1): Importer<number> {
  const source = {
    id: 's',
    kind: 'DATA_FILE',
    title: 't',
    publisher: 'p',
    licence: 'l',
    retrieved: '2025-01-01',
  } as const;
  return {
    source,
    bytes: count,
    async *read(onBytes) {
      for (let item = 1; item <= count; item += 1) {
        onBytes(item);
        yield { item, size };
      }
    },
    identifiersIn: (item) => [{ scheme: 'ORG_ID', value: String(item % 2) }],
    map: (item, findOwner) => ({
      record: { id: `${item} of ${findOwner('ORG_ID', String(item % 2))}`, facts: [] },
      problems: [],
      tallies: new Tally(),
      loss: new Tally(),
    }),
    finish: () => new Tally(),
  };
}

async function run(importer: Importer<number>) {
  const batches: string[][] = [];
  const questions: string[][] = [];
  const progress: ImportProgress[] = [];
  const report = await runImport(importer, {
    file: 'f',
    async resolveIdentifiers(references) {
      questions.push(references.map(({ value }) => value));
      return new Map(references.map(({ scheme, value }) => [`${scheme}|${value}`, `owner ${value}`]));
    },
    async writeRecords({ records }) {
      batches.push(records.map(({ id }) => id));
      return { written: 1, unchanged: records.length - 1 };
    },
    onProgress: (each) => progress.push(each),
  });
  return { report, batches, questions, progress };
}

describe('runImport', () => {
  it('writes in batches of 250, each with one question for the owners of its identifiers', async () => {
    const { batches, questions, report, progress } = await run(numbered(600));
    expect(batches.map(({ length }) => length)).toEqual([250, 250, 100]);
    expect(batches[0]?.slice(0, 2)).toEqual(['1 of owner 1', '2 of owner 0']);
    expect(questions).toEqual([
      ['1', '0'],
      ['1', '0'],
      ['1', '0'],
    ]);
    expect(report.records).toEqual({ read: 600, skipped: 0, written: 3, unchanged: 597 });
    expect(progress.map(({ bytes, totalBytes, records }) => [bytes, totalBytes, records])).toEqual([
      [250, 600, 250],
      [500, 600, 500],
      [600, 600, 600],
    ]);
  });

  it('writes enormous records one by one', async () => {
    expect((await run(numbered(3, 50_000))).batches.map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it('reads one batch ahead of what is being written, and never two', async () => {
    const read: number[] = [];
    const importer = numbered(1_000);
    let last = 0;
    await runImport(
      {
        ...importer,
        read: (onBytes) =>
          importer.read((item) => {
            last = item;
            onBytes(item);
          }),
      },
      {
        file: 'f',
        resolveIdentifiers: async () => new Map(),
        async writeRecords() {
          await sleep(20);
          read.push(last);
          return { written: 0, unchanged: 0 };
        },
      },
    );
    expect(read).toEqual([500, 750, 1_000, 1_000]);
  });

  it.each([1, 251, 600])('lets a failure of the graph rise, in a file of %i records', async (count) => {
    const failing = runImport(numbered(count), {
      file: 'f',
      resolveIdentifiers: async () => new Map(),
      writeRecords: () => Promise.reject(new Error('the graph is gone')),
    });
    await expect(failing).rejects.toThrow('the graph is gone');
  });

  it('waits for the write that is under way where reading fails', async () => {
    let isWriting = false;
    const importer = numbered(600);
    const failing = runImport(
      {
        ...importer,
        async *read(onBytes) {
          yield* importer.read(onBytes);
          throw new Error('the disk is gone');
        },
      },
      {
        file: 'f',
        resolveIdentifiers: async () => new Map(),
        async writeRecords() {
          isWriting = true;
          await sleep(50);
          isWriting = false;
          return { written: 0, unchanged: 0 };
        },
      },
    );
    await expect(failing).rejects.toThrow('the disk is gone');
    expect(isWriting).toBe(false);
  });

  it('writes nothing in a dry run and says so', async () => {
    const input = await openInput(fixture('minimal.xml'));
    const importer = await createIatiImporter({ input, title: 't', retrieved: '2025-01-01' });
    const report = await runImport(importer, { file: 'f', resolveIdentifiers: async () => new Map() });
    expect(report).toMatchObject({ isDryRun: true, records: { read: 1, written: 0 }, facts: { Project: 1 } });
  });
});

describe('the report', () => {
  it.each([
    ['minimal.xml', true],
    ['organisation-references.xml', true],
    ['truncated.xml', false],
    ['version-1.xml', true],
    ['version-3.xml', false],
  ])('of %s: read to its end: %s', async (name, isComplete) => {
    expect((await importFixture(name)).report.isComplete).toBe(isComplete);
  });

  it('is the same for the same file', async () => {
    const [one, other] = [await importFixture('complete.xml'), await importFixture('complete.xml')];
    expect({ ...one.report, milliseconds: 0 }).toEqual({ ...other.report, milliseconds: 0 });
    expect(one.records).toEqual(other.records);
  });

  it('shows at most three problems of a kind, each with file and line', async () => {
    const { report } = await importFixture('transactions.xml');
    expect(report.problems['missing-value']).toMatchObject({
      count: 5,
      examples: [{ line: 11 }, { line: 12 }, { line: 14 }],
    });
    expect(report.problems['bad-date']?.examples).toEqual([
      {
        file: fixture('transactions.xml'),
        line: 9,
        kind: 'bad-date',
        record: 'XX-TEST-1-money',
        message: 'XX-TEST-1-money: transaction-date/@iso-date: expected a date like 2020-05-01; found "2024-13-01"',
      },
    ]);
  });

  it('gives all problems as they are found to whoever wants them', async () => {
    const input = await openInput(fixture('transactions.xml'));
    const importer = await createIatiImporter({ input, title: 't', retrieved: '2025-01-01' });
    const found: string[] = [];
    const report = await runImport(importer, {
      file: 'f',
      resolveIdentifiers: async () => new Map(),
      onProblems: async (problems) => void found.push(...problems.map(({ kind }) => kind)),
    });
    expect(found.filter((kind) => kind === 'missing-value')).toHaveLength(5);
    const counted = Object.values(report.problems).reduce((sum, { count }) => sum + count, 0);
    expect(found).toHaveLength(counted);
  });

  it('says where to find the problems that it does not show', async () => {
    const { report } = await importFixture('transactions.xml');
    expect(printReport(report)).toContain('  These are the first of each kind: --problems <file> has all of them');
    expect(printReport(report, '/tmp/all.csv')).toContain('/tmp/all.csv has all of them');
    expect(printReport((await importFixture('truncated.xml')).report)).not.toContain('--problems');
  });

  it('is text for people', async () => {
    const { report } = await importFixture('truncated.xml');
    const text = printReport({ ...report, file: 'truncated.xml', milliseconds: 1234, isDryRun: true });
    expect(text.split('\n').slice(0, 3)).toEqual([
      'truncated.xml: 1 records in 1.2 s, nothing written (dry run)',
      'THE FILE WAS NOT READ TO ITS END: what was complete before the problem is kept.',
      expect.stringMatching(/^source {8}source:iati-[0-9a-f]{16}, as published to IATI$/),
    ]);
    expect(text).toMatch(/^ {2}malformed +1$/m);
    expect(text).toMatch(/truncated\.xml:8: the XML is not well-formed or is cut off/);
  });
});
