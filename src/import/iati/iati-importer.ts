import type { Source } from '../../domain/source.ts';
import type { FindOwner, Importer, ImportProblem, Mapped, ReadItem } from '../importer.ts';
import { Tally } from '../tally.ts';
import { ActivityRegister } from './activity-register.ts';
import { collectIdentifiers } from './collect-identifiers.ts';
import { describeFile } from './describe-file.ts';
import { mapActivity } from './map-activity.ts';
import { readActivities } from './read-activities.ts';
import { readHead } from './read-head.ts';
import type { XmlElement } from './xml-element.ts';

export interface IatiFile {
  readonly path: string;
  /** What the source is called. */
  readonly title: string;
  /** Who published it; absent: those who report in it. */
  readonly publisher?: string | undefined;
  /** YYYY-MM-DD: the day it was retrieved. */
  readonly retrieved: string;
}

/** The importer of one IATI 2 file, gzipped or not. Of activities with the same identifier the first is kept. */
export async function createIatiImporter(file: IatiFile): Promise<Importer<XmlElement>> {
  const { bytes, sha256, publishers } = await describeFile(file.path);
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
  return {
    source,
    bytes,
    read: (onBytes) => readItems(file.path, onBytes),
    identifiersIn(activity) {
      const head = readHead(activity);
      return head === null ? [] : collectIdentifiers(activity, head);
    },
    map: (activity, findOwner) => mapItem(activity, { file: file.path, sourceId: source.id, findOwner }, register),
    finish: () => register.tally(),
  };
}

function asPublishedBy(publishers: readonly string[]): string {
  const [only] = publishers;
  if (only === undefined) return 'as published to IATI';
  return `as published to IATI by ${publishers.length === 1 ? only : `${publishers.length} publishers`}`;
}

async function* readItems(path: string, onBytes: (bytes: number) => void): AsyncGenerator<ReadItem<XmlElement>> {
  for await (const read of readActivities(path, onBytes)) {
    yield 'problem' in read ? read : { item: read.activity, size: read.elements };
  }
}

interface ItemContext {
  readonly file: string;
  readonly sourceId: string;
  readonly findOwner: FindOwner;
}

function mapItem(activity: XmlElement, context: ItemContext, register: ActivityRegister): Mapped {
  const head = readHead(activity);
  if (head === null) {
    return skipped(
      activity,
      context,
      'missing-identifier',
      'expected an iati-identifier of at most 300 characters; found none',
    );
  }
  if (!register.add(head.identifier)) {
    return skipped(
      activity,
      context,
      'duplicate-identifier',
      `${head.identifier} is in the file more than once; the first is kept`,
    );
  }
  const mapped = mapActivity(activity, head, context);
  for (const named of mapped.namedActivities) register.addNamed(named);
  mapped.tallies.count('activities', 'read');
  return mapped;
}

function skipped({ line }: XmlElement, { file }: ItemContext, kind: ImportProblem['kind'], message: string): Mapped {
  const tallies = new Tally();
  tallies.count('activities', 'left out');
  return { record: null, problems: [{ file, line, kind, message }], tallies, loss: new Tally() };
}
