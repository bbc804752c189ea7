import type { Source } from '../../domain/source.ts';
import type { Importer, ImportProblem, Mapped, ReadItem } from '../importer.ts';
import type { InputFile } from '../input-file.ts';
import { Tally } from '../tally.ts';
import { ActivityRegister } from './activity-register.ts';
import { collectIdentifiers } from './collect-identifiers.ts';
import { describeContent } from './describe-content.ts';
import { mapActivity } from './map-activity.ts';
import { mapOrganisation, readOrganisationHead } from './map-organisation.ts';
import { readHead } from './read-head.ts';
import { readRecords } from './read-records.ts';
import type { MappingContext } from './record-mapping.ts';
import type { XmlElement } from './xml-element.ts';

export interface IatiFile {
  readonly input: InputFile;
  /** What the source is called. */
  readonly title: string;
  /** Who published it; absent: those who report in it. */
  readonly publisher?: string | undefined;
  /** YYYY-MM-DD: the day it was retrieved. */
  readonly retrieved: string;
}

/**
 * The importer of one IATI file, of activities or organisations, versions 1.01 to 2.03. Of records with the same
 * identifier the first is kept.
 */
export async function createIatiImporter({ input, ...file }: IatiFile): Promise<Importer<XmlElement>> {
  const { sha256, publishers } = await describeContent(input);
  const source: Source = {
    id: `source:iati-${sha256.slice(0, 16)}`,
    kind: 'DATA_FILE',
    title: file.title,
    publisher: file.publisher ?? asPublishedBy(publishers),
    licence: 'as stated by each publisher',
    retrieved: file.retrieved,
    sha256,
  };
  const register = new ActivityRegister();
  const versions = new Tally();
  return {
    source,
    bytes: input.bytes,
    read: (onBytes) => readItems(input, onBytes, versions),
    identifiersIn: (record) => identifiersIn(record),
    map: (record, findOwner) => ({
      ...mapItem(record, { file: input.name, sourceId: source.id, findOwner }, register),
      line: record.line,
    }),
    finish() {
      const tally = register.tally();
      tally.addAll(versions);
      return tally;
    },
  };
}

function asPublishedBy(publishers: readonly string[]): string {
  const [only] = publishers;
  if (only === undefined) return 'as published to IATI';
  return `as published to IATI by ${publishers.length === 1 ? only : `${publishers.length} publishers`}`;
}

async function* readItems(
  input: InputFile,
  onBytes: (bytes: number) => void,
  versions: Tally,
): AsyncGenerator<ReadItem<XmlElement>> {
  for await (const read of readRecords(input, onBytes)) {
    if ('problem' in read) yield read;
    else {
      const { record, elements, declared = 'not stated', major } = read;
      versions.count('versions', /^[12]\.0[1-5]$/.test(declared) ? declared : `${declared}, read as version ${major}`);
      yield { item: record, size: elements };
    }
  }
}

function identifiersIn(record: XmlElement) {
  if (isOrganisation(record)) {
    const head = readOrganisationHead(record);
    return head === null ? [] : [head.own];
  }
  const head = readHead(record);
  return head === null ? [] : collectIdentifiers(record, head);
}

function isOrganisation({ name }: XmlElement): boolean {
  return name === 'iati-organisation';
}

function mapItem(record: XmlElement, context: MappingContext, register: ActivityRegister): Mapped {
  const organisation = isOrganisation(record) ? readOrganisationHead(record) : null;
  const head = isOrganisation(record) ? organisation : readHead(record);
  if (head === null) {
    const message = `expected an ${isOrganisation(record) ? 'organisation-identifier' : 'iati-identifier'} of at most 300 characters; found none`;
    return skipped(record, context, { kind: 'missing-identifier', message });
  }
  if (!register.add(head.identifier)) {
    const message = `${head.identifier} is in the file more than once; the first is kept`;
    return skipped(record, context, { kind: 'duplicate-identifier', record: head.identifier, message });
  }
  if (organisation !== null) return mapOrganisation(record, organisation, context);
  const mapped = mapActivity(record, head, context);
  for (const named of mapped.namedActivities) register.addNamed(named);
  mapped.tallies.count('activities', 'read');
  return mapped;
}

function skipped(record: XmlElement, { file }: MappingContext, problem: Omit<ImportProblem, 'file' | 'line'>): Mapped {
  const tallies = new Tally();
  tallies.count(isOrganisation(record) ? 'organisations' : 'activities', 'left out');
  return { record: null, problems: [{ file, line: record.line, ...problem }], tallies, loss: new Tally() };
}
