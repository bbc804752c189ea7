import { z } from 'zod';
import { knownLanguage } from '../../../domain/known-language.ts';
import { suggestLanguage } from '../../../domain/suggest-language.ts';
import { VOCABULARY, type Vocabulary } from '../../../domain/vocabulary.ts';
import { constantOf, hasStrayBrace, withMissingBrace } from './template.ts';

/** The values that a mapping reads out of a row, as it may write them. */

export const text = z.string({ error: 'text' }).trim().min(1);
/** YAML reads 1 and 2024 as numbers: as constants they are as good. */
export const template = z.union([text.superRefine(requireBraces), z.number().transform(String)], {
  error: 'text with columns in braces, like "{title}"',
});
function requireBraces(given: string, context: z.RefinementCtx): void {
  if (!hasStrayBrace(given)) return;
  const meant = withMissingBrace(given);
  const suggestion = meant === undefined ? '' : `; did you mean "${meant}"?`;
  context.addIssue({
    code: 'custom',
    message: `each column between one { and one }, like "{title}"; no other braces${suggestion}`,
  });
}

export const codes = z.record(z.string(), z.union([z.string(), z.number().transform(String)]));

export const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item).min(1)]);

/** What a mapping is called. */
export const mappingName = z
  .string({ error: 'a short name' })
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'small letters, digits and hyphens');

/** What cannot be seen from a file, or is to be taken otherwise than it looks. */
export const tableFile = z
  .strictObject({
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252']).optional(),
    delimiter: z.enum([',', ';', 'tab', '|']).optional(),
    ignoreCase: z.boolean().default(false),
    empty: z.array(z.string()).default([]),
  })
  .prefault({});

/** A template, or one with what its text stands for. */
export const value = z.union([
  template.transform((given) => ({ value: given, codes: undefined, otherwise: undefined })),
  z.strictObject({ value: template, codes: codes.optional(), otherwise: template.optional() }),
]);
export type ValueMapping = z.infer<typeof value>;

/** A value that comes to a term of a closed list; constants and the targets of codes are checked here. */
export function term<List extends keyof Vocabulary>(list: List) {
  const terms: readonly string[] = VOCABULARY[list];
  return value.superRefine((given, context) => {
    for (const constant of constantsOf(given)) {
      if (terms.includes(constant)) continue;
      context.addIssue({ code: 'custom', message: `one of ${terms.join(', ')}`, params: { found: constant, terms } });
    }
  });
}

/** A value that comes to the code of a language; constants and the targets of codes are checked here. */
export const language = value.superRefine((given, context) => {
  for (const constant of constantsOf(given)) {
    if (constant === '' || knownLanguage(constant) !== null) continue;
    const message = `the BCP 47 code of a language, like kk or ru${suggestLanguage(constant)}`;
    context.addIssue({ code: 'custom', message, params: { found: constant } });
  }
});

/** What the value may come to whatever is in the row. */
function constantsOf({ value: given, codes: meanings, otherwise }: ValueMapping): string[] {
  const results = [...(meanings === undefined ? [given] : Object.values(meanings)), otherwise];
  return results.flatMap((result) => (result === undefined ? [] : (constantOf(result) ?? [])));
}

const dateForm = z
  .string({ error: 'a form of dates like D/M/YYYY' })
  .regex(/^(YYYY|MM?|DD?)([-./ ](YYYY|MM?|DD?)){0,2}$/, 'a form of dates like D/M/YYYY');

/** A date as EDTF; other forms are declared. */
export const date = z.union([
  template.transform((given) => ({ value: given, forms: [] as string[], otherwise: undefined })),
  z
    .strictObject({
      value: template,
      form: z.union([dateForm, z.array(dateForm).min(1)]),
      otherwise: template.optional(),
    })
    .transform(({ value: given, form, otherwise }) => ({ value: given, forms: [form].flat(), otherwise })),
]);
export type DateMapping = z.infer<typeof date>;

/** An amount of money; exact whatever the unit. */
export const amount = z.union([
  template.transform((given) => ({
    value: given,
    unit: 'ones' as const,
    decimal: '.' as const,
    zero: 'keep' as const,
  })),
  z.strictObject({
    value: template,
    unit: z.enum(['ones', 'thousands', 'millions', 'billions']).default('ones'),
    decimal: z.enum(['.', ',']).default('.'),
    zero: z.enum(['keep', 'leave out']).default('keep'),
  }),
]);
export type AmountMapping = z.infer<typeof amount>;
