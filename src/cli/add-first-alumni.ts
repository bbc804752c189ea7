import { demoAlumni } from '../domain/alumni/demo/demo-alumni.ts';
import { roleName } from '../domain/sign-in/viewer.ts';
import { addDemoAlumni } from '../graph/alumni/add-demo-alumni.ts';
import type { AlumniStore } from '../graph/alumni/alumni-store.ts';

const COUNT = 600;

/** Gives an embedded graph that never had alumni some made up ones to try; says so in a line, null where it has no need of them. */
export async function addFirstAlumni(store: AlumniStore): Promise<string | null> {
  const drafts = { [Symbol.iterator]: () => demoAlumni(COUNT) };
  const options = { by: 'kazaid serve', onlyFirst: true };
  const added = await addDemoAlumni(store, drafts, options);
  if (added === 0) return null;
  return `Alumni: ${added} made up ones were added to try it with; sign in by: npx kazaid token --role ${roleName('ALUMNI_OFFICER')} --for <name>`;
}
