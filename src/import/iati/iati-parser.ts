import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReadingStopped } from '../reading-stopped.ts';
import { type IatiVersion, readVersion } from './iati-version.ts';
import type { XmlElement } from './xml-element.ts';

/** IATI nests seven deep; more is no IATI. */
const MAX_DEPTH = 100;

/** One text, attribute, comment …: the longest descriptions in published files are a few tens of thousands of characters. */
const MAX_TEXT = 1_000_000;

/** One record: the largest published have some hundred thousand elements. */
const MAX_ELEMENTS = 1_000_000;
const MAX_RECORD_TEXT = 64_000_000;

/** One element: the standard has at most ten, and publishers few of their own. */
const MAX_ATTRIBUTES = 1_000;

/** Root element → the records directly in it. */
const RECORDS: ReadonlyMap<string, string> = new Map([
  ['iati-activities', 'iati-activity'],
  ['iati-organisations', 'iati-organisation'],
]);

type OpenElement = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] };

export interface ParsedRecord {
  readonly record: XmlElement;
  readonly elements: number;
}

/**
 * Turns text into whole activities or organisations, holding one at a time. Stops the reading at what is not IATI or
 * too big to be honest.
 */
export class IatiParser {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #open: OpenElement[] = [];
  #complete: ParsedRecord[] = [];
  #depth = 0;
  #elements = 0;
  #attributes = 0;
  #textLength = 0;
  #lastEvent = 0;
  #version: IatiVersion = { declared: undefined, major: undefined };
  /** The name of the elements that are records; of the root until that has come. */
  #recordName = '';

  constructor() {
    const parser = this.#parser;
    parser.on('xmldecl', ({ encoding }) => requireUtf8(encoding));
    parser.on('doctype', () => refuse('a DOCTYPE, which IATI files do not have and which can hide an entity bomb'));
    parser.on('opentagstart', ({ name }) => this.#start(name));
    parser.on('attribute', ({ value }) => this.#measureAttribute(value));
    parser.on('opentag', (tag) => this.#fill(tag));
    parser.on('text', (text) => this.#addText(text));
    parser.on('cdata', (text) => this.#addText(text));
    parser.on('comment', () => this.#mark());
    parser.on('processinginstruction', () => this.#mark());
    parser.on('closetag', () => this.#end());
  }

  /** The line that has been read to. */
  get line(): number {
    return this.#parser.line;
  }

  /** What the root says; meaningful once a record is complete. */
  get version(): IatiVersion {
    return this.#version;
  }

  write(text: string): void {
    this.#attempt(() => this.#parser.write(text));
    // A text that has not ended yet is seen by nobody: the distance to the last event tells its length, more or less.
    if (this.#parser.position - this.#lastEvent > 2 * MAX_TEXT) refuseLong();
  }

  close(): void {
    this.#attempt(() => this.#parser.close());
  }

  /** The records completed since it was last asked. */
  take(): ParsedRecord[] {
    const complete = this.#complete;
    this.#complete = [];
    return complete;
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof ReadingStopped) throw error;
      const message = (error as Error).message.replace(/^\d+:\d+: /, '');
      throw new ReadingStopped('malformed', `the XML is not well-formed or is cut off: ${message}`);
    }
  }

  #start(name: string): void {
    this.#mark();
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) refuse(`elements nested deeper than ${MAX_DEPTH}`);
    this.#attributes = 0;
    if (this.#depth === 1) this.#beginFile(name);
    if (this.#open.length === 0 && !(this.#depth === 2 && name === this.#recordName)) return;
    if (this.#open.length === 0) this.#beginRecord();
    this.#elements += 1;
    if (this.#elements > MAX_ELEMENTS) refuse(`a record of more than ${MAX_ELEMENTS} elements`);
    this.#open.push({ name, attributes: {}, children: [], text: '', line: this.#startLine() });
  }

  #beginFile(root: string): void {
    const recordName = RECORDS.get(root);
    if (recordName === undefined) {
      refuse(`the root element "${root.slice(0, 60)}"; expected ${[...RECORDS.keys()].join(' or ')}`);
    }
    this.#recordName = recordName;
  }

  #beginRecord(): void {
    this.#elements = 0;
    this.#textLength = 0;
  }

  /** The tag's own line, also where its name ends the line and the parser is on the next one. */
  #startLine(): number {
    return this.#parser.columnIndex === 0 ? this.#parser.line - 1 : this.#parser.line;
  }

  #fill({ attributes }: SaxesTagPlain): void {
    this.#mark();
    const current = this.#open.at(-1);
    if (current !== undefined) current.attributes = attributes;
    else if (this.#depth === 1) this.#version = readVersion(attributes.version);
  }

  #addText(text: string): void {
    const current = this.#open.at(-1);
    if (current !== undefined) current.text += text;
    this.#measure(current?.text.length ?? 0, text.length);
  }

  #measureAttribute(value: string): void {
    this.#attributes += 1;
    if (this.#attributes > MAX_ATTRIBUTES) refuse(`an element of more than ${MAX_ATTRIBUTES} attributes`);
    this.#measure(value.length, value.length);
  }

  #measure(length: number, added: number): void {
    this.#mark();
    if (length > MAX_TEXT) refuseLong();
    this.#textLength += added;
    if (this.#textLength > MAX_RECORD_TEXT) refuse(`a record of more than ${MAX_RECORD_TEXT} characters`);
  }

  #end(): void {
    this.#mark();
    this.#depth -= 1;
    const element = this.#open.pop();
    if (element === undefined) return;
    const parent = this.#open.at(-1);
    if (parent !== undefined) {
      parent.children.push(element);
      return;
    }
    this.#complete.push({ record: element, elements: this.#elements });
  }

  #mark(): void {
    this.#lastEvent = this.#parser.position;
  }
}

function requireUtf8(encoding: string | undefined): void {
  if (encoding === undefined || /^(utf-?8|us-ascii|ascii)$/i.test(encoding)) return;
  throw new ReadingStopped(
    'encoding',
    `expected UTF-8, found the encoding "${encoding.slice(0, 40)}": save the file as UTF-8`,
  );
}

function refuseLong(): never {
  refuse(`a text or attribute of more than ${MAX_TEXT} characters`);
}

function refuse(found: string): never {
  throw new ReadingStopped('refused', `found ${found}; nothing more is read`);
}
