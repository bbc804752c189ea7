import type { AlumnusProfile } from './alumnus.ts';

const LISTS = ['names', 'attendances', 'fields', 'languages', 'employments', 'skills'] as const;

/**
 * The profiles of the records of one person, the staying one first, after a correction: it holds all that was said, and a
 * record that was merged into it keeps of its own what is still said, so that nothing that was wrong shows through.
 */
export function correctProfiles(
  [staying, ...merged]: readonly AlumnusProfile[],
  correction: Partial<AlumnusProfile>,
): AlumnusProfile[] {
  return [
    { ...(staying as AlumnusProfile), ...correction },
    ...merged.map((profile) => ({ ...profile, ...keptOf(profile, correction) })),
  ];
}

function keptOf(profile: AlumnusProfile, correction: Partial<AlumnusProfile>): Partial<AlumnusProfile> {
  const lists = LISTS.flatMap((name) => {
    const said = correction[name];
    if (said === undefined) return [];
    const texts = new Set(said.map((item) => JSON.stringify(item)));
    return [[name, profile[name].filter((item) => texts.has(JSON.stringify(item)))] as const];
  });
  const isOtherCity = correction.city !== undefined && profile.city !== correction.city;
  return { ...Object.fromEntries(lists), ...(isOtherCity && { city: null }) };
}
