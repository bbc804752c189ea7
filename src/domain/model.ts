/**
 * What the graph may hold: every node label and every relationship type, and what each joins.
 * Writers take labels and types from here only, never from data.
 */

/** Node label → all labels the node carries, and how its ids begin. `Entity` marks what can be looked up, named and linked by id. */
export const NODES = {
  Country: { labels: ['Entity', 'Actor', 'Country'], prefix: 'country' },
  Organisation: {
    labels: ['Entity', 'Actor', 'Organisation'],
    prefix: 'organisation',
  },
  Programme: {
    labels: ['Entity', 'Activity', 'Programme'],
    prefix: 'activity',
  },
  Edition: { labels: ['Entity', 'Activity', 'Edition'], prefix: 'activity' },
  Project: { labels: ['Entity', 'Activity', 'Project'], prefix: 'activity' },
  TriangularArrangement: {
    labels: ['Entity', 'TriangularArrangement'],
    prefix: 'arrangement',
  },
  Region: { labels: ['Entity', 'Region'], prefix: 'region' },
  Sector: { labels: ['Entity', 'Sector'], prefix: 'sector' },
  Goal: { labels: ['Entity', 'Goal'], prefix: 'goal' },
  Policy: { labels: ['Entity', 'Policy'], prefix: 'policy' },
  Measure: { labels: ['Entity', 'Measure'], prefix: 'measure' },
  Figure: { labels: ['Entity', 'Figure'], prefix: 'figure' },
  Source: { labels: ['Entity', 'Source'], prefix: 'source' },
  ChannelCategory: { labels: ['ChannelCategory'], prefix: 'channel' },
  Transaction: { labels: ['Transaction'], prefix: 'transaction' },
  Name: { labels: ['Name'], prefix: 'name' },
  Identifier: { labels: ['Identifier'], prefix: 'identifier' },
} as const;

/** Relationship type → the label at each end. All but the structural ones are facts: they carry an id and their statements. */
export const EDGES = {
  PARTICIPATES_IN: { from: 'Actor', to: 'Activity' },
  PLAYS: { from: 'Actor', to: 'TriangularArrangement' },
  COVERS: { from: 'TriangularArrangement', to: 'Activity' },
  TIED_TO: { from: 'Actor', to: 'Actor' },
  BELONGS_TO: { from: 'Organisation', to: 'Country' },
  COMMITTED_TO: { from: 'Actor', to: 'Policy' },
  PART_OF: { from: 'Activity', to: 'Activity' },
  RELATED_TO: { from: 'Activity', to: 'Activity' },
  REPORTED_BY: { from: 'Activity', to: 'Organisation' },
  DELIVERED_THROUGH: { from: 'Activity', to: 'ChannelCategory' },
  IN_REGION: { from: 'Entity', to: 'Region' },
  IN_SECTOR: { from: 'Entity', to: 'Sector' },
  CONTRIBUTES_TO: { from: 'Entity', to: 'Goal' },
  SUCCEEDED_BY: { from: 'Sector', to: 'Sector' },
} as const;

/** Relationships that live and die with the node they start from. They carry no id and no statements of their own. */
export const LINKS = {
  NAME_OF: { from: 'Name', to: 'Entity' },
  IDENTIFIES: { from: 'Identifier', to: 'Entity' },
  ABOUT: { from: 'Figure', to: 'Entity' },
  MEASURES: { from: 'Figure', to: 'Measure' },
  BROKEN_DOWN_TO: { from: 'Figure', to: 'Entity' },
  MADE_IN: { from: 'Transaction', to: 'Activity' },
  PROVIDED_BY: { from: 'Transaction', to: 'Organisation' },
  RECEIVED_BY: { from: 'Transaction', to: 'Organisation' },
  FROM_ACTIVITY: { from: 'Transaction', to: 'Activity' },
  TO_ACTIVITY: { from: 'Transaction', to: 'Activity' },
} as const;

export type NodeLabel = keyof typeof NODES;
export type EdgeType = keyof typeof EDGES;
export type LinkType = keyof typeof LINKS;
