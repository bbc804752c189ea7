import type { Fact, FactRecord } from '../../domain/fact.ts';
import type { Source } from '../../domain/source.ts';
import type { SeedFileName, SeedRow } from './format.ts';
import type { Located, SeedRows } from './read-seed.ts';
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
  readonly [File in Exclude<SeedFileName, 'sources.yaml'>]: Mapper<File>;
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

/** A seed file with its facts in writing order. Each file is one record: what a newer version no longer says is taken back. */
export interface SeedFact {
  readonly file: SeedFileName;
  readonly line: number;
  readonly fact: Fact;
}

/** All facts of the seed, each with the file and line it comes from. */
export function mapSeed(rows: SeedRows): {
  sources: Source[];
  facts: SeedFact[];
} {
  const facts = (Object.keys(MAPPERS) as (keyof typeof MAPPERS)[]).flatMap((file) =>
    (rows[file] as readonly Located<never>[]).flatMap((located) =>
      (MAPPERS[file] as Mapper<never>)(located).map((fact) => ({
        file,
        line: located.line,
        fact,
      })),
    ),
  );
  return {
    sources: rows['sources.yaml'].map(({ row }) => row as Source),
    facts,
  };
}

/** The facts as records to be written: one a file, nodes of a file before its relations. */
export function toRecords(facts: readonly SeedFact[]): FactRecord[] {
  const files = [...new Set(facts.map(({ file }) => file))];
  return files.map((file) => ({
    id: `seed:${file}`,
    facts: facts.filter((item) => item.file === file).map(({ fact }) => fact),
  }));
}
