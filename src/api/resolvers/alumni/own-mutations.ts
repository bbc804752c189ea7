import type { ConsentTerms } from '../../../domain/alumni/consent.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import { askForErasure } from '../../../graph/alumni/ask-for-erasure.ts';
import { giveConsent, withdrawConsent } from '../../../graph/alumni/change-consent.ts';
import { removeOwnContact, setOwnContact } from '../../../graph/alumni/change-contact.ts';
import type { RecordChanged } from '../../../graph/alumni/change-record.ts';
import { correctOwnRecord } from '../../../graph/alumni/correct-record.ts';
import type { RequestContext } from '../../context.ts';
import { readOwnRecord } from './own-record.ts';
import { noRecord, requireOwner } from './require-owner.ts';
import { toDay } from './to-day.ts';

interface GiveConsentInput {
  readonly terms: ConsentTerms;
  readonly until?: { toString(): string } | null;
}

/** A resolver for a change that alumni make to their own record: which one that is, their token says, never the input. */
function ownMutation<Input>(change: (store: AlumniStore, subject: string, input: Input) => Promise<RecordChanged>) {
  return async (_: unknown, { input }: { readonly input: Input }, context: RequestContext) => {
    const { subject, alumni } = await requireOwner(context);
    const changed = await change(alumni, subject, input);
    // Until it was their turn to write it may have been erased, or become another's.
    if (changed.id === null) throw noRecord();
    const record = changed.problems.length === 0 ? await readOwnRecord(await requireOwner(context)) : null;
    return { ...changed, record };
  };
}

export const OWN_MUTATION_RESOLVERS = {
  Mutation: {
    correctMyRecord: ownMutation(correctOwnRecord),
    setMyContact: ownMutation(setOwnContact),
    removeMyContact: ownMutation(removeOwnContact),
    giveConsent: ownMutation<GiveConsentInput>((store, subject, { terms, until }) =>
      giveConsent(store, subject, { terms, until: toDay(until) }),
    ),
    withdrawConsent: ownMutation(withdrawConsent),
    askForErasure: ownMutation(askForErasure),
  },
};
