import type { NamedActor, OwnActivity } from '../../../src/export/iati/own-activity.ts';
import type { Publisher } from '../../../src/export/iati/publisher.ts';

/** A made-up publisher: the number is nobody's. */
export const PUBLISHER: Publisher = {
  id: 'organisation:agency',
  ref: 'KZ-BIN-000000000000',
  type: '10',
  names: [
    { value: 'An agency', language: 'en' },
    { value: 'Агенттік', language: 'kk' },
  ],
};

export const actor = (id: string, name: string, more: Partial<NamedActor> = {}): NamedActor => ({
  id,
  isCountry: false,
  kind: 'NATIONAL_AGENCY',
  ref: null,
  names: [{ value: name, language: 'en' }],
  ...more,
});

/** An activity of which nothing but the essentials is known. */
export function activity(more: Partial<OwnActivity> = {}): OwnActivity {
  return {
    id: 'activity:seminar',
    kind: 'PROJECT',
    isPhantom: false,
    reportedByOthers: [],
    isReportedByPublisher: false,
    iatiIdentifier: null,
    titles: [{ value: 'Seminar', language: 'en' }],
    description: null,
    topic: null,
    status: 'CLOSED',
    start: '2024',
    end: null,
    plannedStart: null,
    actualStart: null,
    plannedEnd: null,
    actualEnd: null,
    hierarchy: null,
    language: null,
    lastUpdated: null,
    defaultCurrency: null,
    collaborationType: null,
    isTriangular: false,
    defaultFlowType: null,
    defaultFinanceType: null,
    defaultAidType: null,
    participants: [{ ...actor(PUBLISHER.id, 'An agency'), role: 'IMPLEMENTING' }],
    recipients: [],
    regions: [],
    sectors: [],
    goals: [],
    wholes: [],
    parts: [],
    related: [],
    transactions: [],
    figures: 0,
    ...more,
  };
}
