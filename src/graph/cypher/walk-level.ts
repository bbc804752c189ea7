import { relationsToHubs } from './relations-to-hubs.ts';
import { FOLLOWED, isHub, recordFits, relationFits, type SurroundingsFilter } from './surroundings.ts';

/**
 * Cypher that goes one level further: `level` becomes the list of the records next to `walked` that are not `shown` yet,
 * those first that most relations connect to what is shown, then by id, as many as there is `room` for. `leftOut` gets
 * how many have none, by labels, and the walk ends there: nothing is `walked` from any more. The others are lists of
 * nodes; so is `hubs`, of what is shown those records that were not walked from. Those left out are counted where they
 * are found: a list of thousands would be carried, and charged for, by every row that follows.
 */
export function walkLevel(filter: SurroundingsFilter): string {
  return `
  CALL (shown, walked, hubs, room) {
    UNWIND walked AS from
    MATCH (from)-[relation:${FOLLOWED}]-(record)
    WHERE ${relationFits('relation', filter)}
    WITH record, count(relation) AS relations
    WHERE NOT record IN shown AND ${recordFits('record', filter)}
    WITH record, CASE WHEN size(hubs) = 0 THEN relations ELSE relations + ${relationsToHubs(filter)} END AS relations
    ORDER BY relations DESC, record.id
    WITH collect(record) AS found
    CALL (found, room) {
      UNWIND found[room..] AS record
      WITH labels(record) AS labels, count(*) AS count
      RETURN collect({labels: labels, count: count}) AS without
    }
    RETURN found[..room] AS level, without
  }
  WITH centre, shown, hubs, levels, level, leftOut + without AS leftOut, room
  WITH centre, shown + level AS shown, hubs + [record IN level WHERE ${isHub('record')}] AS hubs,
    levels + [level] AS levels, level, leftOut, room - size(level) AS room
  WITH centre, shown, hubs, levels, leftOut, room,
    CASE WHEN size(leftOut) > 0 THEN [] ELSE [record IN level WHERE NOT record IN hubs] END AS walked`;
}
