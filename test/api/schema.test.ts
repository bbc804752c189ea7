import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema as buildFromText,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  printSchema,
  validateSchema,
  visit,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/api/build-schema.ts';
import { generateSchema } from '../../src/api/generated/generate-schema.ts';
import { readDefinitions } from '../../src/api/generated/split-definitions.ts';
import { ALUMNI_DUPLICATE_RESOLVERS } from '../../src/api/resolvers/alumni/alumni-duplicates.ts';
import { CONTACT_EXPORT_RESOLVERS } from '../../src/api/resolvers/alumni/contact-export.ts';
import { OFFICE_MUTATION_RESOLVERS } from '../../src/api/resolvers/alumni/office-mutations.ts';
import { OWN_MUTATION_RESOLVERS } from '../../src/api/resolvers/alumni/own-mutations.ts';
import { CURATION_RESOLVERS } from '../../src/api/resolvers/curation/curation.ts';
import { ENTITY_TYPES } from '../../src/domain/entity-type.ts';
import { EDGES, LINKS, NODES } from '../../src/domain/model.ts';
import { VOCABULARY } from '../../src/domain/vocabulary.ts';
import { expectGolden, IS_UPDATE } from '../support/golden-file.ts';

const GOLDEN = new URL('../golden/api.graphql', import.meta.url);
const FOLDER = new URL('../../schema/', import.meta.url);

const files = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));
const model = parse(files.map((file) => readFileSync(new URL(file, FOLDER), 'utf8')).join('\n'));

describe('the public schema', () => {
  let schema: GraphQLSchema;
  let types: readonly GraphQLNamedType[];

  beforeAll(async () => {
    ({ schema } = await buildSchema());
    types = Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
  }, 60_000);

  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it.skipIf(IS_UPDATE)('breaks nothing that clients rely on, and changes nothing beneath their feet', () => {
    const promised = buildFromText(readFileSync(GOLDEN, 'utf8'));
    const changes = [...findBreakingChanges(promised, schema), ...findDangerousChanges(promised, schema)];
    expect(changes.map(({ type, description }) => `${type}: ${description}`)).toEqual([]);
  });

  it('comes from a model that the library accepts', async () => {
    const { generated } = await readDefinitions();
    await expect(generateSchema(generated, true)).resolves.toBeDefined();
  });

  it('is the one that was accepted last', () => {
    expectGolden(GOLDEN, `${printSchema(schema)}\n`);
  });

  it('describes every type, field, argument, input field and enum value', () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it('changes nothing but by what curators decide, the office of alumni does, and alumni do with their own record', () => {
    const changing = [
      CURATION_RESOLVERS,
      OFFICE_MUTATION_RESOLVERS,
      OWN_MUTATION_RESOLVERS,
      ALUMNI_DUPLICATE_RESOLVERS,
      CONTACT_EXPORT_RESOLVERS,
    ].flatMap(({ Mutation }) => Object.keys(Mutation));
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort()).toEqual(changing.sort());
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  it('shows none of the connections and aggregates that the library generates', () => {
    const own = new Set([...declaredTypes()].map(({ name }) => name.value));
    const names = types.flatMap((type) =>
      isObjectType(type) || isInputObjectType(type) || isInterfaceType(type)
        ? [type.name, ...Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)]
        : [],
    );
    const generated = names.filter((name) => /(Connection|Aggregate|Aggregation)/.test(name));
    expect(
      generated.filter((name) => !own.has(name.split('.')[0] ?? '') || /\.\w*(Connection|Aggregat)/.test(name)),
    ).toEqual([]);
  });

  it('gives every list of records a bound: by limit, by first, or because its records are few', () => {
    const fields = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter(
          (field) =>
            /^\[/.test(String(field.type)) && isObjectType(schema.getType(String(field.type).replace(/[[\]!]/g, ''))),
        )
        .filter((field) => !field.args.some(({ name }) => ['limit', 'first', 'ids'].includes(name)))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(fields.filter((field) => !/Connection\.edges$/.test(field)).sort()).toEqual(SHORT_LISTS);
  });
});

/** Lists without a page: their length is bounded by the arguments of the question, or by what one arrangement, chain, figure or graph has. */
const SHORT_LISTS = [
  'AddIdentifierPayload.problems',
  'AddNamePayload.problems',
  'AddStatementPayload.problems',
  'AlumniTable.rows',
  'AlumniTableRow.keys',
  'Alumnus.attendances',
  'Alumnus.consents',
  'Alumnus.employments',
  'Alumnus.names',
  'AlumnusAtPartner.workplaces',
  'AlumnusPayload.problems',
  'ContactManifest.leftOut',
  'CorrectArrangementPayload.problems',
  'DataQuality.checks',
  'EraseAlumnusPayload.problems',
  'ExportContactsPayload.problems',
  'ExportContactsPayload.rows',
  'Figure.disagreesWith',
  'FlowRow.keys',
  'FlowTable.rows',
  'FundingChain.activities',
  'FundingChain.amounts',
  'FundingChain.funders',
  'FundingChain.implementers',
  'FundingChain.links',
  'FundingChain.recipients',
  'FundingLink.passedOn',
  'FundingLink.received',
  'Introduction.reasons',
  'IntroductionReason.someColleagues',
  'MergeOrganisationsPayload.problems',
  'Meta.counts',
  'Meta.relationCounts',
  'NetworkSummary.mostParticipations',
  'NetworkSummary.mostPartners',
  'NoteContactPayload.problems',
  'OrganisationMatch.reasons',
  'OwnContact.consents',
  'OwnRecord.attendances',
  'OwnRecord.consents',
  'OwnRecord.contacts',
  'OwnRecord.employments',
  'OwnRecord.names',
  'OwnRecordPayload.problems',
  'Partner.byKind',
  'Partner.commitments',
  'Partner.with',
  'PartnershipGap.countries',
  'PartnershipGap.parts',
  'PartnershipGap.sectors',
  'Path.actors',
  'Path.hops',
  'PathExplanation.commonNeighbours',
  'PathHop.fromParticipations',
  'PathHop.toParticipations',
  'PathResult.paths',
  'PotentialChain.parts',
  'RecordArrangementPayload.problems',
  'RetractFactPayload.problems',
  'RetractStatementPayload.problems',
  'RevealContactPayload.problems',
  'ScorePart.examples',
  'SharedActivity.ofParticipations',
  'SharedActivity.partnerParticipations',
  'SplitOrganisationsPayload.problems',
  'Subgraph.edges',
  'Subgraph.leftOut',
  'Subgraph.nodes',
  'Timeline.years',
  'TimelineYear.commitments',
  'TimelineYear.spending',
  'TriangularCandidate.benefiting',
  'TriangularCandidate.findings',
  'TriangularCandidate.implementing',
  'TriangularCandidate.supporting',
  'TrilateralChain.activities',
  'TrilateralChain.actors',
  'TrilateralChain.beneficiaries',
  'TrilateralChain.commitments',
  'TrilateralChain.facilitating',
  'TrilateralChain.pivotal',
  'TrilateralChain.regions',
  'TrilateralChain.sectors',
  'UndoDecisionPayload.problems',
];

describe('the files of schema/', () => {
  it.each(Object.entries(VOCABULARY))('hold the enum %s as the domain does', (name, terms) => {
    expect(valuesOf(name)?.toSorted()).toEqual(terms.toSorted());
  });

  it('hold no closed list that the domain does not know', () => {
    const enums = model.definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION ? [definition.name.value] : [],
    );
    expect(enums.filter((name) => name !== 'EntityType' && !(name in VOCABULARY))).toEqual([]);
  });

  it('know the same kinds of record as the domain', () => {
    expect(valuesOf('EntityType')).toEqual(Object.keys(ENTITY_TYPES));
  });

  it('mark as @node only what the model of the graph has', () => {
    expect(nodeTypes().filter((name) => !(name in NODES))).toEqual([]);
  });

  it('have a unique id for every @node type', () => {
    const constraints = readFileSync(new URL('constraints.cypher', FOLDER), 'utf8');
    const lacking = nodeTypes().filter((name) => !constraints.includes(`FOR (n:${name}) REQUIRE n.id IS UNIQUE`));
    expect(lacking).toEqual([]);
  });

  it('have a unique id for every kind of relation that is a fact', () => {
    const constraints = readFileSync(new URL('constraints.cypher', FOLDER), 'utf8');
    const lacking = Object.keys(EDGES).filter(
      (type) => !constraints.includes(`FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`),
    );
    expect(lacking).toEqual([]);
  });

  it('name only relationship types of the model, in the direction and between the ends that it gives them', () => {
    expect(relationships().filter((relationship) => !isInModel(relationship))).toEqual([]);
  });
});

interface Relationship {
  readonly field: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
}

function relationships(): Relationship[] {
  const found: Relationship[] = [];
  for (const type of declaredTypes()) {
    for (const field of type.fields ?? []) {
      const directive = field.directives?.find(({ name }) => name.value === 'relationship');
      if (!directive) continue;
      const given = Object.fromEntries(
        (directive.arguments ?? []).map(({ name, value }) => [name.value, 'value' in value ? String(value.value) : '']),
      );
      const other = namedTypeOf(field.type);
      const [source, target] = given.direction === 'OUT' ? [type.name.value, other] : [other, type.name.value];
      found.push({ field: `${type.name.value}.${field.name.value}`, type: given.type ?? '', source, target });
    }
  }
  return found;
}

function isInModel({ type, source, target }: Relationship): boolean {
  const ends = { ...EDGES, ...LINKS }[type as keyof typeof EDGES | keyof typeof LINKS];
  return ends !== undefined && labelsOf(source).includes(ends.from) && labelsOf(target).includes(ends.to);
}

function labelsOf(name: string): readonly string[] {
  return NODES[name as keyof typeof NODES].labels;
}

// biome-ignore lint/suspicious/noExplicitAny: type nodes nest without end
function namedTypeOf(type: any): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

function declaredTypes(): ObjectTypeDefinitionNode[] {
  return model.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
}

function nodeTypes(): string[] {
  return declaredTypes()
    .filter(({ directives }) => directives?.some(({ name }) => name.value === 'node'))
    .map(({ name }) => name.value);
}

function valuesOf(name: string): string[] | undefined {
  let values: string[] | undefined;
  visit(model, {
    EnumTypeDefinition: (node) => {
      if (node.name.value === name) values = node.values?.map((value) => value.name.value);
    },
  });
  return values;
}

function undescribed(type: GraphQLNamedType): string[] {
  const lacking = type.description ? [] : [type.name];
  if (isEnumType(type)) lacking.push(...without(type.getValues(), type.name));
  if (isInputObjectType(type)) lacking.push(...without(Object.values(type.getFields()), type.name));
  if (isObjectType(type) || isInterfaceType(type)) {
    const fields = Object.values(type.getFields());
    lacking.push(...without(fields, type.name));
    for (const field of fields) lacking.push(...without(field.args, `${type.name}.${field.name}`));
  }
  return lacking;
}

function without(
  members: readonly { readonly name: string; readonly description?: string | null | undefined }[],
  of: string,
) {
  return members.filter(({ description }) => !description).map(({ name }) => `${of}.${name}`);
}
