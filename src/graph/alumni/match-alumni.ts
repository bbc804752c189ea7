import type { WantedAlumni } from './wanted-alumni.ts';

/** Binds `name`, each drawer of that list of $lists under which the fewest are filed. */
export const MATCH_LEAST_FILED = `
  UNWIND $lists AS names
  CALL (names) {
    UNWIND names AS drawer
    MATCH (found:AlumniDrawer {id: drawer})
    RETURN sum(COUNT { (found)<-[:FILED_UNDER]-() }) AS filed
  }
  WITH names ORDER BY filed, names LIMIT 1
  UNWIND names AS name`;

/** The Cypher condition that a person has all the words that the fulltext index would be asked for. */
export function hasWords({ drawerWords, nameWords, nearWords, query }: WantedAlumni): string {
  const hasOneOfEach = query === null ? hasOneOfMany : hasOneOfFew;
  const conditions = [
    ...(drawerWords.length > 1 || nameWords.length > 0 ? [hasOneOfEach('drawerWords')] : []),
    ...(nameWords.length > 0 ? [hasOneOfEach('nameWords')] : []),
    ...(nearWords.length > 0 ? [`NOT ${hasOneOfEach('nameWords', 'nearWords')}`] : []),
  ];
  return conditions.join(' AND ') || 'true';
}

type Words = 'drawerWords' | 'nameWords';
type Choices = Words | 'nearWords';

function hasOneOfFew(property: Words, wanted: Choices = property): string {
  return `all(choices IN $${wanted} WHERE any(word IN choices WHERE person.${property} CONTAINS word))`;
}

/** The same where the choices are thousands: each of the few words of the person is looked for among them, many times as fast. */
function hasOneOfMany(property: Words, wanted: Choices = property): string {
  return `all(choices IN $${wanted} WHERE any(word IN split(person.${property}, ' ') WHERE word IN choices))`;
}

/** The Cypher condition that the consent holds on the day, where one is wanted; that it was given, its drawer says. */
export function isAgreed({ consent }: WantedAlumni): string {
  return consent === null ? 'true' : HAS_CONSENT;
}

/** The Cypher condition that a consent is the one in $consent and holds on its day. */
export const IN_FORCE = `consent.field = $consent.field AND consent.audience = $consent.audience AND consent.purpose = $consent.purpose
  AND consent.withdrawnOn IS NULL AND consent.givenOn <= $consent.day
  AND (consent.until IS NULL OR consent.until >= $consent.day)`;

/** A consent that was given on a record that was merged into this one counts as well. */
const HAS_CONSENT = `(EXISTS { MATCH (person)-[:GAVE]->(consent:Consent) WHERE ${IN_FORCE} }
  OR EXISTS { MATCH (:Alumnus {mergedInto: person.id})-[:GAVE]->(consent:Consent) WHERE ${IN_FORCE} })`;
