import { describe, expect, it } from 'vitest';
import { describeContent } from '../../../src/import/iati/describe-content.ts';
import { readRecords } from '../../../src/import/iati/read-records.ts';
import type { ImportProblem } from '../../../src/import/importer.ts';
import type { InputFile } from '../../../src/import/input-file.ts';
import { importInput } from './import-fixture.ts';

/** Whoever keeps more than this of a file before refusing it holds more than one piece of it in memory. */
const MOST_READ = 4_000_000;

const START = '<iati-activities version="2.03"><iati-activity><title>';

/** A file that never ends: a beginning, then the same again and again. It tells how much of it was read. */
function endless(beginning: string, again: string): InputFile & { readonly bytesRead: () => number } {
  const piece = Buffer.from(again.repeat(Math.ceil(65_536 / again.length)));
  let bytesRead = 0;
  return {
    name: 'endless.xml',
    bytes: Number.MAX_SAFE_INTEGER,
    bytesRead: () => bytesRead,
    async *read() {
      yield Buffer.from(beginning);
      for (;;) {
        bytesRead += piece.length;
        yield piece;
      }
    },
  };
}

async function problemsOf(input: InputFile): Promise<ImportProblem[]> {
  const problems: ImportProblem[] = [];
  for await (const read of readRecords(input)) if ('problem' in read) problems.push(read.problem);
  return problems;
}

describe('a file made to fill the memory is refused after a few pieces', () => {
  it.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><iati-activities>', '&b;', /DOCTYPE/],
    ['a DOCTYPE without end', '<!DOCTYPE a [', '<!ENTITY b "&a;&a;">', /text or attribute of more than 1000000/],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><iati-activities>', '&x;', /DOCTYPE/],
    ['a DOCTYPE from elsewhere', '<!DOCTYPE a SYSTEM "http://localhost/a.dtd"><iati-activities>', ' ', /DOCTYPE/],
    ['nesting without end', START, '<a>', /nested deeper than 100/],
    ['nesting without end beside the activities', '<iati-activities>', '<a>', /nested deeper than 100/],
    ['an attribute without end', `${START}<a b="`, 'x', /text or attribute of more than 1000000/],
    ['an attribute name without end', `${START}<a `, 'x', /text or attribute of more than 1000000/],
    ['an element name without end', `${START}<a`, 'x', /text or attribute of more than 1000000/],
    ['attributes without end', `${START}<a `, numbered(10_000), /element of more than 1000 attributes/],
    ['attributes of the root without end', '<iati-activities ', numbered(10_000), /more than 1000 attributes/],
    ['a text without end', START, 'x', /text or attribute of more than 1000000/],
    ['a text without end in parts', START, 'xxxxxxxx<b/>', /text or attribute of more than 1000000/],
    ['CDATA without end', `${START}<![CDATA[`, 'x', /text or attribute of more than 1000000/],
    ['a comment without end', `${START}<!--`, 'x', /text or attribute of more than 1000000/],
    ['an instruction without end', `${START}<?x `, 'x', /text or attribute of more than 1000000/],
    ['an entity without end', `${START}&`, 'x', /text or attribute of more than 1000000|not well-formed/],
  ])('%s', async (_, beginning, again, message) => {
    const input = endless(beginning, again);
    const problems = await problemsOf(input);
    expect(problems).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(input.bytesRead()).toBeLessThan(MOST_READ);
  });

  it('kinds of loss without end are summed up', async () => {
    const elements = Array.from({ length: 5_000 }, (_, index) => `<a${index}/>`).join('');
    const content = `<iati-activities version="2.03"><iati-activity><iati-identifier>a</iati-identifier>${elements}`;
    const { report } = await importInput({
      name: 'a file',
      bytes: content.length,
      async *read() {
        yield Buffer.from(`${content}</iati-activity></iati-activities>`);
      },
    });
    const lost = report.loss['elements the model does not hold'] ?? {};
    expect(Object.keys(lost)).toHaveLength(1_001);
    expect(lost['all others']).toBe(4_000);
  });

  it('an entity that the file does not define is no text', async () => {
    const [problem] = await problemsOf(endless(`${START}&passwd;`, 'x'));
    expect(problem).toMatchObject({ kind: 'malformed' });
  });

  /** Attributes with different names: repeated ones are refused anyway. */
  function numbered(count: number): string {
    return Array.from({ length: count }, (_, index) => `a${index}=""`).join(' ');
  }
});

describe('the look for publishers', () => {
  it.each([
    ['tags that never end', '<reporting-org '],
    ['a tag of nothing but space', ' '],
    ['the word it looks for', 'ref '],
  ])('is not slowed down by %s', async (_, again) => {
    const content = Buffer.from(`<reporting-org ${again.repeat(5_000_000 / again.length)}`);
    const started = performance.now();
    const { publishers } = await describeContent({
      name: 'a file',
      bytes: content.length,
      async *read() {
        for (let start = 0; start < content.length; start += 65_536) yield content.subarray(start, start + 65_536);
      },
    });
    expect(publishers).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
