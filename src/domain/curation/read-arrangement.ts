import type { Source } from '../source.ts';
import type { Term } from '../vocabulary.ts';
import type { CuratedArrangement, Play } from './arrangement-facts.ts';
import type { KnownRecords } from './known-record.ts';
import { type CurationProblems, type InputPath, quote } from './problems.ts';
import { type EvidenceInput, type ReadEvidence, readEvidence } from './read-evidence.ts';
import { LONGEST, readText } from './read-text.ts';
import { requireRecord } from './require-record.ts';
import { requireTriangular } from './triangular-rule.ts';

/** A triangular arrangement as a curator gives it. */
export interface ArrangementInput {
  readonly name: string;
  readonly nameKk?: string | null;
  readonly nameRu?: string | null;
  readonly status?: Term<'ActivityStatus'> | null;
  /** EDTF. */
  readonly start?: string | null;
  /** EDTF. */
  readonly end?: string | null;
  readonly plays: readonly (Play & { readonly evidence: EvidenceInput })[];
  readonly covers: readonly string[];
  readonly evidence: EvidenceInput;
}

export interface ReadArrangement {
  readonly arrangement: CuratedArrangement;
  readonly newSources: readonly Source[];
}

/** The evidence of an arrangement and of each of its roles; all of it, so that the sources can be looked up together. */
export function evidenceOf({ evidence, plays }: ArrangementInput, today: string, problems: CurationProblems) {
  return {
    own: readEvidence(evidence, ['input', 'evidence'], today, problems),
    ofPlays: plays.map((play, index) =>
      readEvidence(play.evidence, ['input', 'plays', String(index), 'evidence'], today, problems),
    ),
  };
}

/** The arrangement; null where something is wrong with it. */
export function readArrangement(
  input: ArrangementInput,
  { own, ofPlays }: ReturnType<typeof evidenceOf>,
  known: KnownRecords,
  problems: CurationProblems,
): ReadArrangement | null {
  const read = (name: 'name' | 'nameKk' | 'nameRu') => readText(input[name], ['input', name], LONGEST.name, problems);
  const [name, nameKk, nameRu] = [read('name'), read('nameKk'), read('nameRu')];
  checkPlays(input.plays, known, problems);
  checkCovers(input.covers, known, problems);
  const plays = input.plays.flatMap(({ actor, role }, index) => {
    const statement = ofPlays[index]?.statement;
    return statement === undefined ? [] : [{ actor, role, statement }];
  });
  if (problems.all.length > 0 || name === null || own === null) return null;
  const { status = null, start = null, end = null, covers } = input;
  return {
    arrangement: { name, nameKk, nameRu, status, start, end, plays, covers, statement: own.statement },
    newSources: newSourcesOf([own, ...ofPlays]),
  };
}

function checkPlays(plays: readonly Play[], known: KnownRecords, problems: CurationProblems): void {
  const path: InputPath = ['input', 'plays'];
  const seen = new Set<string>();
  for (const [index, { actor, role }] of plays.entries()) {
    const place = [...path, String(index), 'actor'];
    requireRecord(actor, place, ['Country', 'Organisation'], known, problems);
    if (seen.has(`${role} ${actor}`)) problems.add('CONFLICT', place, `${quote(actor)} is ${role} twice`);
    seen.add(`${role} ${actor}`);
  }
  requireTriangular(plays, path, known, problems);
}

function checkCovers(covers: readonly string[], known: KnownRecords, problems: CurationProblems): void {
  const path: InputPath = ['input', 'covers'];
  if (covers.length === 0) problems.add('REQUIRED', path, 'got none; expected at least one activity that it covers');
  for (const [index, activity] of covers.entries()) {
    const place = [...path, String(index)];
    requireRecord(activity, place, ['Programme', 'Edition', 'Project'], known, problems);
    if (covers.indexOf(activity) < index) problems.add('CONFLICT', place, `got ${quote(activity)} twice`);
  }
}

export function newSourcesOf(evidence: readonly (ReadEvidence | null)[]): Source[] {
  const sources = evidence.flatMap((each) => each?.newSource ?? []);
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
