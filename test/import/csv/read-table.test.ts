import { describe, expect, it } from 'vitest';
import { importTable, inputOf, LEAST, mappingOf } from './csv-fixture.ts';

const importText = (text: string, mapping = LEAST, piece = 1_000_000) =>
  importTable(inputOf(text, piece), mappingOf(mapping));

const titlesIn = async (text: string, mapping?: string, piece?: number) =>
  (await importText(text, mapping, piece)).nodes('Project').map(({ properties }) => properties.name);

describe('the rows of a table', () => {
  it.each([
    [',', 'id,title,x\n1,"A, and; B|C",\n'],
    [';', 'id;title;x\n1;"A, and; B|C";\n'],
    ['tab', 'id\ttitle\tx\n1\tA, and; B|C\t\n'],
    ['|', 'id|title|x\n1|"A, and; B|C"|\n'],
  ])('are told apart by %s, which is recognised', async (_, text) => {
    expect(await titlesIn(text)).toEqual(['A, and; B|C']);
  });

  it('are recognised by the columns of the mapping, not by whichever sign comes most', async () => {
    expect(await titlesIn('id;title;"a,b,c,d,e,f"\n1;One;\n')).toEqual(['One']);
  });

  it('hold quotes, quoted line breaks and lines that end either way', async () => {
    const text = 'id,title\r\n1,"He said ""no"""\r\n2,"two\nlines"\r\n3,a "word" within\r\n';
    expect(await titlesIn(text, LEAST, 3)).toEqual(['He said "no"', 'two lines', 'a "word" within']);
  });

  it('with too few or too many cells are left out and reported by row and line', async () => {
    const { report, problems } = await importText('id,title\n1,"two\nlines"\n\n2\n3,Three,,\n4,Four,more\n5,Five\n');
    expect(report.records).toMatchObject({ read: 3, written: 3 });
    expect(problems).toEqual([
      '5 bad-value: row 4: expected 2 cells, as the header has; found 1',
      '7 bad-value: row 6: expected 2 cells, as the header has; found 3',
    ]);
    expect(report.tallies.rows).toEqual({ read: 5, 'left out: another number of cells than the header': 2 });
  });

  it('end where a quote is opened and never closed; those before it are kept', async () => {
    const { report, problems } = await importText('id,title\n1,One\n2,"Two\n3,Three\n');
    expect(report.records.read).toBe(1);
    expect(report.isComplete).toBe(false);
    expect(problems[0]).toMatch(/malformed: not readable as CSV near line \d+: .*[Qq]uot/);
  });

  it('are bounded: a row of megabytes is refused, with the rows before it kept', async () => {
    const { report, problems } = await importText(`id,title\n1,One\n2,"${'long '.repeat(600_000)}\n`, LEAST, 65_536);
    expect(report.records.read).toBe(1);
    expect(problems[0]).toMatch(/malformed: expected rows of at most 2000000 bytes; found a longer one/);
  });
});

describe('rows of one record', () => {
  const SEVERAL = LEAST.replace('{ key: "{id}" }', '{ key: "{id}", rows: several }');

  it('make one record, complete when it is written, wherever they stand', async () => {
    const { records, nodes } = await importText(
      'id,title,text\n1,One,\n2,Two,second\n1,,first\n',
      SEVERAL.replace('"{title}" }', '"{title}", description: "{text}" }'),
    );
    expect(records.map(({ id }) => id)).toEqual(['csv:test:2', 'csv:test:1']);
    expect(nodes('Project').map(({ properties }) => [properties.name, properties.description])).toEqual([
      ['Two', 'second'],
      ['One', 'first'],
    ]);
    expect(nodes('Project')[1]?.statements.map(({ locator }) => locator)).toEqual(['row 2, id', 'row 4, id']);
  });

  it('that differ are a problem; the first holds', async () => {
    const { nodes, problems } = await importText('id,title\n1,One\n1,Uno\n', SEVERAL);
    expect(nodes('Project')).toMatchObject([{ properties: { name: 'One' } }]);
    expect(nodes('Name').map(({ properties }) => properties.value)).toEqual(['One', 'Uno']);
    expect(problems).toEqual([
      '3 repeated: row 3, 1: name: rows of the same activity differ, "One" and "Uno"; the first is kept',
    ]);
  });

  it('are left out but for the first, where a mapping expects one', async () => {
    const { report, problems } = await importText('id,title\n1,One\n1,Uno\n');
    expect(report.records.read).toBe(1);
    expect(problems).toEqual(['3 duplicate-identifier: row 3: 1 is in the file more than once; the first is kept']);
  });

  it('without a key are left out', async () => {
    const { report, problems } = await importText('id,title\n,One\n2,Two\n');
    expect(report.records.read).toBe(1);
    expect(problems).toEqual([
      '2 missing-identifier: row 2: record.key: expected a text of at most 300 characters; found none',
    ]);
  });
});
