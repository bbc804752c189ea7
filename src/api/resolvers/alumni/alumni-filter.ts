import type { AlumnusField } from '../../../domain/alumni/alumnus.ts';
import type { ConsentTerms } from '../../../domain/alumni/consent.ts';
import { DRAWERS } from '../../../domain/alumni/drawers.ts';
import { languageCode } from '../../../domain/language-code.ts';
import { today } from '../../../domain/today.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { DomainError } from '../../../errors.ts';
import type { AlumniCriteria } from '../../../graph/alumni/alumni-criteria.ts';
import { findSameOrganisations } from '../../../graph/queries/find-same-organisations.ts';
import type { RequestContext } from '../../context.ts';
import { requireItems } from '../require-items.ts';
import { ACTIVITIES, requireEachOnce, requireRecords } from '../require-records.ts';
import { cohortYears, type YearRange } from '../year-range.ts';

export interface AlumniFilter {
  readonly programmes?: readonly string[] | null;
  readonly editions?: readonly string[] | null;
  readonly years?: YearRange | null;
  readonly homeCountries?: readonly string[] | null;
  readonly fields?: readonly AlumnusField[] | null;
  readonly languages?: readonly string[] | null;
  readonly employers?: readonly string[] | null;
  readonly presentOnly?: boolean | null;
  readonly employerKinds?: readonly Term<'OrganisationKind'>[] | null;
  readonly consent?: ConsentTerms | null;
  readonly text?: string | null;
  readonly isSynthetic?: boolean | null;
}

const LONGEST_TEXT = 200;

/** What a filter asks for; its mistakes are refused. Who asks must have been looked at before: it tells which records there are. */
export async function readAlumniFilter(
  filter: AlumniFilter | null | undefined,
  context: RequestContext,
): Promise<AlumniCriteria> {
  const given = filter ?? {};
  requireItems({ ...given }, 'filter.');
  const { programmes, editions, years, homeCountries, fields, languages, employerKinds, isSynthetic } = given;
  const cohorts = cohortYears('filter.years', years);
  const text = textOf(given);
  const [employers] = await Promise.all([
    drawersOfEmployers(given, context),
    requireRecords('filter.programmes', programmes ?? [], context.loaders, ['PROGRAMME']),
    requireRecords('filter.editions', editions ?? [], context.loaders, ACTIVITIES),
    requireRecords('filter.homeCountries', homeCountries ?? [], context.loaders, ['COUNTRY']),
  ]);
  const lists = [
    programmes?.map(DRAWERS.programme),
    editions?.map(DRAWERS.edition),
    cohorts?.map(DRAWERS.year),
    homeCountries?.map(DRAWERS.home),
    fields?.map(DRAWERS.field),
    languages?.map(languageOf).map(DRAWERS.language),
    employers,
    employerKinds?.map(DRAWERS.employerKind),
    typeof isSynthetic === 'boolean' ? [DRAWERS.synthetic(isSynthetic)] : null,
  ];
  return {
    drawers: lists.filter((list) => list !== null && list !== undefined).map((list) => [...new Set(list)]),
    consent: given.consent ? { ...given.consent, day: today() } : null,
    text,
  };
}

/** As it is written when it is kept: kaz is kk. */
function languageOf(text: string, index: number): string {
  const code = languageCode(text.trim());
  if (code !== null) return code;
  throw new DomainError('InvalidInput', `filter.languages.${index}: expected a BCP 47 code, such as kk`);
}

/** What was looked for is not repeated: it may be somebody's name. */
function textOf({ text }: AlumniFilter): string | null {
  if (text === null || text === undefined) return null;
  if (text.length <= LONGEST_TEXT && text.trim() !== '') return text;
  throw new DomainError(
    'InvalidInput',
    `filter.text: got ${text.length} characters, expected 1 to ${LONGEST_TEXT}, not all of them spaces`,
  );
}

/** An alumnus may have named an organisation by any of the ids that mean it. */
async function drawersOfEmployers({ employers, presentOnly }: AlumniFilter, context: RequestContext) {
  if (!employers) {
    if (!presentOnly) return null;
    throw new DomainError('InvalidInput', 'filter.presentOnly: expected with filter.employers only');
  }
  requireEachOnce('filter.employers', employers);
  const same = await findSameOrganisations(context.graph, employers, context.signal);
  const meant = [...new Set(same.map(({ id }) => id))];
  await requireRecords('filter.employers', meant, context.loaders, ['ORGANISATION']);
  return same.flatMap(({ ids }) => ids).map(presentOnly ? DRAWERS.presentEmployer : DRAWERS.employer);
}
