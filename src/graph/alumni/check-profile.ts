import type { ManagedTransaction } from 'neo4j-driver';
import type { AlumniProblems } from '../../domain/alumni/alumni-problems.ts';
import type { ReadProfile } from '../../domain/alumni/read-profile.ts';
import { readKnownRecords } from '../write/curation/read-known-records.ts';

/** The profile, where the country and the employers that it names are in the graph; the kind of an employer that is there is the graph's. */
export async function checkProfile(
  { transaction, problems }: { readonly transaction: ManagedTransaction; readonly problems: AlumniProblems },
  profile: ReadProfile,
  path: string,
): Promise<ReadProfile> {
  const { homeCountry, employments } = profile;
  const employers = employments?.flatMap(({ organisation }) => organisation ?? []) ?? [];
  const ids = [...employers, ...(homeCountry ? [homeCountry] : [])];
  if (ids.length === 0) return profile;
  const known = await readKnownRecords(transaction, ids);
  if (homeCountry && !known.get(homeCountry)?.labels.includes('Country'))
    problems.add('NOT_FOUND', `${path}.homeCountry`, 'expected the id of a country, such as country:TJ');
  const checked = employments?.map((employment, index) => {
    const { organisation, kind } = employment;
    if (organisation === null) return employment;
    const found = known.get(organisation);
    if (!found?.labels.includes('Organisation'))
      problems.add('NOT_FOUND', `${path}.employments.${index}.organisation`, 'expected the id of an organisation');
    return { ...employment, kind: (found?.kind as typeof kind | undefined) ?? kind };
  });
  return { ...profile, ...(checked && { employments: checked }) };
}
