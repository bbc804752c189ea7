import { activityId } from '../values/record-ids.ts';
import { CODELISTS } from './codelists.ts';
import type { RecordMapping } from './record-mapping.ts';
import { childrenOf, type XmlElement } from './xml-element.ts';

/** The activities this one declares as parent, child, sibling …; those that nobody published stay as phantoms. */
export function mapRelatedActivities(mapping: RecordMapping, activity: XmlElement): void {
  for (const element of childrenOf(activity, 'related-activity')) {
    const kind = mapping.term(element, 'type', CODELISTS.RelatedActivityType);
    const identifier = mapping.referenceIn(element, 'ref');
    if (identifier === undefined) {
      mapping.problem(element, 'missing-value', 'related-activity/@ref: expected an activity identifier; found none');
    }
    if (kind === undefined || identifier === undefined) continue;
    mapping.namedActivities.push({ group: 'related activities', key: kind, identifier });
    if (identifier === mapping.head.identifier) {
      mapping.problem(element, 'self-reference', 'related-activity names the activity itself; it is left out');
      continue;
    }
    const target = referToActivity(mapping, identifier, element);
    mapping.edge('RELATED_TO', mapping.head.id, target, { kind }, element, kind);
  }
}

/** Adds the named activity, by its identifier alone, to the facts. */
export function referToActivity(mapping: RecordMapping, identifier: string, element: XmlElement): string {
  const properties = { name: identifier, iatiIdentifier: identifier, isPhantom: true };
  return mapping.reference('Project', activityId(identifier), properties, element);
}
