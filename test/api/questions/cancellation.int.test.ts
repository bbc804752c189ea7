import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../../src/graph/open-graph.ts';
import { type Api, startApi } from '../../support/api.ts';
import { openSeededGraph } from '../../support/seeded-graph.ts';

/** One way to ask each of the questions that may take long, with all that is read for them. */
const QUESTIONS: Readonly<Record<string, string>> = {
  partners:
    '{ partners(of: "organisation:kazaid", first: 2) { totalCount edges { node { commitments { value } sectors { activities } activities(first: 1) { edges { node { partnerParticipations { evidence(first: 1) { id } } } } } } } } }',
  commonPartners:
    '{ commonPartners(of: ["organisation:tika", "organisation:jica"]) { totalCount edges { node { firstYear } } } }',
  paths:
    '{ paths(from: "organisation:tika", to: "organisation:koica", limit: 10) { paths { hops { sharedActivities } } explanation { message commonNeighbours { id } } } }',
  neighbourhood:
    '{ neighbourhood(of: "organisation:kazaid", depth: 2) { nodes { distance } edges { id evidence(first: 1) { id } } } }',
  trilateralChains: '{ trilateralChains { totalCount edges { node { name actors { evidence(first: 1) { id } } } } } }',
  potentialChains:
    '{ potentialChains(pivot: "organisation:jica") { totalCount edges { node { parts { examples { id } } } } } }',
  partnershipGaps:
    '{ partnershipGaps(for: "organisation:koica") { totalCount edges { node { parts { examples { id } } } } } }',
  fundingChains:
    '{ fundingChains(filter: { funders: ["country:KZ"] }) { totalCount edges { node { amounts { value } } } } }',
  flows:
    '{ flows(filter: { recipients: ["region:central-asia"], sectors: ["sector:110"] }, groupBy: [DONOR], measure: SPENDING) { rows { transactions } } }',
  timeline:
    '{ timeline(filter: { actors: ["country:KZ"] }) { years { newPartners commitments { value } activities { id } } } }',
};

describe('a client that goes away takes its question with it', () => {
  let graph: Graph;
  let api: Api;
  const signals: (AbortSignal | undefined)[] = [];

  beforeAll(async () => {
    graph = await openSeededGraph();
    // What an aborted signal does to a statement in the database is tested with the reads of the graph.
    const watched: Graph = {
      ...graph,
      read: (cypher, parameters, signal) => {
        // The version of the graph is read for all who ask at that time: none of them can end it for the others.
        if (!cypher.includes(':GraphState')) signals.push(signal);
        return graph.read(cypher, parameters, signal);
      },
    };
    api = await startApi(watched);
  });

  afterAll(async () => {
    await api?.close();
    await graph?.close();
  });

  it.each(Object.entries(QUESTIONS))('%s: every read listens to the request', async (_, query) => {
    signals.length = 0;
    const { errors } = await api.ask(query);
    expect(errors).toBeUndefined();
    expect(signals.length).toBeGreaterThan(0);
    expect(new Set(signals).size, 'all reads of a request listen to one signal').toBe(1);
    expect(signals[0]).toBeInstanceOf(AbortSignal);
  });
});
