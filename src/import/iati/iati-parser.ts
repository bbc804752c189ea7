import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ReadingStopped } from './reading-stopped.ts';
import type { XmlElement } from './xml-element.ts';

/** IATI nests seven deep; more is no IATI. */
const MAX_DEPTH = 100;

/** One text, attribute, comment …: the longest descriptions in published files are a few tens of thousands of characters. */
const MAX_TEXT = 1_000_000;

/** One activity: the largest published have some hundred thousand elements. */
const MAX_ELEMENTS = 1_000_000;
const MAX_ACTIVITY_TEXT = 64_000_000;

type OpenElement = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] };

export interface ParsedActivity {
  readonly activity: XmlElement;
  readonly elements: number;
}

/** Turns text into whole activities, holding one at a time. Stops the reading at what is not IATI 2 or too big to be honest. */
export class ActivityParser {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #open: OpenElement[] = [];
  #complete: ParsedActivity[] = [];
  #depth = 0;
  #elements = 0;
  #textLength = 0;
  #lastEvent = 0;

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

  write(text: string): void {
    this.#attempt(() => this.#parser.write(text));
    // A text that has not ended yet is seen by nobody: the distance to the last event tells its length, more or less.
    if (this.#parser.position - this.#lastEvent > 2 * MAX_TEXT) refuseLong();
  }

  close(): void {
    this.#attempt(() => this.#parser.close());
  }

  /** The activities completed since it was last asked. */
  take(): ParsedActivity[] {
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
    if (this.#depth === 1 && name !== 'iati-activities') {
      refuse(`the root element "${name.slice(0, 60)}"; expected "iati-activities"`);
    }
    if (this.#open.length === 0 && !(this.#depth === 2 && name === 'iati-activity')) return;
    if (this.#open.length === 0) this.#beginActivity();
    this.#elements += 1;
    if (this.#elements > MAX_ELEMENTS) refuse(`an activity of more than ${MAX_ELEMENTS} elements`);
    this.#open.push({ name, attributes: {}, children: [], text: '', line: this.#startLine() });
  }

  #beginActivity(): void {
    this.#elements = 0;
    this.#textLength = 0;
  }

  /** The tag's own line, also where its name ends the line and the parser is on the next one. */
  #startLine(): number {
    return this.#parser.columnIndex === 0 ? this.#parser.line - 1 : this.#parser.line;
  }

  #fill({ name, attributes }: SaxesTagPlain): void {
    this.#mark();
    const current = this.#open.at(-1);
    if (current !== undefined) current.attributes = attributes;
    else if (this.#depth === 1 && name === 'iati-activities') requireVersion2(attributes.version);
  }

  #addText(text: string): void {
    const current = this.#open.at(-1);
    if (current !== undefined) current.text += text;
    this.#measure(current?.text.length ?? 0, text.length);
  }

  #measureAttribute(value: string): void {
    this.#measure(value.length, value.length);
  }

  #measure(length: number, added: number): void {
    this.#mark();
    if (length > MAX_TEXT) refuseLong();
    this.#textLength += added;
    if (this.#textLength > MAX_ACTIVITY_TEXT) refuse(`an activity of more than ${MAX_ACTIVITY_TEXT} characters`);
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
    this.#complete.push({ activity: element, elements: this.#elements });
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

function requireVersion2(version: string | undefined): void {
  if (version === undefined || /^\s*2\.\d+\s*$/.test(version)) return;
  throw new ReadingStopped(
    'unsupported-version',
    `expected IATI version 2.01 to 2.03, found "${version.slice(0, 40)}"`,
  );
}

function refuseLong(): never {
  refuse(`a text or attribute of more than ${MAX_TEXT} characters`);
}

function refuse(found: string): never {
  throw new ReadingStopped('refused', `found ${found}; nothing more is read`);
}
