import type { Mapped } from '../../importer.ts';
import type { Cells } from '../read/cells.ts';
import { mapActivity } from './map-activity.ts';
import { mapGoals } from './map-goals.ts';
import { mapParticipations } from './map-participations.ts';
import { mapRecipients } from './map-recipients.ts';
import { mapSectors } from './map-sectors.ts';
import { mapTransactions } from './map-transactions.ts';
import { type AskedIdentifier, type MappingContext, RecordMapping } from './record-mapping.ts';

export interface MappedRecord extends Mapped {
  readonly asked: readonly AskedIdentifier[];
}

/** The facts of the rows of one record, in the order they must be written. Never throws for bad rows. */
export function mapRecord(key: string, rows: readonly Cells[], context: MappingContext): MappedRecord {
  const mapping = new RecordMapping(context, key);
  for (const cells of rows) {
    const activity = mapActivity(mapping, cells);
    if (activity === null) continue;
    mapParticipations(mapping, activity, cells);
    mapRecipients(mapping, activity, cells);
    mapSectors(mapping, activity, cells);
    mapGoals(mapping, activity, cells);
    mapTransactions(mapping, activity, cells);
  }
  const facts = mapping.facts.toArray();
  const { problems, tallies, loss, asked } = mapping;
  const record = facts.length === 0 ? null : { id: `csv:${context.mapping.name}:${key}`, facts };
  return { record, problems, tallies, loss, asked };
}
