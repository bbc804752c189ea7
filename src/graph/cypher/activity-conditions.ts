import type { ActivityCondition } from './select-activities.ts';

const BENEFITS = "place:Country AND benefit.role = 'BENEFICIARY' AND benefit.basis IN $basis";
const LIES_IN = "lies.basis <> 'INFERRED'";

/** Benefits one of `$recipients`, ids of countries and regions with all that lies in them; `$basis`: of participations. */
export const HAS_RECIPIENT: ActivityCondition = {
  find: `
  MATCH (place:Entity) WHERE place.id IN $recipients
  CALL (place) {
    MATCH (place)-[benefit:PARTICIPATES_IN]->(activity:Activity) WHERE ${BENEFITS} RETURN activity
    UNION
    MATCH (place)<-[lies:IN_REGION]-(activity:Activity) WHERE ${LIES_IN} RETURN activity
  }`,
  test: `(EXISTS { MATCH (place:Country)-[benefit:PARTICIPATES_IN]->(activity) WHERE place.id IN $recipients AND ${BENEFITS} }
      OR EXISTS { MATCH (place:Region)<-[lies:IN_REGION]-(activity) WHERE place.id IN $recipients AND ${LIES_IN} })`,
};

/** Is in one of `$sectors`, ids with those of their purposes. */
export const HAS_SECTOR: ActivityCondition = {
  find: `
  MATCH (sector:Sector) WHERE sector.id IN $sectors
  MATCH (sector)<-[lies:IN_SECTOR]-(activity:Activity) WHERE ${LIES_IN}`,
  test: `EXISTS { MATCH (activity)-[lies:IN_SECTOR]->(sector:Sector) WHERE sector.id IN $sectors AND ${LIES_IN} }`,
};

/**
 * Is one of `$activities`, or a part of it at most three steps down. By UNWIND: after `whole.id IN $activities` Neo4j 5.26
 * drops the DISTINCT that follows, and an activity found from two of them would count twice.
 */
export const IS_PART: ActivityCondition = {
  find: `
  UNWIND $activities AS wholeId
  MATCH (whole:Activity {id: wholeId})<-[:PART_OF*0..3]-(activity:Activity)`,
  test: 'EXISTS { MATCH (activity)-[:PART_OF*0..3]->(whole:Activity) WHERE whole.id IN $activities }',
};

/** At least one of `$participants`, ids of actors, takes part. */
export const HAS_PARTICIPANT: ActivityCondition = {
  find: `
  MATCH (actor:Actor) WHERE actor.id IN $participants
  MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE part.basis IN $basis`,
  test: 'EXISTS { MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE actor.id IN $participants AND part.basis IN $basis }',
};

/** One of `$donors` gave money in it or funds it: that it gave a certain transaction is for the transaction to say. */
export const MAY_HAVE_DONOR: ActivityCondition = {
  find: `
  MATCH (donor:Actor) WHERE donor.id IN $donors
  CALL (donor) {
    MATCH (donor)<-[:PROVIDED_BY]-(:Transaction)-[:MADE_IN]->(activity:Activity) RETURN activity
    UNION
    MATCH (donor)-[part:PARTICIPATES_IN {role: 'FUNDING'}]->(activity:Activity) WHERE part.basis IN $basis RETURN activity
  }`,
  test: 'true',
};

const TAKES_PART = 'part.basis IN $basis AND ($roles IS NULL OR part.role IN $roles)';

/** One of the ids in the first of `$actors` takes part in one of `$roles`. Each of `$actors` is a list of ids that mean the same. */
export const FIRST_TAKES_PART: ActivityCondition = {
  find: `
  MATCH (actor:Actor) WHERE actor.id IN head($actors)
  MATCH (actor)-[part:PARTICIPATES_IN]->(activity) WHERE ${TAKES_PART}`,
  test: 'true',
};

/** So do the others. */
export const OTHERS_TAKE_PART: ActivityCondition = {
  find: 'MATCH (activity:Activity)',
  test: `all(meant IN tail($actors) WHERE
      EXISTS { MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE actor.id IN meant AND ${TAKES_PART} })`,
};
