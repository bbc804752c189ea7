import type { Fact, FactRecord } from '../../domain/fact.ts';
import type { Source } from '../../domain/source.ts';
import type { Statement } from '../../domain/statement.ts';
import { toStatement } from './build-facts.ts';
import type { SeedFileName, SeedRow } from './format.ts';
import type { Located, Place, SeedRows } from './read-seed.ts';
import { mapActivity } from './rows/map-activity.ts';
import { mapArrangement } from './rows/map-arrangement.ts';
import { mapCountry, mapGoal, mapMeasure, mapRegion, mapSector } from './rows/map-codes.ts';
import { mapFigure } from './rows/map-figure.ts';
import { mapOrganisation } from './rows/map-organisation.ts';
import { mapPolicy } from './rows/map-policy.ts';
import { mapCommitment, mapParticipation, mapTie } from './rows/map-relations.ts';

type Mapper<File extends SeedFileName> = (located: Located<SeedRow<File>>) => Fact[];

/** The files in the order in which what a relation joins comes before it, and how a row of each becomes facts. */
const MAPPERS: {
  readonly [File in Exclude<SeedFileName, 'sources.yaml' | 'remarks.yaml'>]: Mapper<File>;
} = {
  'regions.yaml': mapRegion,
  'countries.yaml': mapCountry,
  'sectors.yaml': mapSector,
  'goals.yaml': mapGoal,
  'measures.yaml': mapMeasure,
  'organisations.yaml': mapOrganisation,
  'ties.yaml': mapTie,
  'policies.yaml': mapPolicy,
  'commitments.yaml': mapCommitment,
  'programmes.yaml': mapActivity('Programme'),
  'editions.yaml': mapActivity('Edition'),
  'projects.yaml': mapActivity('Project'),
  'participations.yaml': mapParticipation,
  'arrangements.yaml': mapArrangement,
  'figures.yaml': mapFigure,
};

/** A fact with the place of the row it comes from. */
export interface SeedFact extends Place {
  readonly fact: Fact;
}

/** Statements on a record that another row defines. */
export interface SeedRemark extends Place {
  readonly about: string;
  readonly statements: readonly Statement[];
}

export interface MappedSeed {
  readonly sources: readonly Source[];
  /** In writing order, without the remarks. */
  readonly facts: readonly SeedFact[];
  readonly remarks: readonly SeedRemark[];
}

/** Everything the seed says, each part with the file and line it comes from. */
export function mapSeed(rows: SeedRows): MappedSeed {
  const facts = (Object.keys(MAPPERS) as (keyof typeof MAPPERS)[]).flatMap((file) =>
    (rows[file] as readonly Located<never>[]).flatMap((located) =>
      (MAPPERS[file] as Mapper<never>)(located).map((fact) => ({ ...placeOf(located), fact })),
    ),
  );
  return {
    sources: rows['sources.yaml'].map(({ row }) => row as Source),
    facts,
    remarks: rows['remarks.yaml'].map((located) => ({
      ...placeOf(located),
      about: located.row.about,
      statements: located.row.evidence.map((item) => toStatement(item, located.row.about)),
    })),
  };
}

function placeOf({ file, line, lineOf }: Place): Place {
  return { file, line, lineOf };
}

/**
 * The facts as records to be written: one a file, so that what a newer version of a file no longer says is taken back.
 * A remark belongs to the record of the file that defines what it is about.
 */
export function toRecords({ facts, remarks }: MappedSeed): FactRecord[] {
  const files = [...new Set(facts.map(({ file }) => file))];
  return files.map((file) => ({
    id: `seed:${file}`,
    facts: facts.filter((item) => item.file === file).map(({ fact }) => withRemarks(fact, remarks)),
  }));
}

function withRemarks(fact: Fact, remarks: readonly SeedRemark[]): Fact {
  const added = remarks.filter(({ about }) => fact.shape === 'node' && about === fact.id);
  if (added.length === 0) return fact;
  return { ...fact, statements: [...fact.statements, ...added.flatMap(({ statements }) => statements)] };
}
