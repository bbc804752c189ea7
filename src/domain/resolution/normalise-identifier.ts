import type { OrganisationIdentifier } from './organisation-record.ts';

export interface NormalisedIdentifier {
  /** The same for all ways in which one code is written. */
  readonly key: string;
  /** The register that gave the number: in one register an organisation has one number. Null where that does not hold. */
  readonly register: string | null;
  /** The country of the register; null for international registers. */
  readonly country: string | null;
  readonly shown: string;
}

/** An org-id: the register (country or X., then its list), then the number in it. */
const ORG_ID = /^([A-Z]{2}(?:_[A-Z]{2})?)-([A-Z][A-Z0-9_]*)-(.+)$/;
const OLD_AGENCY = /^([A-Z]{2})-\d+$/;

/** Where an organisation is only referred to, its reference stands for a name. The number has a digit in it. */
export function isIdentifier(name: string): boolean {
  return ORG_ID.test(name.trim()) && /\d/.test(name) && !/\s/.test(name.trim());
}

/** Registers of bodies that sit anywhere. */
const INTERNATIONAL = /^X[A-Z]$/;

/**
 * One key for one code: capitals, without spaces; an XM-DAC reference, a DAC agency or donor code and a CRS channel code
 * are the same number of the same lists (IATI's XM-DAC register is made of them). GB-1 and GB-GOV-1 stay apart: that an old
 * code was replaced by another is a fact of its own, which no spelling shows.
 */
export function normaliseIdentifier({ scheme, value }: OrganisationIdentifier): NormalisedIdentifier | null {
  const shown = value.trim();
  const code = shown.toUpperCase().replaceAll(/\s+/g, '');
  if (code === '') return null;
  switch (scheme) {
    case 'DAC_DONOR':
    case 'DAC_AGENCY':
    case 'CRS_CHANNEL':
      return dac(code.replace(/^XM-DAC-/, ''), shown);
    case 'IATI':
    case 'ORG_ID':
      return orgId(code, shown);
    case 'PUBLISHER_INTERNAL':
      return { key: `own:${code}`, register: null, country: null, shown };
    default:
      return null;
  }
}

function dac(number: string, shown: string): NormalisedIdentifier {
  // The DAC numbers donors, their agencies and channels apart, and one body may stand in each list.
  const list = number.includes('-') ? 'agencies' : number.length === 5 ? 'channels' : 'donors';
  return { key: `XM-DAC-${number}`, register: `XM-DAC ${list}`, country: null, shown };
}

function orgId(code: string, shown: string): NormalisedIdentifier {
  if (/^XM-DAC-./.test(code)) return dac(code.slice('XM-DAC-'.length), shown);
  if (/^\d{5}$/.test(code)) return dac(code, shown);
  const [, place = '', list = ''] = ORG_ID.exec(code) ?? [];
  if (place === '') return { key: code, register: null, country: OLD_AGENCY.exec(code)?.[1] ?? null, shown };
  const country = INTERNATIONAL.test(place) || place.includes('_') ? null : place;
  return { key: code, register: `${place}-${list}`, country, shown };
}
