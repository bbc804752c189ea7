import { type GraphQLSchema, getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDefinitions } from '../../../src/api/generated/split-definitions.ts';
import { EDGES, LINKS, NODES } from '../../../src/domain/model.ts';
import { builtOnce } from '../../support/api.ts';

/** Personal, and of nobody's record. */
const OF_USERS = ['Viewer', 'AuditEvent'];

describe('the types of alumni', () => {
  let schema: GraphQLSchema;
  let generated: GraphQLSchema;
  let ofAlumni: ReadonlySet<string>;

  beforeAll(async () => {
    const built = await builtOnce();
    ({ schema } = built);
    ({ generated } = built.model);
    ofAlumni = new Set([...built.personal].filter((name) => !name.includes('.') && !OF_USERS.includes(name)));
  }, 60_000);

  /** All that can be reached from the fields of the roots that answer no type of alumni. */
  function publicTypes(): Set<string> {
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}).map((field) => getNamedType(field.type).name),
    );
    const found = new Set(roots.filter((name) => !ofAlumni.has(name)));
    for (const name of found) {
      const type = schema.getType(name);
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) found.add(getNamedType(field.type).name);
      if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) found.add(possible.name);
    }
    return found;
  }

  it('are reached from nothing public', () => {
    expect(ofAlumni.size).toBeGreaterThan(10);
    expect([...publicTypes()].filter((name) => ofAlumni.has(name))).toEqual([]);
  });

  it('are marked as personal, each of them', () => {
    const reached = publicTypes();
    const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];
    const others = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type.name))
      .map(({ name }) => name);
    expect(others.filter((name) => !reached.has(name) && !ofAlumni.has(name))).toEqual([]);
  });

  it('are unknown to the generated half and to the model of the public graph', async () => {
    const definitions = await readDefinitions();
    const names = definitions.generated.definitions.flatMap((one) => ('name' in one ? [one.name?.value] : []));
    expect([...ofAlumni].filter((name) => names.includes(name) || generated.getType(name))).toEqual([]);
    const labels = [...Object.keys(NODES), ...Object.keys(EDGES), ...Object.keys(LINKS)];
    expect(labels.filter((label) => /Alumn|Consent|ContactPoint|FILED_UNDER|REACHED_BY|GAVE/.test(label))).toEqual([]);
  });

  it('cannot be asked for by a filter, an order or an argument of what is public', () => {
    const inputs = [...publicTypes()].flatMap((name) => {
      const type = schema.getType(name);
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      return Object.values(type.getFields()).flatMap(({ args }) => args.map((arg) => getNamedType(arg.type).name));
    });
    expect(inputs.filter((name) => /^(Alumn|Consent|Contact)/.test(name))).toEqual([]);
  });
});
