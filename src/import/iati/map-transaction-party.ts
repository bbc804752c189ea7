import type { NodeFact, Properties } from '../../domain/fact.ts';
import { LONGEST } from '../values/longest.ts';
import { cutText } from '../values/shorten.ts';
import { referToActivity } from './map-related-activities.ts';
import { mainNarrative } from './narratives.ts';
import type { RecordMapping } from './record-mapping.ts';
import { organisationNames, referToOrganisation } from './refer-to-organisation.ts';
import { attributeOf, childrenOf, type XmlElement } from './xml-element.ts';

export interface TransactionParty {
  readonly properties: Properties;
  /** Who it is in the words of the file: a part of what tells transactions apart. */
  readonly given: string;
  /** Adds what the transaction hangs on to the facts and gives the links; not to be called for one that is left out. */
  readonly links: () => NonNullable<NodeFact['links']>;
}

const LINKS = {
  provider: { organisation: 'PROVIDED_BY', activity: 'FROM_ACTIVITY' },
  receiver: { organisation: 'RECEIVED_BY', activity: 'TO_ACTIVITY' },
} as const;

/** Who gave or received the money, and out of or into which other activity. The activity's own identifier makes no chain. */
export function mapTransactionParty(
  mapping: RecordMapping,
  transaction: XmlElement,
  side: 'provider' | 'receiver',
): TransactionParty {
  const [element] = childrenOf(transaction, `${side}-org`);
  if (element === undefined) return { properties: {}, given: '', links: () => [] };
  const full = mainNarrative(organisationNames(element, mapping.head.language))?.value;
  const name = full === undefined ? null : cutText(full, LONGEST.name);
  const identifier = mapping.referenceIn(element, `${side}-activity-id`);
  const other = tallyActivity(mapping, side, identifier);
  return {
    properties: { [`${side}Name`]: name, [`${side}ActivityRef`]: identifier ?? null },
    given: attributeOf(element, 'ref') ?? name ?? '',
    links() {
      const organisation = referToOrganisation(mapping, element);
      return [
        ...(organisation === null || organisation.form === 'category'
          ? []
          : [{ type: LINKS[side].organisation, to: organisation.id }]),
        ...(other === undefined ? [] : [{ type: LINKS[side].activity, to: referToActivity(mapping, other, element) }]),
      ];
    },
  };
}

/** The identifier where it names another activity; counts which of the two it does. */
function tallyActivity(mapping: RecordMapping, side: string, identifier: string | undefined): string | undefined {
  if (identifier === undefined) return undefined;
  const group = `transactions, ${side}-activity-id`;
  if (identifier === mapping.head.identifier) {
    mapping.tallies.count(group, 'own activity');
    return undefined;
  }
  mapping.namedActivities.push({ group, key: 'another', identifier });
  return identifier;
}
