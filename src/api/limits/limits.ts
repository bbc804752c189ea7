/** What one request may ask for. Checked before the database is asked. */
export interface Limits {
  /** Bytes of the request body. */
  readonly body: number;
  /** Tokens of the document. */
  readonly tokens: number;
  /** Levels of nested fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Fields once fragments are written out. */
  readonly fields: number;
  /** Fields within `__schema` and `__type`; the usual question asks for some 230. */
  readonly introspectionFields: number;
  /** Records of one page. */
  readonly page: number;
  /** Routes that `paths` gives. */
  readonly paths: number;
  /** Records that `neighbourhood` gives beside the one asked about. */
  readonly neighbourhood: number;
  /** Records skipped by `offset`. */
  readonly offset: number;
  /** Levels of a filter: each relation and each AND, OR, NOT is one. */
  readonly filterDepth: number;
  /** Single tests in a filter. */
  readonly filterLeaves: number;
  /** Characters of a text in a filter. */
  readonly filterText: number;
  /** Items of any list in the arguments. */
  readonly listItems: number;
  /** Alumni of whom `noteContact` notes at once that they were contacted. */
  readonly notedAlumni: number;
  /** What the answer may cost: records times what is asked of each; a relation in a filter counts for ten. */
  readonly cost: number;
  /** The same for who signs in. */
  readonly costSignedIn: number;
  /** Milliseconds until the answer is given up. */
  readonly requestTime: number;
}

export const DEFAULT_LIMITS: Limits = {
  body: 100_000,
  tokens: 2_000,
  depth: 12,
  aliases: 30,
  rootFields: 10,
  fields: 2_000,
  introspectionFields: 300,
  page: 100,
  paths: 10,
  neighbourhood: 500,
  offset: 1_000,
  filterDepth: 3,
  filterLeaves: 20,
  filterText: 200,
  listItems: 100,
  notedAlumni: 1_000,
  cost: 1_000,
  costSignedIn: 5_000,
  requestTime: 15_000,
};
