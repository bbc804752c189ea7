import { describe, expect, it } from 'vitest';
import { foreignContent } from '../../../src/import/files/foreign-content.ts';
import { zipOf } from '../../support/zip-of.ts';

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const xlsx = zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]);
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('what is no IATI', () => {
  it.each([
    [
      '%PDF-1.7\n',
      /^this is a PDF, of which nothing can be read; expected IATI \(XML\), or a table \(CSV\) with --mapping$/,
    ],
    [xlsx, /^this is an Office file \(such as xlsx, docx or ods\): save the sheet as CSV/],
    [latin1('\xd0\xcf\x11\xe0\xa1\xb1'), /^this is an Office file/],
    [zipOf([{ name: 'a.xml', content: '<a/>' }]), /^this is an archive within an archive/],
    [latin1('\x89PNG\r\n'), /^this is an image/],
    ['\uFEFF {"activities": []}', /^this is JSON/],
    ['<!DOCTYPE html><html>', /^this is a web page/],
    ['No;Activity;Year\n1;A;2024\n', /^this looks like a table: say what its columns mean by --mapping/],
    [utf16('No\tActivity\n'), /^this looks like a table/],
    ['Read me first\n', /^this is no XML; expected IATI/],
    [Buffer.alloc(100), /^this is no XML/],
  ])('says what it is: %#', (content, message) => {
    expect(foreignContent(Buffer.from(content as string), 'iati')).toMatch(message);
  });

  it.each(['', ' \n<iati-activities/>', '\uFEFF<?xml version="1.0"?>', '<', utf16('<iati-activities/>')])(
    'may be what looks like XML, or nothing: %#',
    (content) => {
      expect(foreignContent(Buffer.from(content as string), 'iati')).toBeNull();
    },
  );
});

describe('what is no table', () => {
  it.each([
    ['%PDF-1.7\n', /^this is a PDF, of which nothing can be read; expected a table \(CSV\)$/],
    [xlsx, /^this is an Office file/],
    ['<?xml version="1.0"?><iati-activities/>', /^this is XML: leave out --mapping where it is IATI/],
    ['[{"a": 1}]', /^this is JSON/],
  ])('says what it is: %#', (content, message) => {
    expect(foreignContent(Buffer.from(content as string), 'table')).toMatch(message);
  });

  it.each(['id,title\n', '[id];{title}\n', 'one column\n', utf16('id\n'), '<5 years,>5 years\n', ''])(
    'may be what has a first row: %#',
    (content) => {
      expect(foreignContent(Buffer.from(content as string), 'table')).toBeNull();
    },
  );
});
