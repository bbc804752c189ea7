import { describe, expect, it } from 'vitest';
import { importFixture } from './import-fixture.ts';

const imported = importFixture('held.xml');
const HELD = 'activity:XX-TEST-1-held';

describe('what the model holds besides the usual', () => {
  it('keeps it with the project', async () => {
    expect((await imported).nodes('Project').find(({ id }) => id === HELD)?.properties).toMatchObject({
      description: 'Courses.',
      objectives: 'To learn.',
      targetGroups: 'Civil servants.',
      isHumanitarian: true,
      isSecondaryReport: true,
      scope: '4',
      collaborationType: '99',
      defaultTiedStatus: '5',
      otherIdentifiers: ['A1:17', 'A2:2014000017'],
    });
  });

  it('and with the transaction', async () => {
    expect((await imported).nodes('Transaction')[0]?.properties).toMatchObject({
      flowType: '10',
      financeType: '110',
      aidType: 'D02',
      tiedStatus: '4',
    });
  });

  it('joins the activity with what a participant publishes about its part, and not with itself', async () => {
    const { edges, report } = await imported;
    expect(edges('RELATED_TO').map(({ from, to, properties }) => [from, to, properties.kind])).toEqual([
      [HELD, 'activity:YY-REG-7-purse', 'PARTICIPANT_ACTIVITY'],
    ]);
    expect(report.tallies['participating-org, activity-id']).toEqual({
      'own activity': 1,
      'another, in the file': 0,
      'another, not in the file': 1,
    });
  });
});

describe('sectors and recipients of transactions', () => {
  it('are those of an activity that has none of its own, each once', async () => {
    const { edges } = await imported;
    const sectors = edges('IN_SECTOR').filter(({ from }) => from === HELD);
    expect(sectors.map(({ to, statements }) => [to, statements.map(({ locator }) => locator)])).toEqual([
      ['sector:15140', ['line 25, sector']],
      ['sector:99999', ['line 38, sector']],
    ]);
    expect(edges('CONTRIBUTES_TO').map(({ to }) => to)).toEqual(['goal:4']);
    const recipients = edges('PARTICIPATES_IN').filter(({ to, from }) => to === HELD && from.startsWith('country:'));
    expect(recipients.map(({ from, statements }) => [from, statements.length])).toEqual([['country:KZ', 1]]);
    expect(edges('IN_REGION').map(({ to }) => to)).toEqual(['region:dac-619']);
  });

  it('are lost where the activity has its own', async () => {
    const { edges, report } = await imported;
    const own = 'activity:XX-TEST-1-own-sectors';
    expect(edges('IN_SECTOR').flatMap(({ from, to }) => (from === own ? [to] : []))).toEqual(['sector:21020']);
    expect(edges('PARTICIPATES_IN').flatMap(({ from, to }) => (to === own ? [from] : []))).toEqual(['country:QQ']);
    expect(report.loss['elements the model does not hold']).toMatchObject({
      'transaction/sector': 1,
      'transaction/recipient-country': 1,
    });
  });
});

describe('codes', () => {
  it('counts withdrawn ones, and what took their place', async () => {
    const { report, nodes } = await imported;
    const withdrawn = nodes('Sector').find(({ id }) => id === 'sector:15140');
    expect(withdrawn?.properties).toMatchObject({ isWithdrawn: true, name: expect.stringMatching(/government/i) });
    expect(Object.entries(report.tallies['withdrawn codes, dac-sectors'] ?? {})).toEqual([
      [expect.stringMatching(/^15140, (now \d{5}( or \d{5})*|no successor)$/), 1],
    ]);
    expect(report.tallies['withdrawn codes, finance-types']).toEqual({ 111: 1 });
  });

  it('keeps those that are on no list, and says so', async () => {
    const { problems, report } = await imported;
    expect(problems).toContain('17 unknown-code');
    expect(report.problems['unknown-code']?.examples.map(({ message }) => message)).toEqual([
      'XX-TEST-1-held: collaboration-type/@code: "99" is not on the list of collaboration-types; it is kept',
      `XX-TEST-1-held: sector/@code: "99999" is not on the DAC's list; it is kept`,
      'XX-TEST-1-own-sectors: recipient-country/@code: expected a country of ISO 3166-1; found "QQ"; it is kept',
    ]);
  });
});

it('counts what it does not hold, texts outside of narratives, too', async () => {
  expect((await imported).report.loss).toEqual({
    'elements the model does not hold': {
      'description (further texts)': 2,
      'other-identifier (B1)': 1,
      'other-identifier (A3)': 1,
      'other-identifier/owner-org': 1,
      'transaction/description': 1,
      'transaction/sector': 1,
      'transaction/recipient-country': 1,
    },
    'texts outside of narratives': { title: 1 },
  });
});
