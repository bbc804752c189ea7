import type { NodeLabel } from '../model.ts';
import type { Term } from '../vocabulary.ts';

interface IdentifierRule {
  /** What carries such a code. */
  readonly of: readonly (NodeLabel | 'Activity')[];
  readonly form: RegExp;
  readonly example: string;
}

const COUNTRY: readonly NodeLabel[] = ['Country'];
const ORGANISATION: readonly NodeLabel[] = ['Organisation'];

/** What a code of each system looks like, and what it stands for. */
export const IDENTIFIER_RULES: Readonly<Record<Term<'IdentifierScheme'>, IdentifierRule>> = {
  ISO_3166_1_ALPHA_2: { of: COUNTRY, form: /^[A-Z]{2}$/, example: 'KZ' },
  ISO_3166_1_ALPHA_3: { of: COUNTRY, form: /^[A-Z]{3}$/, example: 'KAZ' },
  UN_M49: { of: ['Country', 'Region'], form: /^\d{3}$/, example: '398' },
  DAC_DONOR: { of: ['Country', 'Organisation'], form: /^\d{1,5}$/, example: '613' },
  DAC_RECIPIENT: { of: COUNTRY, form: /^\d{1,5}$/, example: '613' },
  DAC_AGENCY: { of: ORGANISATION, form: /^\d{1,5}-\d{1,5}$/, example: '742-4' },
  DAC_REGION: { of: ['Region'], form: /^\d{1,5}$/, example: '619' },
  DAC_SECTOR: { of: ['Sector'], form: /^\d{3}(\d{2})?$/, example: '11420' },
  CRS_CHANNEL: { of: ORGANISATION, form: /^\d{5}$/, example: '41114' },
  IATI: { of: ['Activity'], form: /^[^\s|]+-[^\s|]+$/, example: 'XM-DAC-41114-PROJECT-00012345' },
  ORG_ID: {
    of: ORGANISATION,
    form: /^([A-Z]{2}(_[A-Z]{2})?-[A-Z0-9_]*[A-Z][A-Z0-9_]*-[^\s|]+|([A-Z]{2}|DAC)-\d+)$/,
    example: 'KZ-BIN-210140012345',
  },
  PUBLISHER_INTERNAL: { of: ['Organisation', 'Activity'], form: /^[^\s|:]+:[^|]+$/, example: 'XM-DAC-41114:00141' },
  SDG: { of: ['Goal'], form: /^([1-9]|1[0-7])$/, example: '17' },
};
