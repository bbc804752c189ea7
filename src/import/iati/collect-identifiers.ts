import type { IdentifierReference } from '../importer.ts';
import { readOrganisation } from '../organisations/read-organisation.ts';
import type { RecordHead } from './record-mapping.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

/** The identifiers in the activity whose owners the graph may know: organisations and regions. */
export function collectIdentifiers(activity: XmlElement, { reporter }: RecordHead): IdentifierReference[] {
  const organisations = [
    ...childrenOf(activity, 'reporting-org'),
    ...childrenOf(activity, 'participating-org'),
    ...childrenOf(activity, 'transaction').flatMap((each) => [
      ...childrenOf(each, 'provider-org'),
      ...childrenOf(each, 'receiver-org'),
    ]),
  ];
  const regions = [activity, ...childrenOf(activity, 'transaction')].flatMap((each) =>
    childrenOf(each, 'recipient-region'),
  );
  return [
    ...organisations.flatMap((each) => organisationIdentifier(each, reporter)),
    ...regions.flatMap(regionIdentifier),
  ];
}

function organisationIdentifier(element: XmlElement, reporter: string): IdentifierReference[] {
  const mention = readOrganisation(attributeOf(element, 'ref'), undefined, reporter);
  return mention?.form === 'reference' ? [mention.identifier] : [];
}

function regionIdentifier(element: XmlElement): IdentifierReference[] {
  const value = attributeOf(element, 'code');
  const vocabulary = attributeOf(element, 'vocabulary') ?? '1';
  if (value === undefined || (vocabulary !== '1' && vocabulary !== '2')) return [];
  return [{ scheme: vocabulary === '1' ? 'DAC_REGION' : 'UN_M49', value }];
}
