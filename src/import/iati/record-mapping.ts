import type { NodeFact, Properties } from '../../domain/fact.ts';
import { edgeId } from '../../domain/identity.ts';
import { type EdgeType, type LinkType, NODES, type NodeLabel } from '../../domain/model.ts';
import { nameNode } from '../../domain/name-node.ts';
import type { Statement } from '../../domain/statement.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { FactCollector } from '../fact-collector.ts';
import type { FindOwner, IdentifierReference, ImportProblem, ProblemKind } from '../importer.ts';
import { Tally } from '../tally.ts';
import { cutText, shorten } from '../values/shorten.ts';
import type { Narrative } from './narratives.ts';
import { attributeOf, type XmlElement } from './xml-element.ts';

/** What the mapping of one record needs to know from outside it. */
export interface MappingContext {
  readonly file: string;
  readonly sourceId: string;
  readonly findOwner: FindOwner;
}

/** The activity or organisation being mapped. */
export interface RecordHead {
  readonly id: string;
  readonly identifier: string;
  readonly reportingOrgRef: string | null;
  /** What makes the publisher's own codes distinct from those of others: its reference, or a key from its name. */
  readonly reporter: string;
  readonly language: string;
}

/** An activity of the same file or another that this one names; told apart when the file has been read. */
export interface NamedActivity {
  readonly group: string;
  readonly key: string;
  readonly identifier: string;
}

/** Neo4j cannot index longer values, and no honest reference is as long. */
const MAX_REFERENCE = 300;
const MAX_NAME = 1_000;

/** Gathers what one record comes to: facts with their statements, problems, tallies and loss. */
export class RecordMapping {
  readonly facts = new FactCollector();
  readonly problems: ImportProblem[] = [];
  readonly tallies = new Tally();
  readonly loss = new Tally();
  readonly namedActivities: NamedActivity[] = [];

  constructor(
    readonly context: MappingContext,
    readonly head: RecordHead,
  ) {}

  node(
    label: NodeLabel,
    id: string,
    properties: Properties,
    element: XmlElement,
    more: Pick<NodeFact, 'isReference' | 'links'> = {},
  ): string {
    this.facts.add({ shape: 'node', label, id, properties, ...more, statements: [this.#statement(element)] });
    return id;
  }

  /** A node that the activity only refers to: whoever describes it properly is left alone. */
  reference(label: NodeLabel, id: string, properties: Properties, element: XmlElement): string {
    const { name } = properties;
    const cut = typeof name === 'string' ? { ...properties, name: cutText(name, MAX_NAME) } : properties;
    return this.node(label, id, cut, element, { isReference: true });
  }

  /** A relation; gives the properties of an earlier one with the same id, which stay. */
  edge(
    type: EdgeType,
    from: string,
    to: string,
    properties: Properties,
    element: XmlElement,
    ...terms: string[]
  ): Properties | undefined {
    const id = edgeId(type, from, to, ...terms);
    const statements = [this.#statement(element)];
    return this.facts.add({ shape: 'edge', type, id, from, to, properties, statements })?.properties;
  }

  /** A name of an entity. One that is only referred to leaves names alone that are there already. */
  name(entityId: string, { value, language, element }: Narrative, kind: Term<'NameKind'>, isReference = false): void {
    const text = this.cut(value, MAX_NAME, element);
    const { id, properties, links } = nameNode(entityId, { value: text, language, kind });
    this.node('Name', id, properties, element, { links, isReference });
  }

  identifier(
    entityId: string,
    scheme: Term<'IdentifierScheme'>,
    value: string,
    element: XmlElement,
    isReference = false,
  ): void {
    const links: { type: LinkType; to: string }[] = [{ type: 'IDENTIFIES', to: entityId }];
    this.node('Identifier', `identifier:${scheme}|${value}`, { scheme, value }, element, { links, isReference });
  }

  /** The record of this kind that owns the identifier in the graph; undefined where none does. */
  ownerOf({ scheme, value }: IdentifierReference, label: NodeLabel): string | undefined {
    const owner = this.context.findOwner(scheme, value);
    return owner?.startsWith(`${NODES[label].prefix}:`) ? owner : undefined;
  }

  /** An attribute that becomes part of an id; undefined where it is absent, or too long, which is a problem. */
  referenceIn(element: XmlElement, name: string): string | undefined {
    const value = attributeOf(element, name);
    if (value === undefined || value.length <= MAX_REFERENCE) return value;
    this.problem(
      element,
      'too-long',
      `${element.name}/@${name} has ${value.length} characters; expected at most ${MAX_REFERENCE}`,
    );
    return undefined;
  }

  /** The term that the code of an attribute stands for; a code that is not in the list is a problem. */
  term<Value>(element: XmlElement, name: string, codes: ReadonlyMap<string, Value>): Value | undefined {
    const code = attributeOf(element, name);
    const term = code === undefined ? undefined : codes.get(code);
    if (term !== undefined) return term;
    const found = code === undefined ? 'none' : `"${shorten(code)}"`;
    const kind = code === undefined ? 'missing-value' : 'unknown-code';
    this.problem(
      element,
      kind,
      `${element.name}/@${name}: expected one of ${[...codes.keys()].join(', ')}; found ${found}`,
    );
    return undefined;
  }

  cut(text: string, length: number, element: XmlElement): string {
    if (text.length <= length) return text;
    this.problem(element, 'too-long', `a text of ${text.length} characters was cut to ${length}`);
    return cutText(text, length);
  }

  problem({ line }: XmlElement, kind: ProblemKind, message: string): void {
    this.problems.push({ file: this.context.file, line, kind, message: `${this.head.identifier}: ${message}` });
  }

  #statement({ line, name }: XmlElement): Statement {
    return { sourceId: this.context.sourceId, basis: 'DECLARED', locator: `line ${line}, ${name}` };
  }
}
