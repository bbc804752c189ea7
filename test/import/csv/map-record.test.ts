import { describe, expect, it } from 'vitest';
import { importTable, inputOf, LEAST, mappingOf } from './csv-fixture.ts';

const importText = (text: string, mapping: string, owners?: Record<string, string>) =>
  importTable(inputOf(text), mappingOf(LEAST + mapping), owners);

describe('an actor', () => {
  const actors = async (header: string, cell: string, actor: string, owners?: Record<string, string>) => {
    const text = `id,title,${header}\n1,One,${cell}\n`;
    const table = await importText(text, `participations:\n  - { role: FUNDING, actor: ${actor} }\n`, owners);
    return { ...table, ids: table.edges('PARTICIPATES_IN').map(({ from }) => from) };
  };

  it.each([
    ['kz', 'country:KZ'],
    ['KAZ', 'country:KZ'],
    ['Kazakhstan', 'country:KZ'],
    ['Timor-Leste', 'country:TL'],
    ['Таджикистан', 'country:TJ'],
    ['Тәжікстан', 'country:TJ'],
  ])('by %s is a country', async (cell, id) => {
    expect((await actors('c', cell, '{ country: "{c}" }')).ids).toEqual([id]);
  });

  it('that is no country is a problem', async () => {
    const { ids, problems } = await actors('c', 'Regional Bureau', '{ country: "{c}" }');
    expect(ids).toEqual([]);
    expect(problems).toEqual([
      '2 unknown-code: row 2, 1: expected a country by its ISO code (KZ, KAZ) or its name in English, Russian or Kazakh; found "Regional Bureau"',
    ]);
  });

  it('is called in no language by a code that is none', async () => {
    const { problems, nodes } = await importText(
      'id,title,l\n1,One,kz\n2,Two,KAZ\n',
      'participations:\n  - { role: FUNDING, actor: { name: An office, language: "{l}" } }\n',
    );
    expect(problems).toEqual([
      '2 unknown-code: row 2, 1: language: expected the BCP 47 code of a language, like kk or ru; found "kz"; did you mean "kk"?',
    ]);
    const names = nodes('Name').filter(({ properties: { value } }) => value === 'An office');
    expect(names.map(({ properties: { language } }) => language)).toEqual(['und', 'kk']);
  });

  it('in a cell of several is looked up among the codes of the mapping, each by itself', async () => {
    const { edges, problems } = await importText(
      'id,title,Страны\n1,One,Тадж. и РУз\n2,Two,РТ\n',
      'recipients:\n  - { country: { value: "{Страны}", codes: { Кирг.: KG, Тадж.: TJ, РУз: UZ } }, split: [", ", " и "] }\n',
    );
    expect(edges('PARTICIPATES_IN').map(({ from }) => from)).toEqual(['country:TJ', 'country:UZ']);
    expect(problems).toEqual([
      '3 unknown-code: row 3, 2: country: expected one of "Кирг.", "Тадж.", "РУз"; found "РТ"',
    ]);
  });

  it('by the code of a donor is a country, or an organisation', async () => {
    expect((await actors('d', '613', '{ donor: "{d}" }')).ids).toEqual(['country:KZ']);
    expect((await actors('d', '918', '{ donor: "{d}" }')).ids).toEqual(['organisation:XM-DAC-918']);
  });

  it('is whoever in the graph owns its identifier', async () => {
    const owners = { 'DAC_AGENCY|742-4': 'organisation:koica', 'CRS_CHANNEL|41114': 'organisation:undp' };
    expect((await actors('a', '742-4', '{ agency: "{a}" }', owners)).ids).toEqual(['organisation:koica']);
    expect((await actors('c', '41114', '{ channel: "{c}" }', owners)).ids).toEqual(['organisation:undp']);
  });

  it('by the code of an agency is its country’s own, as the first row says', async () => {
    const { edges } = await importText(
      'id,title,a\n1,One,742-4\n2,Two,742-4\n',
      'participations:\n  - { role: FUNDING, actor: { agency: "{a}" } }\n',
    );
    expect(edges('BELONGS_TO')).toMatchObject([{ from: 'organisation:XM-DAC-742-4', to: 'country:KR' }]);
  });

  it('by the code of a kind of channel is none', async () => {
    const { ids, edges, nodes } = await actors('c', '22000', '{ channel: "{c}", name: "A private person" }');
    expect(ids).toEqual([]);
    expect(edges('DELIVERED_THROUGH')).toMatchObject([{ to: 'channel:22000', properties: { role: 'FUNDING' } }]);
    expect(nodes('Organisation')).toEqual([]);
  });

  it.each([
    ['41114', 'organisation:XM-DAC-41114'],
    ['SE-0', 'organisation:SE-0'],
    ['KR-GOV-051', 'organisation:KR-GOV-051'],
  ])('by the reference %s is an organisation, by way of the channels first', async (cell, id) => {
    expect((await actors('r', cell, '{ channel: "{r}", organisation: "{r}" }')).ids).toEqual([id]);
  });

  it('by name alone is the same as in any other file, without the official behind the bar', async () => {
    const one = await actors('n', 'Ministry of Water | A. Person', '{ name: "{n}" }');
    const other = await actors('n', 'MINISTRY OF WATER', '{ name: "{n}" }');
    expect(one.ids).toEqual(other.ids);
    expect(one.nodes('Organisation')).toMatchObject([{ properties: { name: 'Ministry of Water' }, isReference: true }]);
    expect(one.report.loss['dropped for privacy']).toEqual({ 'names of officials after a bar': 1 });
    expect(JSON.stringify(one.records)).not.toContain('Person');
  });
});

describe('what a row says', () => {
  it('rests on its row and columns, and is our reading where the mapping says so', async () => {
    const { edges } = await importText(
      'id,title,c\n1,"two\nlines",KZ\n2,Two,UZ\n',
      'recipients:\n  - { country: "{c}", evidence: { basis: CURATED, reasoning: Our reading. } }\n',
    );
    expect(edges('PARTICIPATES_IN').map(({ statements }) => statements[0])).toEqual([
      {
        sourceId: expect.stringMatching(/^source:csv-test-[0-9a-f]{16}$/),
        locator: 'row 2, c',
        basis: 'CURATED',
        reasoning: 'Our reading.',
      },
      expect.objectContaining({ locator: 'row 3, c' }),
    ]);
  });

  it('is a country or a region by the DAC’s code of the recipient', async () => {
    const { edges, problems } = await importText(
      'id,title,r\n1,One,613\n2,Two,619\n3,Three,434\n4,Four,1\n',
      'recipients:\n  - { recipient: "{r}" }\n',
      { 'DAC_REGION|619': 'region:central-asia' },
    );
    expect(edges('PARTICIPATES_IN').map(({ from }) => from)).toEqual(['country:KZ', 'country:CL']);
    expect(edges('IN_REGION').map(({ to }) => to)).toEqual(['region:central-asia']);
    expect(problems).toEqual([
      '5 unknown-code: row 5, 4: recipient: expected a code of the DAC\'s list of recipients, like 613; found "1"',
    ]);
  });

  it('of sectors keeps withdrawn codes, counts them, and adds shares given in parts', async () => {
    const { edges, report, problems } = await importText(
      'id,title,s,p\n1,One,15140;11110;15140,20;50;30\n2,Two,99999,\n',
      'sectors:\n  - { code: "{s}", percentage: "{p}", split: ";" }\n',
    );
    expect(edges('IN_SECTOR').map(({ to, properties }) => [to, properties.percentage])).toEqual([
      ['sector:15140', '50'],
      ['sector:11110', '50'],
      ['sector:99999', null],
    ]);
    expect(report.tallies['withdrawn codes']).toEqual({ 'dac-sectors 15140': 2 });
    expect(problems).toEqual([
      '2 repeated: row 2, 1: sector:15140 is named more than once; their shares are added to 50',
      '3 unknown-code: row 3, 2: sector: expected a code of the DAC\'s list of sectors; found "99999"; it is kept',
    ]);
  });

  it('of goals and targets is told apart', async () => {
    const { edges, problems } = await importText(
      'id,title,g\n1,One,3; 3.b;18\n',
      'goals:\n  - { goal: "{g}", split: ";" }\n',
    );
    expect(edges('CONTRIBUTES_TO').map(({ to, properties }) => [to, properties.target])).toEqual([
      ['goal:3', null],
      ['goal:3', '3.b'],
    ]);
    expect(problems).toEqual([
      '2 unknown-code: row 2, 1: goal: expected a goal from 1 to 17 or one of its targets, like 3.b; found "18"',
    ]);
  });

  const MONEY = `transactions:
  - { type: DISBURSEMENT, amount: { value: "{a}", unit: millions, zero: leave out }, currency: "{c}", date: "{y}" }
`;

  it('of money is exact, in its own currency, corrections included; what is none is left out', async () => {
    const { nodes, report, problems } = await importText(
      'id,title,a,c,y\n1,One,0.1234567,eur,2014\n2,Two,-3,KZT,2014\n3,Three,0.00,EUR,2014\n4,Four,,EUR,2014\n5,Five,1,,2014\n6,Six,much,EUR,2014\n',
      MONEY,
    );
    expect(nodes('Transaction').map(({ properties: { amount, currency, date } }) => [amount, currency, date])).toEqual([
      ['123456.7', 'EUR', '2014'],
      ['-3000000', 'KZT', '2014'],
    ]);
    expect(report.tallies.transactions).toEqual({ read: 3, kept: 2, 'kept, negative': 1 });
    expect(problems.map((problem) => problem.slice(0, 60))).toEqual([
      '6 missing-value: row 6, 5: transaction.currency: expected a ',
      '7 bad-value: row 7, 6: transaction.amount: expected a number',
    ]);
  });

  it('of money twice in the same words is two transactions, with the same ids at every reading', async () => {
    const mapping = MONEY.replace('transactions:', '').trimEnd();
    const twice = `transactions:${mapping}${mapping}\n`;
    const read = async () => (await importText('id,title,a,c,y\n1,One,1,EUR,2014\n', twice)).nodes('Transaction');
    const ids = (await read()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect((await read()).map(({ id }) => id)).toEqual(ids);
  });

  it('is read where its conditions hold, and rows that the mapping skips are counted', async () => {
    const { records, edges, report } = await importText(
      'id,title,kind,c\n1,One,x,KZ\n2,Two,y,UZ\n,Total,,\n4,Four,,TJ\n',
      `skip:\n  - { when: { column: title, is: Total }, because: a row of totals }
recipients:\n  - { country: "{c}", when: [{ column: kind }, { column: kind, isNot: [y, z] }] }\n`,
    );
    expect(records).toHaveLength(3);
    expect(edges('PARTICIPATES_IN').map(({ from }) => from)).toEqual(['country:KZ']);
    expect(report.tallies.rows).toEqual({ read: 4, 'left out: a row of totals': 1 });
    expect(report.problems).toEqual({});
  });

  it('and the mapping does not read is counted by column: what it looks at only to decide, by itself', async () => {
    const { report } = await importText(
      'id,title,note,kind,c\n1,One,a,x,KZ\n2,Two,,y,\n3,Three,b,,\n',
      'recipients:\n  - { country: "{c}", when: { column: kind, is: x } }\n',
    );
    expect(report.loss).toEqual({
      'cells of columns that the mapping does not read': { note: 2 },
      'cells that only decide what is read': { kind: 2 },
    });
  });

  it('does not say where the mapping calls it empty', async () => {
    const { edges, report } = await importText(
      'id,title,c,x\n1,One,n/a,-\n2,Two,KZ,-\n',
      'file: { empty: [n/a, "-"] }\nrecipients:\n  - { country: "{c}" }\n',
    );
    expect(edges('PARTICIPATES_IN').map(({ from }) => from)).toEqual(['country:KZ']);
    expect(report.problems).toEqual({});
    expect(report.loss).toEqual({});
  });

  it('holds no e-mail address', async () => {
    const { records, report } = await importTable(
      inputOf('id,title,text\n1,One,Write to a.person@example.org for more\n'),
      mappingOf(LEAST.replace('"{title}" }', '"{title}", description: "{text}" }')),
    );
    expect(JSON.stringify(records)).not.toContain('example.org');
    expect(report.loss['dropped for privacy']).toEqual({ 'e-mail addresses in description': 1 });
  });
});
