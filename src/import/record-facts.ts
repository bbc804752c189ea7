import type { NodeFact, Properties } from '../domain/fact.ts';
import { edgeId } from '../domain/identity.ts';
import type { EdgeType, LinkType, NodeLabel } from '../domain/model.ts';
import { nameNode } from '../domain/name-node.ts';
import type { Statement } from '../domain/statement.ts';
import type { Term } from '../domain/vocabulary.ts';
import { FactCollector } from './fact-collector.ts';
import type { IdentifierReference, ImportProblem } from './importer.ts';
import { Tally } from './tally.ts';

/** Gathers what one record of a file comes to: facts with their statements, problems, tallies and loss. */
export abstract class RecordFacts<Place> {
  readonly facts = new FactCollector();
  readonly problems: ImportProblem[] = [];
  readonly tallies = new Tally();
  readonly loss = new Tally();

  /** What supports a fact that is read at this place. */
  protected abstract statementAt(place: Place): Statement;

  node(
    label: NodeLabel,
    id: string,
    properties: Properties,
    place: Place,
    more: Pick<NodeFact, 'isReference' | 'links'> = {},
  ): string {
    this.facts.add({ shape: 'node', label, id, properties, ...more, statements: [this.statementAt(place)] });
    return id;
  }

  /** A node that the record only refers to: whoever describes it properly is left alone. */
  reference(label: NodeLabel, id: string, properties: Properties, place: Place): string {
    return this.node(label, id, properties, place, { isReference: true });
  }

  /** The activity names one that could not be read: the others have not all of its money. */
  leaveUnread(activity: string, which: 'hasUnreadRecipients' | 'hasUnreadSectors'): void {
    this.facts.amend(activity, { [which]: true });
  }

  /** A relation; gives the properties of an earlier one with the same id, which stay. */
  edge(
    type: EdgeType,
    from: string,
    to: string,
    properties: Properties,
    place: Place,
    ...terms: string[]
  ): Properties | undefined {
    const id = edgeId(type, from, to, ...terms);
    const statements = [this.statementAt(place)];
    return this.facts.add({ shape: 'edge', type, id, from, to, properties, statements })?.properties;
  }

  /** A name of an entity. One that is only referred to leaves names alone that are there already. */
  name(
    entityId: string,
    { value, language, kind }: { value: string; language: string; kind: Term<'NameKind'> },
    place: Place,
    isReference = false,
  ): void {
    const { id, properties, links } = nameNode(entityId, { value, language, kind });
    this.node('Name', id, properties, place, { links, isReference });
  }

  identifier(entityId: string, { scheme, value }: IdentifierReference, place: Place, isReference = false): void {
    const links: { type: LinkType; to: string }[] = [{ type: 'IDENTIFIES', to: entityId }];
    this.node('Identifier', `identifier:${scheme}|${value}`, { scheme, value }, place, { links, isReference });
  }
}
