import { z } from 'zod';
import { VOCABULARY } from '../../domain/vocabulary.ts';

/** The shape of every file in seed/. seed/README.md explains it to people; this refuses what does not fit. */

const text = z.string().trim().min(1);
/** A string of a certain form; `expected` says which, in every message about it. */
const formed = (form: RegExp, expected: string) => z.string({ error: expected }).regex(form, expected);
const id = (prefix: string) => formed(new RegExp(`^${prefix}:[A-Za-z0-9][A-Za-z0-9.-]*$`), `an id like ${prefix}:…`);
const anyId = formed(/^[a-z]+:[A-Za-z0-9][A-Za-z0-9.-]*$/, 'an id like organisation:kazaid');
/** EDTF: 2025, 2025-08, 2025-08-17, 2025-23 (autumn), an interval of two. Quote it, else YAML reads a number. */
const date = formed(
  /^\d{4}(-\d\d(-\d\d)?)?[~?]?(\/(\d{4}(-\d\d(-\d\d)?)?[~?]?|\.\.))?$/,
  'an EDTF date in quotes, like "2025-08"',
);
const decimal = formed(/^-?\d+(\.\d+)?$/, 'a number in quotes, like "50.4"');
const language = formed(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a BCP 47 language, like en');
const term = <List extends keyof typeof VOCABULARY>(list: List) => z.enum(VOCABULARY[list]);

/** One supporting statement. `source` is the id without its prefix; `at` the locator; `says` in our own words. */
const evidenceShape = z.strictObject({
  source: text,
  at: text,
  says: text,
  basis: term('Basis').default('DECLARED'),
  aspect: text.optional(),
  speaker: text.optional(),
  reasoning: text.optional(),
  rule: text.optional(),
});
const evidence = evidenceShape.superRefine(({ basis, reasoning, rule }, context) => {
  if (basis === 'CURATED' && reasoning === undefined) {
    context.addIssue({ code: 'custom', path: ['reasoning'], message: 'why it was read so, as the basis is CURATED' });
  }
  if (basis === 'INFERRED' && rule === undefined) {
    context.addIssue({ code: 'custom', path: ['rule'], message: 'the name of the rule, as the basis is INFERRED' });
  }
});
const evidenceList = z.array(evidence).min(1);
const name = z.strictObject({
  value: text,
  language,
  kind: term('NameKind').default('ALIAS'),
  evidence: evidenceList.optional(),
});
const identifier = z.strictObject({
  scheme: term('IdentifierScheme'),
  value: text,
  evidence: evidenceList.optional(),
});
/** A link to a sector, goal or region: an id (resting on the record's own evidence) or an id with its own. */
const linkTo = (prefix: string) => z.union([id(prefix), z.strictObject({ id: id(prefix), evidence: evidenceList })]);

const play = z.strictObject({ actor: anyId, role: term('TriangularRole'), evidence: evidenceList });
const breakdown = z.strictObject({ by: term('BreakdownDimension'), item: text, entity: anyId.optional() });

const activity = {
  name: text,
  names: z.array(name).default([]),
  description: text.optional(),
  form: term('ActivityForm').optional(),
  status: term('ActivityStatus').optional(),
  start: date.optional(),
  end: date.optional(),
  topic: text.optional(),
  place: text.optional(),
  sectors: z.array(linkTo('sector')).default([]),
  goals: z.array(linkTo('goal')).default([]),
  regions: z.array(linkTo('region')).default([]),
  partOf: z.array(linkTo('activity')).default([]),
  evidence: evidenceList,
};

export const SEED_FILES = {
  'sources.yaml': z.strictObject({
    id: id('source'),
    kind: term('SourceKind'),
    title: text,
    publisher: text,
    author: text.optional(),
    published: date.optional(),
    publishedNote: text.optional(),
    language,
    licence: text,
    retrieved: date,
    url: z.url().optional(),
    sha256: formed(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 hexadecimal digits').optional(),
    note: text.optional(),
  }),
  'countries.yaml': z.strictObject({
    id: id('country'),
    alpha3: text.optional(),
    m49: text.optional(),
    dacRecipient: text.optional(),
    dacDonor: text.optional(),
    en: text,
    kk: text,
    ru: text,
    aliases: z.array(name).default([]),
    region: id('region').optional(),
    incomeGroup: term('IncomeGroup').optional(),
    isLdc: z.boolean().default(false),
    isLldc: z.boolean().default(false),
    isSids: z.boolean().default(false),
    evidence: evidenceList.optional(),
  }),
  'regions.yaml': z.strictObject({
    id: id('region'),
    name: text,
    names: z.array(name).default([]),
    identifiers: z.array(identifier).default([]),
    partOf: z.array(id('region')).default([]),
    evidence: evidenceList.optional(),
  }),
  'sectors.yaml': z.strictObject({
    id: id('sector'),
    name: text,
    names: z.array(name).default([]),
    code: text,
    category: text.optional(),
    isWithdrawn: z.boolean().default(false),
    successors: z.array(linkTo('sector')).default([]),
    evidence: evidenceList.optional(),
  }),
  'goals.yaml': z.strictObject({
    id: id('goal'),
    number: z.int().min(1).max(17),
    en: text,
    kk: text,
    ru: text,
    evidence: evidenceList.optional(),
  }),
  'measures.yaml': z.strictObject({
    id: id('measure'),
    name: text,
    definition: text,
    evidence: evidenceList,
  }),
  'organisations.yaml': z.strictObject({
    id: id('organisation'),
    kind: term('OrganisationKind'),
    name: text,
    acronym: text.optional(),
    names: z.array(name).default([]),
    country: z.union([id('country'), z.strictObject({ id: id('country'), evidence: evidenceList })]).optional(),
    founded: date.optional(),
    legalForm: text.optional(),
    status: term('FactStatus').default('CURRENT'),
    website: z.url().optional(),
    seat: text.optional(),
    identifiers: z.array(identifier).default([]),
    evidence: evidenceList,
  }),
  'ties.yaml': z.strictObject({
    from: anyId,
    kind: term('TieKind'),
    to: anyId,
    status: term('FactStatus').default('CURRENT'),
    since: date.optional(),
    until: date.optional(),
    note: text.optional(),
    evidence: evidenceList,
  }),
  'policies.yaml': z.strictObject({
    id: id('policy'),
    kind: term('PolicyKind'),
    name: text,
    names: z.array(name).default([]),
    number: text.optional(),
    adopted: date.optional(),
    start: date.optional(),
    end: date.optional(),
    status: term('FactStatus').default('CURRENT'),
    url: z.url().optional(),
    sectors: z.array(linkTo('sector')).default([]),
    goals: z.array(linkTo('goal')).default([]),
    regions: z.array(linkTo('region')).default([]),
    evidence: evidenceList,
  }),
  'commitments.yaml': z.strictObject({
    actor: anyId,
    kind: term('CommitmentKind'),
    policy: id('policy'),
    status: term('FactStatus').default('CURRENT'),
    evidence: evidenceList,
  }),
  'programmes.yaml': z.strictObject({ id: id('activity'), ...activity }),
  'editions.yaml': z.strictObject({
    id: id('activity'),
    year: z.int().optional(),
    ...activity,
  }),
  'projects.yaml': z.strictObject({ id: id('activity'), ...activity }),
  'participations.yaml': z.strictObject({
    actor: anyId,
    role: term('Role'),
    activity: id('activity'),
    status: term('FactStatus').default('CURRENT'),
    since: date.optional(),
    until: date.optional(),
    note: text.optional(),
    evidence: evidenceList,
  }),
  'arrangements.yaml': z.strictObject({
    id: id('arrangement'),
    name: text,
    names: z.array(name).default([]),
    status: term('ActivityStatus').optional(),
    start: date.optional(),
    end: date.optional(),
    covers: z.array(linkTo('activity')).min(1),
    regions: z.array(linkTo('region')).default([]),
    sectors: z.array(linkTo('sector')).default([]),
    plays: z.array(play).min(1),
    evidence: evidenceList,
  }),
  'figures.yaml': z.strictObject({
    id: id('figure'),
    subject: anyId,
    measure: id('measure'),
    value: decimal,
    unit: term('FigureUnit'),
    qualifier: term('Qualifier').default('EXACT'),
    period: date,
    comparedWith: date.optional(),
    asOf: date.optional(),
    flow: term('FigureFlow').default('NONE'),
    flowBasis: term('FlowBasis').default('NOT_STATED'),
    priceBasis: term('PriceBasis').default('NOT_STATED'),
    termInSource: text.optional(),
    shareOf: text.optional(),
    breakdown: breakdown.optional(),
    note: text.optional(),
    evidence: evidenceList,
  }),
  /** Statements on a record that another file defines. */
  'remarks.yaml': z.strictObject({ about: anyId, evidence: evidenceList }),
} as const;

export type SeedFileName = keyof typeof SEED_FILES;
export type SeedRow<File extends SeedFileName> = z.infer<(typeof SEED_FILES)[File]>;

/** Code-list files state their evidence once, for all rows that do not carry their own. */
export const fileHead = z.strictObject({ evidence: evidenceList.optional(), rows: z.array(z.unknown()) });
export type Evidence = z.infer<typeof evidence>;

/** Every key that may stand in a seed file. */
export const KEYS: ReadonlySet<string> = new Set(
  [...Object.values(SEED_FILES), fileHead, evidenceShape, name, identifier, play, breakdown].flatMap(({ shape }) =>
    Object.keys(shape),
  ),
);
