import type { GraphQLInputFieldConfigMap, GraphQLSchema } from 'graphql';
import { DomainError } from '../../errors.ts';
import { iatiActivity } from '../../export/iati/iati-activity.ts';
import { iatiFile } from '../../export/iati/iati-file.ts';
import type { Note } from '../../export/iati/note.ts';
import type { OwnActivity } from '../../export/iati/own-activity.ts';
import { identifierTaken, type LeftOut, planActivity } from '../../export/iati/plan-activity.ts';
import { type Publisher, readPublisher } from '../../export/iati/publisher.ts';
import { currentVersion } from '../../graph/graph-version.ts';
import { keysetPages } from '../../graph/queries/export/keyset-pages.ts';
import { listOwnActivities, readAgency, readOwnActivities } from '../../graph/queries/export/read-own-activities.ts';
import { readGraphState } from '../../graph/queries/graph-state.ts';
import { type ExportContext, limitsOf } from './export-context.ts';
import {
  type ParticipationFilter,
  participationFilter,
  type ReadParticipationFilter,
  readParticipationFilter,
} from './participation-filter.ts';
import { readFilter } from './read-filter.ts';
import type { Filter } from './read-table.ts';
import { toActor, toOwnActivity } from './to-own-activity.ts';
import { tooManyRows } from './too-many-rows.ts';

export interface IatiRequest {
  /** The id of the organisation whose activities are published. */
  readonly agency: string;
  /** Its org-id; where absent, that of the graph, if it has one. */
  readonly publisherRef: string | null;
  readonly filter: Filter;
  readonly now: Date;
  /** No more activities than this, published or left out. */
  readonly most: number;
}

/** What an export of IATI came to. */
export interface IatiReport {
  readonly publisher: string;
  readonly published: number;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}

export interface IatiExport {
  readonly chunks: AsyncGenerator<string>;
  /** Complete once the last chunk is read. */
  readonly report: () => IatiReport;
}

const ACTIVITIES_AT_ONCE = 100;

/** The filter of activities to publish: whose they are says the agency. */
export function iatiFilter(schema: GraphQLSchema): GraphQLInputFieldConfigMap {
  const { actors: _, roles: __, ...fields } = participationFilter(schema);
  return fields;
}

/**
 * The activities in which the agency takes part, or that it reports, as an IATI 2.03 file. What IATI requires and the
 * graph does not know is not made up: such activities are left out and told in the report. A graph that changes
 * meanwhile ends the export.
 */
export async function exportIati(request: IatiRequest, context: ExportContext): Promise<IatiExport> {
  const { graph, schemas, signal } = context;
  const filter = readFilter(iatiFilter(schemas.schema), request.filter, limitsOf(context)) as ParticipationFilter;
  const criteria = await readParticipationFilter(filter, context);
  const publisher = await findPublisher(request, context);
  const version = await currentVersion(graph, { since: performance.now() });
  const { changedAt } = await readGraphState(graph, signal);
  const today = request.now.toISOString().slice(0, 10);
  const generated = toSeconds(request.now.toISOString());
  const { identifiers, leftOut } = await plan(criteria, publisher, { today, most: request.most }, context);
  const notes: Note[] = [];
  let published = 0;

  async function* activities(): AsyncGenerator<string> {
    const known = {
      publisher,
      today,
      changedAt: toSeconds(changedAt ?? generated),
      identifierOf: (id: string) => identifiers.get(id),
    };
    for await (const page of readOwn(criteria, publisher, context)) {
      for (const activity of page) {
        const identifier = identifiers.get(activity.id);
        if (identifier === undefined) continue;
        const { xml, notes: own } = iatiActivity(activity, identifier, known);
        notes.push(...own);
        published += 1;
        yield xml;
      }
    }
    if ((await currentVersion(graph, { since: performance.now() })) !== version)
      throw new DomainError('Conflict', 'the graph was changed while it was read; export it again');
  }

  return {
    chunks: iatiFile(generated, activities()),
    report: () => ({ publisher: publisher.ref, published, leftOut, notes }),
  };
}

async function findPublisher(
  { agency: id, publisherRef }: IatiRequest,
  { graph, signal }: ExportContext,
): Promise<Publisher> {
  const agency = await readAgency(graph, id, signal);
  if (agency === null) throw new DomainError('NotFound', `agency: no organisation has the id ${id.slice(0, 100)}`);
  const known = toActor(agency);
  return readPublisher(known, publisherRef ?? known.ref);
}

/** Which activities are published, and as what: an activity may name one that comes after it. */
async function plan(
  criteria: ReadParticipationFilter,
  publisher: Publisher,
  { today, most }: { readonly today: string; readonly most: number },
  context: ExportContext,
): Promise<{ identifiers: Map<string, string>; leftOut: LeftOut[] }> {
  const identifiers = new Map<string, string>();
  const takenBy = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  for await (const page of readOwn(criteria, publisher, context)) {
    if (identifiers.size + leftOut.length + page.length > most) throw tooManyRows(most);
    for (const activity of page) {
      const planned = planActivity(activity, publisher, today);
      if ('leftOut' in planned) {
        leftOut.push(planned.leftOut);
        continue;
      }
      const earlier = takenBy.get(planned.identifier);
      if (earlier !== undefined) leftOut.push(identifierTaken(activity, planned.identifier, earlier));
      else {
        takenBy.set(planned.identifier, activity.id);
        identifiers.set(activity.id, planned.identifier);
      }
    }
  }
  return { identifiers, leftOut };
}

async function* readOwn(
  { search, parts }: ReadParticipationFilter,
  publisher: Publisher,
  { graph, signal }: ExportContext,
): AsyncGenerator<OwnActivity[]> {
  const pages = keysetPages(
    ACTIVITIES_AT_ONCE,
    (page) => listOwnActivities(graph, publisher.id, search, page, signal),
    (id) => id,
  );
  for await (const ids of pages) {
    const rows = await readOwnActivities(graph, ids, parts.basis, signal);
    yield rows.map((row) => toOwnActivity(row, publisher.id));
  }
}

/** An xsd:dateTime in whole seconds, UTC. */
function toSeconds(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
