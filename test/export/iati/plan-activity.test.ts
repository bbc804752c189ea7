import { describe, expect, it } from 'vitest';
import { planActivity } from '../../../src/export/iati/plan-activity.ts';
import { readPublisher } from '../../../src/export/iati/publisher.ts';
import { activity, actor, PUBLISHER } from './sample-activity.ts';

const plan = (more: Parameters<typeof activity>[0]) => planActivity(activity(more), PUBLISHER, '2025-06-15');
const reasonsFor = (more: Parameters<typeof activity>[0]) => {
  const planned = plan(more);
  return 'leftOut' in planned ? planned.leftOut.reasons.map(({ reason }) => reason) : [];
};

describe('what is published', () => {
  it('has the reference of the publisher and the id in the graph as its identifier', () => {
    expect(plan({})).toEqual({ identifier: 'KZ-BIN-000000000000-seminar' });
  });

  it('keeps the identifier under which the publisher has published it', () => {
    expect(plan({ iatiIdentifier: 'XX-1-7', isReportedByPublisher: true })).toEqual({ identifier: 'XX-1-7' });
  });

  it('has none of the characters that IATI forbids, and still tells two ids apart', () => {
    const identifiers = ['activity:a/b', 'activity:a|b', 'activity:a b', 'activity:a-b'].map((id) => {
      const planned = plan({ id });
      return 'identifier' in planned ? planned.identifier : '';
    });
    expect(new Set(identifiers).size).toBe(4);
    for (const identifier of identifiers) expect(identifier).toMatch(/^[^/&|?\s]+$/);
  });

  it.each([
    ['only-referred-to', { isPhantom: true }],
    ['published-by-others', { reportedByOthers: ['Another agency'] }],
    ['no-status', { status: null }],
    ['no-start', { start: null, end: '2024' }],
    [
      'no-participant-in-an-iati-role',
      { participants: [{ ...actor('organisation:x', 'X'), role: 'PARTNER' as const }] },
    ],
  ])('leaves out an activity because of %s', (reason, more) => {
    expect(reasonsFor(more)).toEqual([reason]);
  });

  it('names all reasons at once', () => {
    expect(reasonsFor({ status: null, start: null })).toEqual(['no-status', 'no-start']);
  });

  it('publishes what it reports together with others', () => {
    expect(reasonsFor({ reportedByOthers: ['Another agency'], isReportedByPublisher: true })).toEqual([]);
  });
});

describe('who publishes', () => {
  const agency = actor('organisation:agency', 'An agency');

  it('is told what to give where nothing is known', () => {
    expect(() => readPublisher(agency, null)).toThrow(/publisherRef: missing.*--publisher-ref.*KZ-BIN-/);
  });

  it.each(['KZ-BIN-000000000000', 'XM-DAC-701-8', 'GB-CHC-202918', 'XI-IATI-EBD'])('may be %s', (ref) => {
    expect(readPublisher(agency, ref)).toMatchObject({ ref, type: '10' });
  });

  it.each([
    '',
    'KazAID',
    'KZ-BIN-12',
    'KZ-BIN-00000000000x',
    'kz-bin-000000000000',
    'KZ-BIN-00000000/000',
    'KZ-613-1',
    'XX-A-a b',
  ])('may not be "%s"', (ref) => {
    expect(() => readPublisher(agency, ref)).toThrow(/publisherRef: got /);
  });

  it('must be of a kind that IATI has a code for', () => {
    expect(() => readPublisher({ ...agency, kind: 'OTHER' }, 'KZ-BIN-000000000000')).toThrow(/agency:.*OTHER/);
  });
});
