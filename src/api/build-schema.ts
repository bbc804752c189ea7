import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type DefinitionNode,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import type { RequestContext } from './context.ts';
import { generateSchema } from './generated/generate-schema.ts';
import { GENERATED_LISTS } from './generated/generated-lists.ts';
import { modelRelations } from './generated/model-relations.ts';
import { publicDefinitions } from './generated/public-definitions.ts';
import type { Model } from './generated/select-record.ts';
import { readDefinitions } from './generated/split-definitions.ts';
import { singleRelations } from './generated/tune-definitions.ts';
import { agencies } from './resolvers/agencies.ts';
import { ALUMNI_AT_PARTNERS_RESOLVERS } from './resolvers/alumni/alumni-at-partners.ts';
import { ALUMNI_DUPLICATE_RESOLVERS } from './resolvers/alumni/alumni-duplicates.ts';
import { ALUMNI_EVENT_RESOLVERS } from './resolvers/alumni/alumni-events.ts';
import { ALUMNI_GAP_RESOLVERS } from './resolvers/alumni/alumni-gaps.ts';
import { ALUMNI_LIST_RESOLVERS } from './resolvers/alumni/alumni-list.ts';
import { ALUMNI_STATISTICS_RESOLVERS } from './resolvers/alumni/alumni-statistics.ts';
import { ALUMNUS_RESOLVERS } from './resolvers/alumni/alumnus.ts';
import { CONTACT_EXPORT_RESOLVERS } from './resolvers/alumni/contact-export.ts';
import { EXPIRING_CONSENT_RESOLVERS } from './resolvers/alumni/expiring-consents.ts';
import { INTRODUCTION_RESOLVERS } from './resolvers/alumni/introductions.ts';
import { OFFICE_MUTATION_RESOLVERS } from './resolvers/alumni/office-mutations.ts';
import { OWN_MUTATION_RESOLVERS } from './resolvers/alumni/own-mutations.ts';
import { OWN_RECORD_RESOLVERS } from './resolvers/alumni/own-record.ts';
import { AUDIT_EVENT_RESOLVERS } from './resolvers/curation/audit-events.ts';
import { CURATION_RESOLVERS } from './resolvers/curation/curation.ts';
import { TRIANGULAR_CANDIDATE_RESOLVERS } from './resolvers/curation/triangular-candidates.ts';
import { ENTITY_RESOLVERS } from './resolvers/entity.ts';
import { evidence } from './resolvers/evidence.ts';
import { defaultFieldResolver, firstOfList } from './resolvers/field-default.ts';
import { FIGURE_RESOLVERS } from './resolvers/figure.ts';
import { FLOW_RESOLVERS } from './resolvers/flow.ts';
import { FUNDING_CHAIN_RESOLVERS } from './resolvers/funding-chain.ts';
import { readGeneratedList } from './resolvers/generated-root.ts';
import { LOCAL_NAMES } from './resolvers/local-name.ts';
import { LOOK_UPS } from './resolvers/look-ups.ts';
import { meta } from './resolvers/meta.ts';
import { NEIGHBOURHOOD_RESOLVERS } from './resolvers/neighbourhood.ts';
import { NETWORK_RESOLVERS } from './resolvers/network.ts';
import { ORGANISATION_MATCH_RESOLVERS } from './resolvers/organisation-match.ts';
import { PARTNER_RESOLVERS } from './resolvers/partner.ts';
import { PARTNERSHIP_GAP_RESOLVERS } from './resolvers/partnership-gap.ts';
import { PATH_RESOLVERS } from './resolvers/path.ts';
import { POTENTIAL_CHAIN_RESOLVERS } from './resolvers/potential-chain.ts';
import { DATA_QUALITY_RESOLVERS } from './resolvers/quality/data-quality.ts';
import { RELATIONS } from './resolvers/relations.ts';
import { search } from './resolvers/search.ts';
import { TIMELINE_RESOLVERS } from './resolvers/timeline.ts';
import { TRILATERAL_CHAIN_RESOLVERS, trilateralChains } from './resolvers/trilateral-chain.ts';
import { VIEWER_RESOLVERS } from './resolvers/viewer.ts';
import { type PersonalMembers, personalMembers, withoutPersonalMarks } from './response-cache/personal-members.ts';
import { createDateScalar, SCALARS } from './scalars.ts';

export interface Schemas {
  /** What is served: the contract with its resolvers. */
  readonly schema: GraphQLSchema;
  /** What reads the generated half. */
  readonly model: Model;
  /** What `@personal` stands at in schema/: answers with it are never stored. */
  readonly personal: PersonalMembers;
}

/** Builds both schemas from schema/*.graphql. Needs no database, so it can be done while one starts. */
export async function buildSchema(): Promise<Schemas> {
  const definitions = await readDefinitions();
  const model = withoutPersonalMarks(definitions.generated);
  const handWritten = withoutPersonalMarks(definitions.handWritten);
  const generated = await generateSchema(model);
  const schema = makeExecutableSchema({
    typeDefs: mergeDefinitions(publicDefinitions(generated, model), [...model.definitions, ...handWritten.definitions]),
    resolvers: [
      { ...SCALARS, Date: createDateScalar(generated.getType('Date') as GraphQLScalarType) },
      { Query: { ...LOOK_UPS, search, agencies, trilateralChains, meta } },
      { Query: Object.fromEntries(Object.values(GENERATED_LISTS).map((list) => [list, readGeneratedList])) },
      ENTITY_RESOLVERS,
      FIGURE_RESOLVERS,
      TRILATERAL_CHAIN_RESOLVERS,
      FLOW_RESOLVERS,
      TIMELINE_RESOLVERS,
      FUNDING_CHAIN_RESOLVERS,
      NETWORK_RESOLVERS,
      POTENTIAL_CHAIN_RESOLVERS,
      PARTNERSHIP_GAP_RESOLVERS,
      ORGANISATION_MATCH_RESOLVERS,
      PARTNER_RESOLVERS,
      PATH_RESOLVERS,
      NEIGHBOURHOOD_RESOLVERS,
      DATA_QUALITY_RESOLVERS,
      VIEWER_RESOLVERS,
      CURATION_RESOLVERS,
      AUDIT_EVENT_RESOLVERS,
      TRIANGULAR_CANDIDATE_RESOLVERS,
      ALUMNUS_RESOLVERS,
      OWN_RECORD_RESOLVERS,
      OWN_MUTATION_RESOLVERS,
      OFFICE_MUTATION_RESOLVERS,
      ALUMNI_EVENT_RESOLVERS,
      ALUMNI_DUPLICATE_RESOLVERS,
      CONTACT_EXPORT_RESOLVERS,
      EXPIRING_CONSENT_RESOLVERS,
      ALUMNI_LIST_RESOLVERS,
      ALUMNI_AT_PARTNERS_RESOLVERS,
      ALUMNI_GAP_RESOLVERS,
      INTRODUCTION_RESOLVERS,
      ALUMNI_STATISTICS_RESOLVERS,
    ],
  });
  describeAsDeclared(schema, [...model.definitions, ...handWritten.definitions]);
  attachShared(schema, singleRelations(model));
  const personal = personalMembers([definitions.generated, definitions.handWritten]);
  return { schema, model: { generated, relations: modelRelations(model) }, personal };
}

/** What the library generated stands; of the model only what it left out is added, and all that extends. */
function mergeDefinitions(generated: readonly DefinitionNode[], own: readonly DefinitionNode[]): DocumentNode {
  const names = new Set(generated.flatMap((definition) => nameOf(definition) ?? []));
  const added = own.filter((definition) => !names.has(nameOf(definition) ?? ''));
  const definitions = [
    ...generated,
    ...added.map((definition) => (isQuery(definition) ? asExtension(definition) : definition)),
  ];
  return { kind: Kind.DOCUMENT, definitions };
}

function nameOf(definition: DefinitionNode): string | null {
  const isExtension = definition.kind.endsWith('Extension') || isQuery(definition);
  return !isExtension && 'name' in definition ? (definition.name?.value ?? null) : null;
}

function isQuery(definition: DefinitionNode): boolean {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Query';
}

function asExtension(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const { description: _, ...rest } = definition;
  return { ...rest, kind: Kind.OBJECT_TYPE_EXTENSION };
}

/** Scalars take the description of their resolver, and Query is merged of two halves: what schema/ says of them is put back. */
function describeAsDeclared(schema: GraphQLSchema, definitions: readonly DefinitionNode[]): void {
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCALAR_TYPE_DEFINITION && !isQuery(definition)) continue;
    const { name, description } = definition as ScalarTypeDefinitionNode | ObjectTypeDefinitionNode;
    const type = schema.getType(name.value);
    if (type) type.description = description?.value;
  }
}

/** Fields that mean the same on every type that has them. */
const SHARED: Readonly<Record<string, GraphQLFieldResolver<never, RequestContext, never>>> = { ...RELATIONS, evidence };
const NAMES: Readonly<Record<string, GraphQLFieldResolver<never, RequestContext>>> = LOCAL_NAMES;

function attachShared(schema: GraphQLSchema, single: ReadonlySet<string>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const own = field.resolve;
      if (own) continue;
      const shared = SHARED[field.name];
      const isRelation = shared !== undefined && field.args.some(({ name }) => name === 'first');
      const meant = isRelation ? shared : NAMES[field.name];
      field.resolve = meant
        ? (meant as GraphQLFieldResolver<unknown, RequestContext>)
        : single.has(`${type.name}.${field.name}`)
          ? firstOfList
          : defaultFieldResolver;
    }
  }
}
