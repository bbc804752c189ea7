import type { AlumnusProfile } from './alumnus.ts';

/** What is held of one person in several records, together: each thing once, the first record's word where only one can be. */
export function joinProfiles(profiles: readonly [AlumnusProfile, ...AlumnusProfile[]]): AlumnusProfile {
  const [first, ...others] = profiles;
  if (others.length === 0) return first;
  return {
    names: together(profiles, ({ names }) => names),
    homeCountry: first.homeCountry,
    attendances: together(profiles, ({ attendances }) => attendances),
    fields: together(profiles, ({ fields }) => fields),
    languages: together(profiles, ({ languages }) => languages),
    employments: together(profiles, ({ employments }) => employments),
    skills: together(profiles, ({ skills }) => skills),
    city: profiles.find(({ city }) => city !== null)?.city ?? null,
  };
}

function together<Item>(profiles: readonly AlumnusProfile[], of: (profile: AlumnusProfile) => readonly Item[]): Item[] {
  return [...new Map(profiles.flatMap(of).map((item) => [JSON.stringify(item), item])).values()];
}
