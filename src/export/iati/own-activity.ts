import type { Term } from '../../domain/vocabulary.ts';

export interface LanguageText {
  readonly value: string;
  /** BCP 47. */
  readonly language: string;
}

/** An organisation or a country as an activity names it. */
export interface NamedActor {
  readonly id: string;
  readonly isCountry: boolean;
  readonly kind: Term<'OrganisationKind'> | null;
  /** The org-id under which it is known; null where none is. */
  readonly ref: string | null;
  /** The main name first, at most one for each language. */
  readonly names: readonly LanguageText[];
}

export interface Participant extends NamedActor {
  readonly role: Term<'Role'>;
}

/** What goes to a recipient or a sector; the share is in per cent, null where no source gives it. */
export interface Share {
  readonly code: string;
  readonly name: string;
  readonly percentage: string | null;
}

export interface RegionShare extends Share {
  /** IATI's region vocabulary: 1 the DAC's, 2 the UN's. */
  readonly vocabulary: '1' | '2';
}

export interface SectorShare extends Share {
  readonly vocabulary: string;
}

export interface OwnTransaction {
  readonly type: Term<'TransactionType'>;
  readonly amount: string;
  readonly currency: string;
  readonly date: string | null;
  readonly valueDate: string | null;
  readonly isHumanitarian: boolean | null;
  readonly provider: NamedActor | null;
  readonly providerName: string | null;
  readonly providerActivityRef: string | null;
  readonly receiver: NamedActor | null;
  readonly receiverName: string | null;
  readonly receiverActivityRef: string | null;
}

/** An activity as the graph holds it, with all of it that IATI has a place for. Dates are EDTF, as published. */
export interface OwnActivity {
  readonly id: string;
  readonly kind: 'PROGRAMME' | 'EDITION' | 'PROJECT';
  readonly isPhantom: boolean;
  /** Names of organisations other than the publisher that report it. */
  readonly reportedByOthers: readonly string[];
  readonly isReportedByPublisher: boolean;
  readonly iatiIdentifier: string | null;
  readonly titles: readonly LanguageText[];
  readonly description: string | null;
  readonly topic: string | null;
  readonly status: Term<'ActivityStatus'> | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly plannedStart: string | null;
  readonly actualStart: string | null;
  readonly plannedEnd: string | null;
  readonly actualEnd: string | null;
  readonly hierarchy: number | null;
  readonly language: string | null;
  readonly lastUpdated: string | null;
  readonly defaultCurrency: string | null;
  readonly collaborationType: string | null;
  /** Covered by a triangular arrangement whose three roles are declared or curated. */
  readonly isTriangular: boolean;
  readonly defaultFlowType: string | null;
  readonly defaultFinanceType: string | null;
  readonly defaultAidType: string | null;
  readonly participants: readonly Participant[];
  readonly recipients: readonly Share[];
  readonly regions: readonly RegionShare[];
  readonly sectors: readonly SectorShare[];
  readonly goals: readonly { readonly number: number; readonly target: string | null }[];
  /** Ids of the activities that it is a part of. */
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
  readonly related: readonly {
    readonly id: string;
    readonly kind: Term<'RelatedActivityKind'>;
    readonly iatiIdentifier: string | null;
  }[];
  readonly transactions: readonly OwnTransaction[];
  /** Published numbers about it, for which IATI has no place. */
  readonly figures: number;
}
