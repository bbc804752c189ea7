import type { Term } from '../../domain/vocabulary.ts';
import { DomainError } from '../../errors.ts';
import { ORGANISATION_TYPES } from './codes.ts';
import type { LanguageText } from './own-activity.ts';

/** Who publishes: what stands in `reporting-org` of each activity. */
export interface Publisher {
  /** Its id in the graph. */
  readonly id: string;
  /** Its org-id: registration agency and number in its register. */
  readonly ref: string;
  /** IATI's code for its kind. */
  readonly type: string;
  readonly names: readonly LanguageText[];
}

/** An org-id: the code of a register, a hyphen, and the number in it. IATI allows none of / & | ? in identifiers. */
const ORG_ID = /^[A-Z]{2}(_[A-Z]{2})?-[A-Z0-9_]*[A-Z][A-Z0-9_]*-[^\s/&|?]+$/;

const LONGEST = 100;

/** Checks what IATI wants to know of a publisher; what is missing is never made up. */
export function readPublisher(
  agency: {
    readonly id: string;
    readonly kind: Term<'OrganisationKind'> | null;
    readonly names: readonly LanguageText[];
  },
  ref: string | null,
): Publisher {
  const type = agency.kind === null ? undefined : ORGANISATION_TYPES[agency.kind];
  if (type === undefined) {
    throw new DomainError(
      'InvalidInput',
      `agency: IATI wants to know what kind of organisation ${agency.id} is, and its kind in the graph (${agency.kind}) does not say; correct it there`,
    );
  }
  return { id: agency.id, ref: requireRef(ref, agency.id), type, names: agency.names };
}

function requireRef(ref: string | null, id: string): string {
  if (ref === null) {
    throw new DomainError(
      'InvalidInput',
      `publisherRef: missing. IATI wants the org-id under which the publisher is registered, and no source of the graph gives one for ${id}; give it as --publisher-ref (over HTTP publisherRef), such as KZ-BIN- and the twelve digits of its business identification number`,
    );
  }
  if (!ORG_ID.test(ref) || ref.length > LONGEST) {
    throw new DomainError(
      'InvalidInput',
      `publisherRef: got "${ref.slice(0, LONGEST)}", expected an org-id: the code of a register of org-id.guide, a hyphen and the number there, such as KZ-BIN-…`,
    );
  }
  if (ref.startsWith('KZ-BIN-') && !/^KZ-BIN-\d{12}$/.test(ref)) {
    throw new DomainError('InvalidInput', `publisherRef: got "${ref}", expected twelve digits after KZ-BIN-`);
  }
  return ref;
}
