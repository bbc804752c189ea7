import { foldText } from '../../domain/fold-text.ts';
import { stableKey } from '../../domain/identity.ts';
import type { IdentifierReference } from '../importer.ts';
import { ownCode, safeForId } from '../values/record-ids.ts';
import { channelCategory } from './channel-categories.ts';

/** What an element with a reference and a name means: an organisation, a kind of channel, or nothing. */
export type OrganisationMention =
  | { readonly form: 'reference'; readonly id: string; readonly identifier: IdentifierReference }
  | { readonly form: 'name'; readonly id: string }
  | { readonly form: 'category'; readonly code: string };

/** An org-id: registration agency, then the number in its register (XM-DAC-41114, CA-CRA_ACR-1). */
const ORG_ID = /^[A-Z]{2}(_[A-Z]{2})?-[A-Z0-9_]*[A-Z][A-Z0-9_]*-./;

/** The organisation identifiers of IATI 1: country (or DAC) and agency number. Still in use by their owners: CH-4, DAC-1601. */
const OLD_CODE = /^([A-Z]{2}|DAC)-\d+$/;

/**
 * Which organisation a reference, or else a name, means. A reference that is no org-id is the publisher's own code
 * and means something only together with the publisher. Null where there is neither reference nor name.
 */
export function readOrganisation(
  ref: string | undefined,
  name: string | undefined,
  reporter: string,
): OrganisationMention | null {
  if (ref !== undefined) {
    const code = ref.replace(/^XM-DAC-/, '');
    if (channelCategory(code) !== undefined) return { form: 'category', code };
    if (ORG_ID.test(ref) || OLD_CODE.test(ref)) {
      return { form: 'reference', id: `organisation:${safeForId(ref)}`, identifier: { scheme: 'ORG_ID', value: ref } };
    }
    const identifier = { scheme: 'PUBLISHER_INTERNAL' as const, value: `${reporter.replaceAll(':', '%3A')}:${ref}` };
    return { form: 'reference', id: `organisation:${ownCode(reporter, ref)}`, identifier };
  }
  if (name === undefined) return null;
  return { form: 'name', id: `organisation:name-${stableKey(foldText(name) || name)}` };
}
