import type { Mapped } from '../importer.ts';
import { countLoss } from './count-loss.ts';
import { mapParticipants } from './map-participants.ts';
import { mapProject } from './map-project.ts';
import { mapRecipients } from './map-recipients.ts';
import { mapRelatedActivities } from './map-related-activities.ts';
import { mapSectors } from './map-sectors.ts';
import { mapTransactions } from './map-transactions.ts';
import { type MappingContext, type NamedActivity, type RecordHead, RecordMapping } from './record-mapping.ts';
import type { XmlElement } from './xml-element.ts';

export interface MappedActivity extends Mapped {
  readonly namedActivities: readonly NamedActivity[];
}

/** The facts of one activity, in the order they must be written. Never throws for a bad record: what is wrong is in its problems. */
export function mapActivity(activity: XmlElement, head: RecordHead, context: MappingContext): MappedActivity {
  const mapping = new RecordMapping(context, head);
  mapProject(mapping, activity);
  mapParticipants(mapping, activity);
  mapRecipients(mapping, activity);
  mapSectors(mapping, activity);
  mapRelatedActivities(mapping, activity);
  mapTransactions(mapping, activity);
  countLoss(activity, mapping.loss);
  const { problems, tallies, loss, namedActivities } = mapping;
  return {
    record: { id: `iati:${head.identifier}`, facts: mapping.facts.toArray() },
    problems,
    tallies,
    loss,
    namedActivities,
  };
}
