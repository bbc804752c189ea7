import { foldText } from '../../domain/fold-text.ts';
import { stableKey } from '../../domain/identity.ts';
import { activityId } from '../values/record-ids.ts';
import { languageOf, mainNarrative } from './narratives.ts';
import type { RecordHead } from './record-mapping.ts';
import { organisationNames } from './refer-to-organisation.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** Neo4j cannot index longer values, and no honest identifier is as long. */
const MAX_IDENTIFIER = 300;

/** What makes the activity itself and its publisher known; null where it has no usable identifier. */
export function readHead(activity: XmlElement): RecordHead | null {
  const identifier = readIdentifier(activity, 'iati-identifier');
  return identifier === null ? null : { ...readReporter(activity), id: activityId(identifier), identifier };
}

/** The text of the identifying element, white space collapsed; null where it is missing or longer than an identifier is. */
export function readIdentifier(record: XmlElement, name: string): string | null {
  const identifier = (childrenOf(record, name)[0]?.text ?? '').replaceAll(/\s+/g, ' ').trim();
  return identifier === '' || identifier.length > MAX_IDENTIFIER ? null : identifier;
}

/** Who reports the record, and in which language. */
export function readReporter(record: XmlElement): Pick<RecordHead, 'reportingOrgRef' | 'reporter' | 'language'> {
  const language = languageOf(record) ?? 'und';
  const [reporting] = childrenOf(record, 'reporting-org');
  const ref = reporting && attributeOf(reporting, 'ref');
  const reportingOrgRef = ref === undefined || ref.length > MAX_IDENTIFIER ? null : ref;
  return { reportingOrgRef, reporter: reportingOrgRef ?? reporterKey(reporting, language), language };
}

function reporterKey(reporting: XmlElement | undefined, language: string): string {
  const name = reporting && mainNarrative(organisationNames(reporting, language))?.value;
  return name === undefined ? 'unstated' : `name-${stableKey(foldText(name))}`;
}
