import type { GraphQLFieldResolver } from 'graphql';
import { findAttached } from '../../../graph/queries/curation/find-attached.ts';
import { findStatement } from '../../../graph/queries/curation/find-statement.ts';
import { findEvidence } from '../../../graph/queries/find-evidence.ts';
import { addIdentifier } from '../../../graph/write/curation/add-identifier.ts';
import { addName } from '../../../graph/write/curation/add-name.ts';
import { addStatement } from '../../../graph/write/curation/add-statement.ts';
import { correctArrangement } from '../../../graph/write/curation/correct-arrangement.ts';
import { mergeTwoOrganisations } from '../../../graph/write/curation/merge-two-organisations.ts';
import { recordArrangement } from '../../../graph/write/curation/record-arrangement.ts';
import { retractFact } from '../../../graph/write/curation/retract-fact.ts';
import { retractStatement } from '../../../graph/write/curation/retract-statement.ts';
import { splitMergedOrganisations, undoDecision } from '../../../graph/write/curation/undo-decision.ts';
import type { RequestContext } from '../../context.ts';
import { mutation, type Payload } from './mutation.ts';

type FromPayload = GraphQLFieldResolver<Payload, RequestContext>;

/** A field that is read by an id of the payload; null where that has none. */
function byId<Found>(name: string, find: (id: string, context: RequestContext) => Promise<Found>): FromPayload {
  return (payload, _args, context) => {
    const id = payload[name];
    return typeof id === 'string' && payload.event !== null ? find(id, context) : null;
  };
}

/** A whole record of the payload, with what is asked of it. */
function record(name: string): FromPayload {
  return (payload, _args, { loaders }, info) => {
    const id = payload[name];
    return typeof id === 'string' && payload.event !== null ? loaders.entity.load({ id, info }) : null;
  };
}

const attached = (name: string) => byId(name, (id, { graph, signal }) => findAttached(graph, id, signal));

export const CURATION_RESOLVERS = {
  Mutation: {
    addStatement: mutation(addStatement),
    retractStatement: mutation(retractStatement),
    retractFact: mutation(retractFact),
    recordArrangement: mutation(recordArrangement),
    correctArrangement: mutation(correctArrangement),
    addName: mutation(addName),
    addIdentifier: mutation(addIdentifier),
    mergeOrganisations: mutation(mergeTwoOrganisations),
    splitOrganisations: mutation(splitMergedOrganisations),
    undoDecision: mutation(undoDecision),
  },
  AddStatementPayload: {
    statement: byId('statement', (id, { graph, signal }) => findStatement(graph, id, signal)),
  },
  RetractStatementPayload: {
    isStillSupported: byId('fact', async (id, { graph, signal }) => {
      const found = await findEvidence(graph, [id], 1, signal);
      return (found.get(id)?.length ?? 0) > 0;
    }),
  },
  RecordArrangementPayload: { arrangement: record('arrangement') },
  CorrectArrangementPayload: { arrangement: record('arrangement') },
  AddNamePayload: { name: attached('name'), entity: record('entity') },
  AddIdentifierPayload: { identifier: attached('identifier'), entity: record('entity') },
  MergeOrganisationsPayload: { organisation: record('organisation') },
  SplitOrganisationsPayload: { organisation: record('subject') },
};
