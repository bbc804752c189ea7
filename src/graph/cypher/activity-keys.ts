/** The Cypher expression for the names of the channel categories that implement `activity`: two are as good as more. */
export const CHANNELS = `COLLECT {
      MATCH (activity)-[:DELIVERED_THROUGH {role: 'IMPLEMENTING'}]->(channel:ChannelCategory)
      RETURN DISTINCT channel.code + CASE WHEN channel.name = channel.code THEN '' ELSE ' ' + channel.name END LIMIT 2 }`;

/** That for the roles in which `$participants`, ids of actors, take part in `activity`. */
export const ROLES = `COLLECT {
      MATCH (actor:Actor)-[part:PARTICIPATES_IN]->(activity) WHERE actor.id IN $participants AND part.basis IN $basis
      RETURN DISTINCT part.role }`;
