import { z } from 'zod';
import { VOCABULARY } from '../../../domain/vocabulary.ts';
import {
  amount,
  codes,
  date,
  language,
  mappingName,
  oneOrMore,
  tableFile,
  template,
  term,
  text,
  value,
} from './value-format.ts';

/** The shape of a mapping. docs/mappings.md explains it to people; this refuses what does not fit. */

const condition = z.strictObject({
  column: text,
  is: oneOrMore(z.string()).optional(),
  isNot: oneOrMore(z.string()).optional(),
});

const evidence = z
  .strictObject({
    basis: z.enum(VOCABULARY.Basis).default('DECLARED'),
    reasoning: text.optional(),
    rule: text.optional(),
  })
  .superRefine(({ basis, reasoning, rule }, context) => {
    if (basis === 'CURATED' && reasoning === undefined) {
      context.addIssue({ code: 'custom', path: ['reasoning'], message: 'why it is read so, as the basis is CURATED' });
    }
    if (basis === 'INFERRED' && rule === undefined) {
      context.addIssue({ code: 'custom', path: ['rule'], message: 'the name of the rule, as the basis is INFERRED' });
    }
  });

/** What every item of a list may say besides its own values. */
const item = {
  when: oneOrMore(condition).optional(),
  split: oneOrMore(text).optional(),
  evidence: evidence.optional(),
};

const ACTORS = ['country', 'donor', 'agency', 'channel', 'organisation', 'id'] as const;

const ID = 'an id like organisation:undp, without columns';

/** Who it is, in one of several ways. */
const actor = z
  .strictObject({
    country: value.optional(),
    donor: value.optional(),
    agency: value.optional(),
    channel: value.optional(),
    organisation: value.optional(),
    id: z
      .string({ error: ID })
      .regex(/^(organisation|country):[^\s{}]+$/, ID)
      .optional(),
    name: value.optional(),
    language: language.optional(),
    kind: term('OrganisationKind').optional(),
    /** Names that may be those of persons are not taken. */
    dropPeople: z.boolean().optional(),
  })
  .superRefine((given, context) => {
    const ways = ACTORS.filter((key) => given[key] !== undefined && !(key === 'channel' && given.organisation));
    if (ways.length > 1 || (ways.length === 0 && given.name === undefined)) {
      context.addIssue({ code: 'custom', message: `one of ${ACTORS.join(', ')}, or a name alone` });
    }
  });

const namedValue = z
  .strictObject({
    value: template,
    codes: codes.optional(),
    otherwise: template.optional(),
    language: language.optional(),
    kind: z.enum(VOCABULARY.NameKind).default('OFFICIAL'),
    ...item,
  })
  .transform(({ value: given, codes: meanings, otherwise, ...more }) => ({
    value: { value: given, codes: meanings, otherwise },
    ...more,
  }));

/** A text that names the activity. */
const name = z.union([template.transform((given) => namedValue.parse({ value: given })), namedValue]);

const activity = z.strictObject({
  id: value,
  name,
  otherNames: z.array(name).default([]),
  identifiers: z.array(z.strictObject({ scheme: z.enum(VOCABULARY.IdentifierScheme), value, ...item })).default([]),
  description: value.optional(),
  status: term('ActivityStatus').optional(),
  form: term('ActivityForm').optional(),
  plannedStart: date.optional(),
  plannedEnd: date.optional(),
  actualStart: date.optional(),
  actualEnd: date.optional(),
  place: value.optional(),
  topic: value.optional(),
  hierarchy: value.optional(),
  language: language.optional(),
  currency: value.optional(),
  collaborationType: value.optional(),
  flowType: value.optional(),
  financeType: value.optional(),
  aidType: value.optional(),
  tiedStatus: value.optional(),
  lastUpdated: value.optional(),
  evidence: evidence.optional(),
});

const mapping = z.strictObject({
  name: mappingName,
  source: z.strictObject({
    title: text,
    publisher: text,
    licence: text,
    url: z.url().optional(),
    published: z.string().optional(),
    note: text.optional(),
  }),
  file: tableFile,
  record: z.strictObject({ key: value, rows: z.enum(['one', 'several']).default('one') }),
  skip: z.array(z.strictObject({ when: oneOrMore(condition), because: text })).default([]),
  evidence: evidence.prefault({}),
  activity,
  publishedBy: actor.optional(),
  participations: z
    .array(z.strictObject({ actor, role: term('Role'), since: date.optional(), until: date.optional(), ...item }))
    .default([]),
  recipients: z
    .array(
      z
        .strictObject({
          country: value.optional(),
          recipient: value.optional(),
          region: value.optional(),
          name: value.optional(),
          percentage: value.optional(),
          ...item,
        })
        .superRefine(({ country, recipient, region }, context) => {
          if ([country, recipient, region].filter((each) => each !== undefined).length !== 1) {
            context.addIssue({ code: 'custom', message: 'one of country, recipient and region' });
          }
        }),
    )
    .default([]),
  sectors: z
    .array(
      z.strictObject({
        code: value,
        name: value.optional(),
        vocabulary: value.optional(),
        percentage: value.optional(),
        ...item,
      }),
    )
    .default([]),
  goals: z.array(z.strictObject({ goal: value, ...item })).default([]),
  transactions: z
    .array(
      z.strictObject({
        type: term('TransactionType'),
        amount,
        currency: value,
        date: date.optional(),
        valueDate: date.optional(),
        provider: actor.optional(),
        receiver: actor.optional(),
        ...item,
      }),
    )
    .default([]),
});

export const mappingFormat = mapping;
export type CsvMapping = z.infer<typeof mapping>;
export type ActorMapping = z.infer<typeof actor>;
export type NameMapping = z.infer<typeof name>;
export type Condition = z.infer<typeof condition>;
export type EvidenceMapping = z.infer<typeof evidence>;
/** What every item of a list may say besides its own values. */
export interface ItemMapping {
  readonly when?: Condition | readonly Condition[] | undefined;
  readonly split?: string | readonly string[] | undefined;
  readonly evidence?: EvidenceMapping | undefined;
}
