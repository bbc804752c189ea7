import type { IdentifierReference, Mapped } from '../importer.ts';
import { readOrganisation } from '../organisations/read-organisation.ts';
import { LONGEST } from '../values/longest.ts';
import { cutText } from '../values/shorten.ts';
import { CODELISTS } from './codelists.ts';
import { countLoss } from './count-loss.ts';
import { mainNarrative } from './narratives.ts';
import { readIdentifier, readReporter } from './read-head.ts';
import { type MappingContext, type RecordHead, RecordMapping } from './record-mapping.ts';
import { organisationNames } from './refer-to-organisation.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

export interface OrganisationHead extends RecordHead {
  readonly own: IdentifierReference;
}

/** What makes the described organisation known; null where its identifier is missing, too long or that of a channel category. */
export function readOrganisationHead(record: XmlElement): OrganisationHead | null {
  const identifier = readIdentifier(record, 'organisation-identifier');
  if (identifier === null) return null;
  const reporter = readReporter(record);
  const mention = readOrganisation(identifier, undefined, reporter.reporter);
  if (mention?.form !== 'reference') return null;
  return { ...reporter, id: mention.id, identifier, own: mention.identifier };
}

/**
 * The facts of one organisation: itself, its names and its identifier. Where the graph knows it under another id,
 * somebody has described it there, whose words stay: names and identifier are added.
 */
export function mapOrganisation(record: XmlElement, head: OrganisationHead, context: MappingContext): Mapped {
  const mapping = new RecordMapping(context, head);
  const names = childrenOf(record, 'name').flatMap((element) => organisationNames(element, head.language));
  const id = mapping.ownerOf(head.own, 'Organisation') ?? head.id;
  const properties = { name: mainNarrative(names)?.value ?? head.identifier, kind: kindOf(record, head) };
  if (names.length === 0)
    mapping.problem(record, 'missing-value', 'name: expected a text; found none, so the identifier is the name');
  if (id === head.id) {
    const name = cutText(properties.name, LONGEST.name);
    mapping.node('Organisation', id, { ...properties, name, isPhantom: false }, record);
  } else mapping.reference('Organisation', id, { ...properties, isPhantom: true }, record);
  for (const name of names) mapping.narrative(id, name, 'OFFICIAL');
  const [identified = record] = childrenOf(record, 'organisation-identifier');
  mapping.identifier(id, head.own, identified);
  countLoss(record, mapping.loss);
  mapping.tallies.count('organisations', id === head.id ? 'described' : 'known to the graph under another id');
  const { problems, tallies, loss } = mapping;
  return {
    record: { id: `iati-organisation:${head.identifier}`, facts: mapping.facts.toArray() },
    problems,
    tallies,
    loss,
  };
}

/** An organisation says what it is where it reports itself. */
function kindOf(record: XmlElement, { identifier }: RecordHead): string {
  const [reporting] = childrenOf(record, 'reporting-org');
  if (reporting === undefined || attributeOf(reporting, 'ref') !== identifier) return 'OTHER';
  return CODELISTS.OrganisationType.get(attributeOf(reporting, 'type') ?? '') ?? 'OTHER';
}
