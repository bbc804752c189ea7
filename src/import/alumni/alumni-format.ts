import { z } from 'zod';
import { VOCABULARY } from '../../domain/vocabulary.ts';
import { parseTemplate } from '../csv/mapping/template.ts';
import {
  codes,
  date,
  mappingName,
  oneOrMore,
  tableFile,
  template,
  term,
  text,
  value,
} from '../csv/mapping/value-format.ts';

/** The shape of a mapping of alumni. docs/alumni.md explains it to people; this refuses what does not fit. */

/** YAML reads a bare yes as text, but true and 1 as something else. */
const word = z.union([z.string(), z.boolean().transform(String), z.number().transform(String)]);

const hasColumn = (given: string) => parseTemplate(given).columns.length > 0;

/** What a person said: every word that means yes, and every one that means no. Another one is a problem, never a guess. */
const answer = z
  .strictObject({ value: template, yes: oneOrMore(word), no: oneOrMore(word) })
  .transform(({ value: given, yes, no }) => ({ value: given, yes: plain(yes), no: plain(no) }))
  .superRefine(({ yes, no }, context) => {
    const both = yes.find((each) => no.includes(each));
    if (both === undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['no'],
      message: 'other words than those of yes',
      params: { found: both },
    });
  });

function plain(words: string | string[]): string[] {
  return [words].flat().map((each) => each.trim().toLowerCase());
}

/** A text, or the parts of one. */
const parts = z.union([
  template.transform((given) => ({ value: given, split: undefined, codes: undefined, otherwise: undefined })),
  z.strictObject({
    value: template,
    split: oneOrMore(text).optional(),
    codes: codes.optional(),
    otherwise: template.optional(),
  }),
]);

const attendance = z
  .strictObject({
    edition: value.optional(),
    programme: value.optional(),
    year: value.optional(),
    since: date.optional(),
    until: date.optional(),
    outcome: term('AttendanceOutcome').optional(),
  })
  .superRefine(({ edition, programme, year }, context) => {
    const isGiven = edition !== undefined ? programme === undefined && year === undefined : programme && year;
    if (!isGiven) context.addIssue({ code: 'custom', message: 'edition, or programme and year' });
  });

const employment = z.strictObject({
  organisation: value,
  kind: term('OrganisationKind').optional(),
  position: value.optional(),
  since: date.optional(),
  until: date.optional(),
  present: z.union([z.boolean(), answer]).default(true),
});

/** Who may use which contact what for: said by a column for each person, with the day they agreed. */
const consent = z.strictObject({
  field: z.enum(VOCABULARY.ContactField),
  audience: z.enum(VOCABULARY.ConsentAudience),
  purpose: z.enum(VOCABULARY.ConsentPurpose),
  given: answer.refine(({ value: given }) => hasColumn(given), {
    message: 'a value with a column in which each person says yes or no',
    path: ['value'],
  }),
  givenOn: date.refine(({ value: given }) => hasColumn(given), {
    message: 'a column with the day on which each person agreed',
    path: ['value'],
  }),
  /** `open` stands for "until it is withdrawn". */
  until: date,
});

const mapping = z.strictObject({
  name: mappingName,
  /** Whether all persons of the file are made up. */
  synthetic: z.boolean().default(false),
  file: tableFile,
  /** The office's own number of the person: the same in every file. */
  key: template.refine(hasColumn, 'a text with the column that holds the number of the person, like "{No}"'),
  names: z.array(value, { error: 'a list of names, the one to use first' }).min(1),
  homeCountry: value,
  attendances: z.array(attendance).default([]),
  fields: z.array(parts).default([]),
  languages: z.array(parts).default([]),
  employments: z.array(employment).default([]),
  skills: z.array(parts).default([]),
  city: value.optional(),
  contacts: z
    .array(z.strictObject({ field: z.enum(VOCABULARY.ContactField), value: template }))
    .default([])
    .refine((given) => new Set(given.map(({ field }) => field)).size === given.length, 'each contact field once'),
  consents: z
    .array(consent, {
      error: 'the columns of consent: for each contact field, audience and purpose given, givenOn and until',
    })
    .min(1, 'at least one: without consents nobody could be reached'),
});

export type AlumniMapping = z.infer<typeof mapping>;
export type PartsMapping = z.infer<typeof parts>;
export type AnswerMapping = z.infer<typeof answer>;

export const alumniFormat: z.ZodType<AlumniMapping> = mapping;
