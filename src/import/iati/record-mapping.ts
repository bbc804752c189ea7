import type { Properties } from '../../domain/fact.ts';
import type { NodeLabel } from '../../domain/model.ts';
import type { Statement } from '../../domain/statement.ts';
import type { Term } from '../../domain/vocabulary.ts';
import { findOwnerOf } from '../find-owner-of.ts';
import type { FindOwner, IdentifierReference, ProblemKind } from '../importer.ts';
import { RecordFacts } from '../record-facts.ts';
import { LONGEST } from '../values/longest.ts';
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

/** Gathers what one activity or organisation comes to. */
export class RecordMapping extends RecordFacts<XmlElement> {
  readonly namedActivities: NamedActivity[] = [];

  constructor(
    readonly context: MappingContext,
    readonly head: RecordHead,
  ) {
    super();
  }

  /** Its name is cut without a word: whoever describes it properly is told. */
  override reference(label: NodeLabel, id: string, properties: Properties, element: XmlElement): string {
    const { name } = properties;
    const cut = typeof name === 'string' ? { ...properties, name: cutText(name, LONGEST.name) } : properties;
    return super.reference(label, id, cut, element);
  }

  /** A name as the file gives it. */
  narrative(entityId: string, narrative: Narrative, kind: Term<'NameKind'>, isReference = false): void {
    const { language, element } = narrative;
    const value = this.cut(narrative.value, LONGEST.name, element);
    this.name(entityId, { value, language, kind }, element, isReference);
  }

  /** The record of this kind that owns the identifier in the graph; undefined where none does. */
  ownerOf(reference: IdentifierReference, label: NodeLabel): string | undefined {
    return findOwnerOf(reference, label, this.context.findOwner);
  }

  /** An attribute that becomes part of an id; undefined where it is absent, or too long, which is a problem. */
  referenceIn(element: XmlElement, name: string): string | undefined {
    const value = attributeOf(element, name);
    if (value === undefined || value.length <= LONGEST.reference) return value;
    this.problem(
      element,
      'too-long',
      `${element.name}/@${name} has ${value.length} characters; expected at most ${LONGEST.reference}`,
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
    const record = this.head.identifier;
    this.problems.push({ file: this.context.file, line, kind, record, message: `${record}: ${message}` });
  }

  protected override statementAt({ line, name }: XmlElement): Statement {
    return { sourceId: this.context.sourceId, basis: 'DECLARED', locator: `line ${line}, ${name}` };
  }
}
