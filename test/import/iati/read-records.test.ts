import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readRecords } from '../../../src/import/iati/read-records.ts';
import type { XmlElement } from '../../../src/import/iati/xml-element.ts';
import { openInput } from '../../support/open-input.ts';
import { fixture } from './import-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kazaid-iati-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, 'file.xml');
  writeFileSync(path, content);
  return path;
}

/** Activities as `line identifier`, problems as `line kind: message`. */
async function read(path: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const each of readRecords(await openInput(path))) {
    lines.push(
      'problem' in each
        ? `${each.problem.line} ${each.problem.kind}: ${each.problem.message}`
        : `${each.record.line} ${each.record.children.find(({ name }) => name.endsWith('-identifier'))?.text.trim()}`,
    );
  }
  return lines;
}

async function activityIn(path: string): Promise<XmlElement> {
  for await (const each of readRecords(await openInput(path))) if ('record' in each) return each.record;
  throw new Error('no activity');
}

const activity = (inside: string) =>
  `<iati-activities version="2.03"><iati-activity>${inside}</iati-activity></iati-activities>`;
const WHOLE = '<iati-identifier>whole</iati-identifier>';

describe('readRecords: fixtures', () => {
  it.each([
    ['minimal.xml', ['3 XX-TEST-1-a']],
    ['duplicate-identifier.xml', ['2 XX-TEST-1-twice', '7 XX-TEST-1-twice', '12 ']],
    ['entity-bomb.xml', [expect.stringMatching(/^6 refused: .*DOCTYPE/)]],
    ['truncated.xml', ['2 XX-TEST-1-whole', expect.stringMatching(/^8 malformed: .*unclosed tag/)]],
    ['malformed.xml', ['2 XX-TEST-1-whole', expect.stringMatching(/^6 malformed: .*unexpected close tag/)]],
    ['organisations.xml', ['2 XX-TEST-1', '13 YY-REG-7', '17 XX-TEST-1', '18 22000', '19 undefined']],
    ['version-1.xml', ['2 XX-TEST-1-old']],
    ['version-3.xml', [expect.stringMatching(/^1 unsupported-version: .*1\.01 to 2\.03, found "3.01"/)]],
    ['no-iati.xml', [expect.stringMatching(/^1 refused: .*"html"; expected iati-activities or iati-organisations/)]],
    ['latin-1.xml', [expect.stringMatching(/^1 encoding: .*"ISO-8859-1"/)]],
  ])('%s', async (name, expected) => {
    expect(await read(fixture(name))).toEqual(expected);
  });
});

describe('readRecords: what is too big to be honest', () => {
  it.each([
    ['elements nested too deep', activity('<a>'.repeat(99) + '</a>'.repeat(99)), /nested deeper than 100/],
    ['a text of more than a million characters', activity(`<a>${'x'.repeat(1_000_001)}</a>`), /text or attribute/],
    ['a text in many parts', activity(`<a>${'<b/>xxxxxxxxxx'.repeat(100_001)}</a>`), /text or attribute/],
    ['an attribute', activity(`<a b="${'x'.repeat(1_000_001)}"/>`), /text or attribute/],
    ['a text that never ends', `<iati-activities><iati-activity>${'x'.repeat(2_100_000)}`, /text or attribute/],
    ['a comment that never ends', `<iati-activities><!--${'x'.repeat(2_100_000)}`, /text or attribute/],
    ['a DOCTYPE that never ends', `<!DOCTYPE a [${'x'.repeat(2_100_000)}`, /text or attribute/],
    ['an activity of more than a million elements', activity('<a/>'.repeat(1_000_001)), /1000000 elements/],
  ])('refuses %s', async (_, xml, message) => {
    expect(await read(fileOf(xml))).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['the deepest nesting', activity(WHOLE + '<a>'.repeat(98) + '</a>'.repeat(98))],
    ['the longest text', activity(`${WHOLE}<a>${'x'.repeat(1_000_000)}</a>`)],
  ])('reads %s that is allowed', async (_, xml) => {
    expect(await read(fileOf(xml))).toEqual(['1 whole']);
  });
});

describe('readRecords: encodings and compression', () => {
  const cyrillic = activity('<iati-identifier>Мост — 𝔸</iati-identifier>');

  it.each([
    ['a byte order mark', `\uFEFF${cyrillic}`],
    ['gzip, whatever the name', gzipSync(cyrillic)],
  ])('accepts %s', async (_, content) => {
    expect(await read(fileOf(content))).toEqual(['1 Мост — 𝔸']);
  });

  it('keeps a replacement character that the publisher wrote', async () => {
    expect(await read(fileOf(activity('<iati-identifier>a\uFFFDb</iati-identifier>')))).toEqual(['1 a\uFFFDb']);
  });

  it('never cuts a letter in two, wherever the pieces of the file end', async () => {
    const long = 'Ж𝔸—'.repeat(40_000);
    expect(await read(fileOf(activity(`<iati-identifier>a${long}</iati-identifier>`)))).toEqual([`1 a${long}`]);
  });

  it('stops at bytes that are not UTF-8 and keeps what was complete before', async () => {
    const before = `<iati-activities>\n<iati-activity>${WHOLE}</iati-activity>\n<iati-activity>`;
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xe9, 0x20]), Buffer.from('</iati-activity>')]);
    expect(await read(fileOf(bytes))).toEqual(['2 whole', expect.stringMatching(/^3 encoding: /)]);
  });

  it('refuses UTF-16', async () => {
    const bytes = Buffer.from(`\uFEFF${cyrillic}`, 'utf16le');
    expect(await read(fileOf(bytes))).toEqual([expect.stringMatching(/^1 encoding: .*UTF-16/)]);
  });

  it('reports a gzip file that is cut off', async () => {
    const whole = gzipSync(readFileSync(fixture('complete.xml')));
    const lines = await read(fileOf(whole.subarray(0, whole.length - 200)));
    expect(lines.at(-1)).toMatch(/malformed: the gzip file is damaged or cut off/);
  });

  it('reports an empty file of a folder', async () => {
    fileOf('');
    expect(await read(folder)).toEqual([expect.stringMatching(/malformed/)]);
  });
});

describe('readRecords: elements', () => {
  it('gives each element the line of its start tag, also where the tag goes over several lines', async () => {
    const { children } = await activityIn(fileOf(activity('\n<a\n b="1"\n/>\n<c>\n<d\t/></c>')));
    expect(children.map(({ name, line }) => [name, line])).toEqual([
      ['a', 2],
      ['c', 5],
    ]);
    expect(children[1]?.children[0]?.line).toBe(6);
  });

  it('keeps attributes, CDATA and escaped text, and nothing of an element named like a built-in', async () => {
    const { children } = await activityIn(
      fileOf(activity('<a b="&lt;&#65;">x<![CDATA[<y>]]>&amp;</a><__proto__ toString="1"/>')),
    );
    expect(children[0]).toMatchObject({ text: 'x<y>&', attributes: { b: '<A' } });
    expect(children[1]?.attributes.toString).toBe('1');
  });

  it('reads no activity that is not directly in the root', async () => {
    const xml = `<iati-activities><x><iati-activity>${WHOLE}</iati-activity></x></iati-activities>`;
    expect(await read(fileOf(xml))).toEqual([]);
  });
});
