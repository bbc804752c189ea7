import type { NodeFact, Properties } from '../../../domain/fact.ts';
import { edgeId } from '../../../domain/identity.ts';
import { type EdgeType, type LinkType, NODES, type NodeLabel } from '../../../domain/model.ts';
import { nameNode } from '../../../domain/name-node.ts';
import type { Statement } from '../../../domain/statement.ts';
import type { Term } from '../../../domain/vocabulary.ts';
import { FactCollector } from '../../fact-collector.ts';
import type { FindOwner, IdentifierReference, ImportProblem, ProblemKind } from '../../importer.ts';
import { Tally } from '../../tally.ts';
import { cutText } from '../../values/shorten.ts';
import type { CsvMapping, EvidenceMapping } from '../mapping/format.ts';
import type { Cells } from '../read/cells.ts';

/** What the mapping of one record needs to know from outside it. */
export interface MappingContext {
  readonly file: string;
  readonly sourceId: string;
  readonly findOwner: FindOwner;
  readonly mapping: CsvMapping;
  /** What only the first record of the file says that could say it, with the key of that record. */
  readonly saidOnce: Map<string, string>;
}

/** Where in the file something stands, and how strongly that supports what is read out of it. */
export interface Place {
  readonly cells: Cells;
  readonly columns: readonly string[];
  readonly evidence?: EvidenceMapping | undefined;
}

/** An identifier whose owner the mapping asked for, and whom it takes where there is none. */
export interface AskedIdentifier extends IdentifierReference {
  readonly label: NodeLabel;
  readonly ownId: string;
}

/** The record of this kind that owns the identifier; undefined where none does. */
export function findOwnerOf(
  { scheme, value }: IdentifierReference,
  label: NodeLabel,
  findOwner: FindOwner,
): string | undefined {
  const owner = findOwner(scheme, value);
  return owner?.startsWith(`${NODES[label].prefix}:`) ? owner : undefined;
}

/** Neo4j cannot index longer values, and no honest reference is as long. */
const MAX_REFERENCE = 300;
const MAX_NAME = 1_000;
const MAX_LOCATOR = 200;

/** Gathers what one record comes to: facts with their statements, problems, tallies and loss. */
export class RecordMapping {
  readonly facts = new FactCollector();
  readonly problems: ImportProblem[] = [];
  /** Whose owners were asked for. */
  readonly asked: AskedIdentifier[] = [];
  /** What the rows read so far say of each activity. */
  readonly properties = new Map<string, Properties>();
  /** Which row named which relation, to tell a repetition from another row. */
  readonly seen = new Set<string>();
  readonly tallies = new Tally();
  readonly loss = new Tally();

  readonly #occurrences = new Map<string, number>();

  constructor(
    readonly context: MappingContext,
    readonly key: string,
  ) {}

  /**
   * Whether it is this record that says what every row of the file could: thousands of statements for one relation would
   * support it no better.
   */
  isFirstToSay(what: string): boolean {
    const { saidOnce } = this.context;
    if (!saidOnce.has(what)) saidOnce.set(what, this.key);
    return saidOnce.get(what) === this.key;
  }

  /** How often the key has come in this record, with this time. */
  occurrence(key: string): number {
    const occurrence = (this.#occurrences.get(key) ?? 0) + 1;
    this.#occurrences.set(key, occurrence);
    return occurrence;
  }

  node(
    label: NodeLabel,
    id: string,
    properties: Properties,
    place: Place,
    more: Pick<NodeFact, 'isReference' | 'links'> = {},
  ): string {
    this.facts.add({ shape: 'node', label, id, properties, ...more, statements: [this.#statement(place)] });
    return id;
  }

  /** A node that the record only refers to: whoever describes it properly is left alone. */
  reference(label: NodeLabel, id: string, properties: Properties, place: Place): string {
    return this.node(label, id, properties, place, { isReference: true });
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
    const statements = [this.#statement(place)];
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

  /** The record of this kind that owns the identifier in the graph; where none does, the one with the id of our own. */
  ownerOf(reference: IdentifierReference, label: NodeLabel, ownId: string): string {
    this.asked.push({ ...reference, label, ownId });
    return findOwnerOf(reference, label, this.context.findOwner) ?? ownId;
  }

  /** What becomes part of an id; undefined where it is too long, which is a problem. */
  referenceText(text: string | undefined, what: string, { cells }: Place): string | undefined {
    if (text === undefined || text.length <= MAX_REFERENCE) return text;
    this.problem(cells, 'too-long', `${what} has ${text.length} characters; expected at most ${MAX_REFERENCE}`);
    return undefined;
  }

  cut(text: string, what: string, { cells }: Place, length = MAX_NAME): string {
    if (text.length <= length) return text;
    this.problem(cells, 'too-long', `${what} of ${text.length} characters was cut to ${length}`);
    return cutText(text, length);
  }

  problem({ row, line }: Cells, kind: ProblemKind, message: string): void {
    this.problems.push({ file: this.context.file, line, kind, message: `row ${row}, ${this.key}: ${message}` });
  }

  #statement({ cells, columns, evidence = this.context.mapping.evidence }: Place): Statement {
    const at = columns.length === 0 ? `row ${cells.row}` : `row ${cells.row}, ${columns.join(', ')}`;
    const optional = Object.entries(evidence).filter(([, value]) => value !== undefined);
    return {
      sourceId: this.context.sourceId,
      locator: cutText(at, MAX_LOCATOR),
      ...Object.fromEntries(optional),
    } as Statement;
  }
}
