import type { Term } from '../../src/domain/vocabulary.ts';

/** How large a generated network is. */
export interface NetworkSize {
  /** Participations beside the planted ones, which are the same in every size (see `Subjects`). */
  readonly participations: number;
  /** How many of them the largest hub has: an organisation that funds so many projects. */
  readonly largestHub: number;
}

/**
 * A network of partnerships as plain rows. The same size always gives the same rows in the same order; every iterable may
 * be walked any number of times and makes its rows while it is walked, so that a large network needs no memory.
 */
export interface Network {
  readonly size: NetworkSize;
  readonly subjects: Subjects;
  readonly countries: Iterable<CountryRow>;
  readonly sectors: Iterable<SectorRow>;
  readonly organisations: Iterable<OrganisationRow>;
  /** Each project with all that hangs on it: what a record of a data file holds. */
  readonly activities: Iterable<ActivityRows>;
  readonly projects: Iterable<ProjectRow>;
  readonly participations: Iterable<ParticipationRow>;
  readonly inSector: Iterable<InSectorRow>;
  readonly transactions: Iterable<TransactionRow>;
  /** Each arrangement with its plays and covers. */
  readonly triangles: Iterable<ArrangementRows>;
  readonly arrangements: Iterable<ArrangementRow>;
  readonly plays: Iterable<PlayRow>;
  readonly covers: Iterable<CoverRow>;
  /** The names of all of these: countries, sectors, organisations, projects, arrangements, in this order. */
  readonly names: Iterable<NameRow>;
}

/**
 * Ids of what the questions are asked about. The probes and all around them have the same degree in every size; the hub
 * grows with the network.
 */
export interface Subjects {
  /** An organisation in 20 projects, each with 2 organisations and a country of at most 30 projects. */
  readonly probe20: string;
  /** The same with 200 projects. It shares neighbours with both other probes. */
  readonly probe200: string;
  /** The same with 20 projects, three hops away from `probe20`. */
  readonly farProbe: string;
  /** An organisation in `size.largestHub` projects. */
  readonly hub: string;
  /** The second largest organisation of the network. */
  readonly secondHub: string;
  /** What to search for: with a slip of the pen in it, it is in the names of `searchedIds` and in no other. */
  readonly searchText: string;
  /** The ids of twelve organisations, sorted. */
  readonly searchedIds: readonly string[];
}

export interface CountryRow {
  /** country:KZ */
  readonly id: string;
  readonly name: string;
  readonly iso2: string;
}

export interface SectorRow {
  /** sector:14030 */
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

export interface OrganisationRow {
  /** organisation:bench-17 */
  readonly id: string;
  readonly name: string;
  readonly kind: Term<'OrganisationKind'>;
  /** The country whose own it is. */
  readonly countryId: string | null;
}

export interface ProjectRow {
  /** activity:<publisher>-<n> */
  readonly id: string;
  readonly name: string;
  readonly status: Term<'ActivityStatus'>;
  /** EDTF, as published: a day. */
  readonly start: string;
  readonly end: string | null;
  /** YYYY-MM-DD. */
  readonly firstDay: string;
  readonly lastDay: string | null;
}

export interface ParticipationRow {
  readonly id: string;
  /** An organisation or, as BENEFICIARY, a country. */
  readonly actorId: string;
  readonly role: Term<'Role'>;
  readonly activityId: string;
}

export interface InSectorRow {
  readonly id: string;
  readonly activityId: string;
  readonly sectorId: string;
}

export interface TransactionRow {
  readonly id: string;
  readonly activityId: string;
  readonly type: Term<'TransactionType'>;
  /** Exact, in plain decimal notation: '1250000.50'. */
  readonly amount: string;
  readonly currency: string;
  /** YYYY-MM-DD, also the value date. */
  readonly date: string;
  /** Organisations, or null where none is named. */
  readonly providerId: string | null;
  readonly receiverId: string | null;
}

export interface ActivityRows {
  readonly project: ProjectRow;
  readonly participations: readonly ParticipationRow[];
  readonly inSector: readonly InSectorRow[];
  readonly transactions: readonly TransactionRow[];
}

export interface ArrangementRow {
  /** arrangement:bench-17 */
  readonly id: string;
  readonly name: string;
  readonly status: Term<'ActivityStatus'>;
  readonly start: string;
  readonly end: string | null;
  /** YYYY-MM-DD. */
  readonly firstDay: string;
  readonly lastDay: string | null;
}

export interface PlayRow {
  readonly id: string;
  readonly actorId: string;
  readonly role: Term<'TriangularRole'>;
  readonly arrangementId: string;
}

export interface CoverRow {
  readonly id: string;
  readonly arrangementId: string;
  readonly activityId: string;
}

export interface ArrangementRows {
  readonly arrangement: ArrangementRow;
  readonly plays: readonly PlayRow[];
  readonly covers: readonly CoverRow[];
}

export interface NameRow {
  readonly id: string;
  readonly entityId: string;
  readonly value: string;
  readonly language: string;
  readonly kind: Term<'NameKind'>;
  /** LATIN or CYRILLIC, by the letters of the value. */
  readonly script: Term<'Script'>;
  /** In plain lower-case Latin letters, words separated by single spaces: what a search looks at. */
  readonly folded: string;
  /** What comes before the colon in `entityId`: country, organisation, activity … */
  readonly subject: string;
}
