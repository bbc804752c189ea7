import type { Viewer } from '../../../domain/sign-in/viewer.ts';
import { addAlumnus, type NewAlumnusInput, type PaperConsent } from '../../../graph/alumni/add-alumnus.ts';
import type { AlumniStore } from '../../../graph/alumni/alumni-store.ts';
import { bindAlumnus } from '../../../graph/alumni/bind-alumnus.ts';
import { withdrawConsentFor } from '../../../graph/alumni/change-consent.ts';
import type { RecordChanged } from '../../../graph/alumni/change-record.ts';
import { correctAlumnus } from '../../../graph/alumni/correct-record.ts';
import { type EraseInput, eraseAlumnus } from '../../../graph/alumni/erase-alumnus.ts';
import { readAlumni } from '../../../graph/alumni/read-alumni.ts';
import { recordShown } from '../../../graph/alumni/record-shown.ts';
import { type RevealInput, revealContact } from '../../../graph/alumni/reveal-contact.ts';
import type { RequestContext } from '../../context.ts';
import { requireOfficer } from './require-officer.ts';
import { toDay } from './to-day.ts';

interface Arguments<Input> {
  readonly input: Input;
}

/** A resolver for something that the office does: who asks is looked at before anything else. */
export function officeMutation<Input, Payload>(
  act: (alumni: AlumniStore, viewer: Viewer, input: Input) => Promise<Payload>,
) {
  return (_: unknown, { input }: Arguments<Input>, context: RequestContext): Promise<Payload> => {
    const { viewer, alumni } = requireOfficer(context);
    return act(alumni, viewer, input);
  };
}

/** The same for a change of one record, which is answered as it is then; where nothing was changed, it was opened. */
export function recordMutation<Input>(
  change: (store: AlumniStore, by: string, input: Input) => Promise<RecordChanged>,
) {
  return officeMutation(async (alumni, { id: by }, input: Input) => {
    const changed = await change(alumni, by, input);
    const isShown = changed.id !== null && changed.problems.length === 0;
    const [alumnus = null] = isShown ? await readAlumni(alumni, [changed.id as string]) : [];
    if (alumnus && changed.wasDoneBefore)
      await recordShown(alumni, { action: 'RECORD_OPENED', by, ids: [alumnus.id, ...alumnus.mergedFrom] });
    return { ...changed, alumnus };
  });
}

type Day = { toString(): string };

type AddInput = Omit<NewAlumnusInput, 'consents'> & {
  readonly consents: readonly (Pick<PaperConsent, 'terms'> & { readonly givenOn: Day; readonly until?: Day | null })[];
};

export const OFFICE_MUTATION_RESOLVERS = {
  Mutation: {
    revealContact: officeMutation(async (alumni, { id: by }, input: RevealInput) => {
      const { value, problems } = await revealContact(alumni, by, input);
      const { alumnus, field } = input;
      return { contact: value === null ? null : { alumnus, field, value }, problems };
    }),
    addAlumnus: recordMutation((store, by, { consents, ...input }: AddInput) =>
      addAlumnus(store, by, {
        ...input,
        consents: consents.map(({ terms, givenOn, until }) => ({
          terms,
          givenOn: givenOn.toString(),
          until: toDay(until),
        })),
      }),
    ),
    correctAlumnus: recordMutation(correctAlumnus),
    bindAlumnus: recordMutation(bindAlumnus),
    withdrawConsentFor: recordMutation(withdrawConsentFor),
    eraseAlumnus: officeMutation(async (alumni, { id, roles }, input: EraseInput) => {
      const { id: erased, problems } = await eraseAlumnus(alumni, { id, mayUnasked: roles.includes('ADMIN') }, input);
      return { erased, problems };
    }),
  },
};
