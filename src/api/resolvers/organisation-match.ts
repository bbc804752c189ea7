import { createGazetteer } from '../../domain/resolution/gazetteer.ts';
import { matchOrganisation, type OrganisationMatch } from '../../domain/resolution/match-organisation.ts';
import { profileOf } from '../../domain/resolution/organisation-profile.ts';
import { searchTermsOf } from '../../domain/resolution/search-terms.ts';
import type { Ranked } from '../../domain/suggestions/ranking.ts';
import { findMatchCandidates } from '../../graph/queries/resolution/find-match-candidates.ts';
import { readNamedCountries } from '../../graph/queries/resolution/read-named-countries.ts';
import { readOrganisationRecords } from '../../graph/queries/resolution/read-organisation-records.ts';
import type { PageArguments } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { inTurns } from '../in-turns.ts';
import { keptByVersion } from '../kept-by-version.ts';
import { toRankedConnection } from '../ranked-connection.ts';
import { requireRecords } from './require-records.ts';

const gazetteerOf = keptByVersion(async (graph) => createGazetteer(await readNamedCountries(graph)));

async function organisationMatches(
  _: unknown,
  { of, ...page }: PageArguments & { readonly of: string },
  context: RequestContext,
) {
  const { loaders } = context;
  await requireRecords('of', [of], loaders, ['ORGANISATION']);
  return toRankedConnection(
    page,
    {
      question: 'organisationMatches',
      criteria: { of },
      findAll: () => findMatches(of, context),
      nodeOf: ({ candidate, outcome, score, reasons }) => ({
        organisation: () => loaders.reference.load(candidate.id),
        outcome,
        score,
        reasons,
      }),
    },
    context,
  );
}

async function findMatches(of: string, { graph, signal }: RequestContext): Promise<(OrganisationMatch & Ranked)[]> {
  const gazetteer = await gazetteerOf(graph, signal);
  const [record] = await readOrganisationRecords(graph, [of], signal);
  if (record === undefined) return [];
  const profile = profileOf(record, gazetteer);
  const ids = await findMatchCandidates(graph, of, searchTermsOf(record, profile), signal);
  const candidates = await readOrganisationRecords(graph, ids, signal);
  const profiles: ReturnType<typeof profileOf>[] = [];
  await inTurns(candidates, (candidate) => profiles.push(profileOf(candidate, gazetteer)), signal);
  return matchOrganisation(profile, profiles).map((match) => ({ ...match, ids: [match.candidate.id] }));
}

export const ORGANISATION_MATCH_RESOLVERS = { Query: { organisationMatches } };
