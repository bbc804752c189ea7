import { foldText } from '../../domain/fold-text.ts';
import { stableKey } from '../../domain/identity.ts';
import type { ActivityHead } from './activity-mapping.ts';
import { activityId } from './iati-ids.ts';
import { languageOf, mainNarrative } from './narratives.ts';
import { organisationNames } from './refer-to-organisation.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** Neo4j cannot index longer values, and no honest identifier is as long. */
const MAX_IDENTIFIER = 300;

/** What makes the activity itself and its publisher known; null where it has no usable identifier. */
export function readHead(activity: XmlElement): ActivityHead | null {
  const identifier = (childrenOf(activity, 'iati-identifier')[0]?.text ?? '').replaceAll(/\s+/g, ' ').trim();
  if (identifier === '' || identifier.length > MAX_IDENTIFIER) return null;
  const language = languageOf(activity) ?? 'und';
  const [reporting] = childrenOf(activity, 'reporting-org');
  const ref = reporting && attributeOf(reporting, 'ref');
  const reportingOrgRef = ref === undefined || ref.length > MAX_IDENTIFIER ? null : ref;
  return {
    id: activityId(identifier),
    identifier,
    reportingOrgRef,
    reporter: reportingOrgRef ?? reporterKey(reporting, language),
    language,
  };
}

function reporterKey(reporting: XmlElement | undefined, language: string): string {
  const name = reporting && mainNarrative(organisationNames(reporting, language))?.value;
  return name === undefined ? 'unstated' : `name-${stableKey(foldText(name))}`;
}
