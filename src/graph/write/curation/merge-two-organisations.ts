import type { ManagedTransaction } from 'neo4j-driver';
import { isInForce } from '../../../domain/curation/audit-event.ts';
import { decisionId } from '../../../domain/curation/decision-id.ts';
import { CurationProblems } from '../../../domain/curation/problems.ts';
import { LONGEST, readText } from '../../../domain/curation/read-text.ts';
import { requireRecord } from '../../../domain/curation/require-record.ts';
import type { Graph } from '../../open-graph.ts';
import { mergeOrganisations } from '../merge/merge-organisations.ts';
import { lastEventOf } from './audit-event.ts';
import type { Curator } from './curator.ts';
import { findMergedInto } from './find-merged-into.ts';
import { readKnownRecords } from './read-known-records.ts';
import { requireStillTriangular } from './require-still-triangular.ts';
import { type Considered, type Decided, takeDecision } from './take-decision.ts';

/** A merge is one transaction, for which all others wait. */
const MOST_RELATIONS = 5_000;

export interface MergeOrganisationsInput {
  readonly from: string;
  readonly into: string;
  readonly reasoning: string;
}

/** Decides that two organisations are one. `about.organisation` is the one that stays. */
export function mergeTwoOrganisations(
  graph: Graph,
  { id: by }: Curator,
  input: MergeOrganisationsInput,
): Promise<Decided> {
  return takeDecision(graph, by, async (transaction): Promise<Considered> => {
    const problems = new CurationProblems();
    const { from, into } = input;
    const reasoning = readText(input.reasoning, ['input', 'reasoning'], LONGEST.words, problems);
    const decision = decisionId('merge', from, into);
    const about = { organisation: into };
    const last = await lastEventOf(transaction, decision);
    if (isInForce(last) && problems.all.length === 0) return { doneBefore: last, about };
    await requireMergeable(transaction, input, problems);
    if (problems.all.length > 0) return { problems: problems.all };
    return {
      about,
      event: { action: 'ORGANISATIONS_MERGED', decision, subject: into, reasoning, detail: JSON.stringify(input) },
      write: () => mergeOrganisations(transaction, { from, into, decisionId: decision }),
    };
  });
}

async function requireMergeable(
  transaction: ManagedTransaction,
  { from, into }: MergeOrganisationsInput,
  problems: CurationProblems,
): Promise<void> {
  const known = await readKnownRecords(transaction, [from, into]);
  for (const [name, id] of Object.entries({ from, into })) {
    const [other] = await findMergedInto(transaction, id);
    const path = ['input', name];
    if (other !== undefined) problems.add('CONFLICT', path, `it was merged into ${other} already`, [other]);
    else requireRecord(id, path, ['Organisation'], known, problems);
  }
  if (from === into) problems.add('INVALID_VALUE', ['input', 'into'], 'got the same organisation twice');
  if (problems.all.length > 0) return;
  if (known.get(into)?.isPhantom && !known.get(from)?.isPhantom) {
    const message = `${into} is only referred to, while ${from} is described; merge it the other way round`;
    problems.add('CONFLICT', ['input', 'into'], message, [from]);
  }
  await requireStillTriangular(transaction, { from, into }, problems);
  await requireSmall(transaction, from, problems);
  const { records } = await transaction.run<{ id: string }>(
    'MATCH (redirect:Redirect {to: $from}) RETURN redirect.id AS id ORDER BY id LIMIT 5',
    { from },
  );
  const others = records.map((record) => record.get('id'));
  if (others.length === 0) return;
  problems.add(
    'CONFLICT',
    ['input', 'from'],
    `others were merged into it: ${others.join(', ')}; split them first`,
    others,
  );
}

async function requireSmall(transaction: ManagedTransaction, from: string, problems: CurationProblems): Promise<void> {
  const { records } = await transaction.run<{ count: number }>(
    'MATCH (o:Organisation {id: $from}) RETURN COUNT { (o)--() } AS count',
    { from },
  );
  const count = records[0]?.get('count') ?? 0;
  if (count <= MOST_RELATIONS) return;
  const message = `${from} has ${count} relations and links, expected at most ${MOST_RELATIONS}; the other way round, the smaller into the larger, may do`;
  problems.add('CONFLICT', ['input', 'from'], message);
}
