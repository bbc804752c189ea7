import type { Term } from '../vocabulary.ts';

export interface OrganisationName {
  readonly value: string;
  readonly kind: Term<'NameKind'>;
}

export interface OrganisationIdentifier {
  readonly scheme: Term<'IdentifierScheme'>;
  readonly value: string;
}

/** What is known of an organisation when it is compared with others. */
export interface OrganisationRecord {
  readonly id: string;
  readonly names: readonly OrganisationName[];
  readonly identifiers: readonly OrganisationIdentifier[];
  /** The ISO alpha-2 code of the country whose own organisation it is; null where nothing says so. */
  readonly country: string | null;
}
